import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, parse, positionAt, type Item, type SourceFile } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { lint, type Diagnostic } from '../src/index.ts';

/*
 * One brace of a clean file is lost, doubled, or moved to a neighbouring line: one finding, on a line
 * nearby, and its repair gives the file's blocks back. Done with each brace of some fixtures.
 */

const fixtures = join(import.meta.dirname, '../../../fixtures/rules');
const files = [
  'unknown-keyword/good.conf',
  'deep-nesting/good.conf',
  'unused-script/good.conf',
  'unopened-block/good.conf',
  'authentication-ignored/good.conf',
  'unclosed-block/good.conf',
];

interface Mutation {
  readonly name: string;
  /** The offset of the brace in the clean text. */
  readonly at: number;
  readonly text: string;
}

function mutationsOf(clean: string, at: number): readonly Mutation[] {
  const brace = clean.charAt(at);
  const lost = clean.slice(0, at) + clean.slice(at + 1);
  const lineStart = clean.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = clean.indexOf('\n', at);
  const nextEnd = clean.indexOf('\n', lineEnd + 1);
  const insert = (text: string, offset: number, what: string): string =>
    text.slice(0, offset) + what + text.slice(offset);
  const found = [
    { name: 'lost', text: lost },
    { name: 'doubled', text: insert(clean, at, brace) },
    { name: 'doubled on the next line', text: insert(clean, at + 1, `\n${brace}`) },
    { name: 'at the beginning of the next line', text: insert(lost, lineEnd, `${brace} `) },
  ];
  // Two lines further from where it belongs, it ends the block around: then a block is misplaced.
  const isAlone = clean.slice(lineStart, at).trim() === '';
  if (lineStart > 0 && (brace === '{' || isAlone)) {
    const text = insert(lost, lineStart - 1, ` ${brace}`);
    found.push({ name: 'at the end of the line before', text });
  }
  // A statement that a `}` is moved behind is misplaced itself, and reported as such.
  if (brace === '{' && nextEnd !== -1) {
    found.push({
      name: 'at the end of the next line',
      text: insert(lost, nextEnd - 1, ` ${brace}`),
    });
  }
  return found.map((mutation) => ({ ...mutation, at }));
}

function bracesOf(text: string): readonly number[] {
  const lines = text.split('\n');
  const offsets: number[] = [];
  let start = 0;
  for (const line of lines) {
    const code = line.replace(/[#!].*/, '');
    for (const { index } of code.matchAll(/[{}]/g)) offsets.push(start + index);
    start += line.length + 1;
  }
  return offsets;
}

function fileOf(text: string): SourceFile {
  return { path: 'a.conf', text };
}

function shape(items: readonly Item[]): unknown {
  return items.flatMap((item): readonly unknown[] => {
    if (item.kind !== 'statement') return item.kind === 'block' ? ['block'] : [];
    const line = [item.keyword, ...item.words].map(({ text }) => text).join(' ');
    return [[line, item.block ? shape(item.block.items) : undefined]];
  });
}

function shapeOf(text: string): unknown {
  return shape(parse(fileOf(text)).items);
}

function lineOf(text: string, offset: number): number {
  return positionAt(fileOf(text), offset).line;
}

function describeAll(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
}

describe.each(files)('%s', (name) => {
  const indented = readFileSync(join(fixtures, name), 'utf8').replace(/^[ \t]*#.*\n/gm, '');
  const flat = indented.replace(/^[ \t]+/gm, '');
  describe.each([
    ['with indentation', indented],
    ['without', flat],
  ])('%s', (_, clean) => {
    const whole = shapeOf(clean);
    const mutations = bracesOf(clean).flatMap((at) => mutationsOf(clean, at));

    test('is clean', () => {
      expect(describeAll(lint([fileOf(clean)]).diagnostics)).toEqual([]);
    });

    test.each(
      mutations.map(
        (each) =>
          [
            `the ${clean.charAt(each.at)} of line ${lineOf(clean, each.at)} ${each.name}`,
            each,
          ] as const,
      ),
    )('%s', (_name, { text }) => {
      const { diagnostics } = lint([fileOf(text)]);
      // Where it stands may make no difference to keepalived.
      if (diagnostics.length === 0) {
        expect(shapeOf(text)).toEqual(whole);
        return;
      }
      const [finding] = diagnostics;
      expect(describeAll(diagnostics)).toHaveLength(1);
      expect(finding?.rule).toMatch(/^(?:extra-brace|unclosed-block|unopened-block)$/);
      expect(shapeOf(text)).toEqual(whole);
      const repaired = applyEdits(text, finding?.fix?.edits ?? []);
      expect(describeAll(lint([fileOf(repaired)]).diagnostics)).toEqual([]);
      expect(shapeOf(repaired)).toEqual(whole);
    });
  });
});
