import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, isRelease, positionAt, type SourceFile } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { lint, rules, type Diagnostic, type Fix, type LintOptions } from '../src/index.ts';
import { targetOf } from '../src/testing/index.ts';
import { readAmong } from './read-among.ts';
import { rulesWith } from './rules-with.ts';

/*
 * Every fix that is offered in a fixture: carried out alone, it makes the finding go away, brings no new
 * error, and changes nothing but what its edits cover.
 */

const folder = join(import.meta.dirname, '../../../fixtures/rules');

type Fixture = readonly SourceFile[];

function fixturesOf(id: string): readonly Fixture[] {
  if (!existsSync(join(folder, id))) return [];
  return readdirSync(join(folder, id)).map((name) => {
    const path = join(folder, id, name);
    const files = statSync(path).isDirectory()
      ? readdirSync(path).map((file) => join(path, file))
      : [path];
    return files.map((file) => ({
      path: file.slice(folder.length + 1),
      text: readFileSync(file, 'utf8'),
    }));
  });
}

function optionsFor(fixture: Fixture, id: string): LintOptions {
  const release = fixture.map(targetOf).find((target) => target !== undefined);
  return {
    ...(release !== undefined && isRelease(release) && { release }),
    rules: rulesWith(id),
    readInclude: readAmong(fixture),
  };
}

function carryOut(fixture: Fixture, { edits }: Fix): Fixture {
  return fixture.map((source) => {
    const own = edits.filter((edit) => edit.source === source);
    return own.length === 0 ? source : { ...source, text: applyEdits(source.text, own) };
  });
}

/** Where an offset of the text before the edits lies behind them. */
function moved(offset: number, source: SourceFile, { edits }: Fix): number {
  return edits
    .filter((edit) => edit.source === source && edit.span.end <= offset)
    .reduce((at, { span, text }) => at + text.length - (span.end - span.start), offset);
}

/** Whether the finding is still there: the same rule, at the same place. */
function isLeft(finding: Diagnostic, fix: Fix, after: readonly Diagnostic[]): boolean {
  const { source, span } = finding.location;
  const start = moved(span.start, source, fix);
  return after.some(
    ({ rule, message, location }) =>
      rule === finding.rule &&
      message === finding.message &&
      location.source.path === source.path &&
      location.span.start === start,
  );
}

function errorsIn(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, location }) => `${location.source.path} ${rule}`);
}

function nameOf({ rule, location: { source, span } }: Diagnostic): string {
  const { line, column } = positionAt(source, span.start);
  return `${rule} at ${source.path}:${line}:${column}`;
}

const offered = rules
  .flatMap(({ id }) =>
    fixturesOf(id).map((fixture) => ({ fixture, options: optionsFor(fixture, id) })),
  )
  .flatMap(({ fixture, options }) =>
    lint(fixture, options).diagnostics.flatMap((finding) =>
      finding.fix ? [{ name: nameOf(finding), fixture, options, finding, fix: finding.fix }] : [],
    ),
  );

test('there are fixes to try', () => {
  expect(offered.length).toBeGreaterThan(20);
});

describe.each(offered)('the fix of $name', ({ fixture, options, finding, fix }) => {
  const repaired = carryOut(fixture, fix);
  const before = lint(fixture, options).diagnostics;
  const after = lint(repaired, { ...options, readInclude: readAmong(repaired) }).diagnostics;

  test('has edits that change something', () => {
    expect(fix.edits.length).toBeGreaterThan(0);
    for (const { source, span, text } of fix.edits) {
      expect(fixture).toContain(source);
      expect(source.text.slice(span.start, span.end)).not.toBe(text);
    }
  });

  test('makes the finding go away', () => {
    expect(isLeft(finding, fix, after)).toBe(false);
    const count = (all: readonly Diagnostic[]): number =>
      all.filter(({ rule }) => rule === finding.rule).length;
    expect(count(after)).toBeLessThan(count(before));
  });

  test('brings no new error', () => {
    const left = [...errorsIn(before)];
    const added = errorsIn(after).filter((error) => {
      const index = left.indexOf(error);
      if (index !== -1) left.splice(index, 1);
      return index === -1;
    });
    expect(added).toEqual([]);
  });

  test('leaves the rest of the text as it was', () => {
    for (const source of fixture) {
      const edits = fix.edits.filter((edit) => edit.source === source);
      const kept = applyEdits(
        source.text,
        edits.map(({ span }) => ({ span, text: '' })),
      );
      const text = repaired.find(({ path }) => path === source.path)?.text ?? '';
      expect(isSubsequence(kept, text)).toBe(true);
    }
  });
});

/** Whether a text can be made from another one by leaving characters out. */
function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (let from = 0; from < whole.length && at < part.length; from++) {
    if (whole.charAt(from) === part.charAt(at)) at++;
  }
  return at === part.length;
}
