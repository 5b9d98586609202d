import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, positionAt, type Item, type SyntaxTree, type Word } from '../../src/index.ts';

/*
 * The files of fixtures/syntax hold cases: `=== name`, the input, a line `==>`, the tree. A word is
 * written as it was understood, in quotes when it was quoted; `+` says that it touches the word before it.
 */

const folder = join(import.meta.dirname, '../../../../fixtures/syntax');

describe.each(readdirSync(folder).sort())('%s', (file) => {
  const cases = readFileSync(join(folder, file), 'utf8').split(/^=== /m).slice(1);
  test.each(cases.map((text) => [text.slice(0, text.indexOf('\n')), text] as const))(
    '%s',
    (_, text) => {
      const body = text.slice(text.indexOf('\n') + 1);
      const [input = '', tree = ''] = body.split(/^==>\n/m);
      expect(draw(parse({ path: file, text: input }))).toBe(tree.trimEnd());
    },
  );
});

function draw(tree: SyntaxTree): string {
  const problems = tree.problems.map((problem) => {
    const offset = 'header' in problem ? problem.header.start : problem.span.start;
    const at = positionAt(tree.source, offset);
    const belongs =
      problem.kind === 'unclosed-block'
        ? ` belongs ${positionAt(tree.source, problem.belongs).line} by ${problem.reason.kind}`
        : '';
    return `! ${problem.kind} ${at.line}:${at.column}${belongs}`;
  });
  return [...tree.items.flatMap((item) => drawItem(item, '')), ...problems].join('\n');
}

function drawItem(item: Item, indent: string): readonly string[] {
  switch (item.kind) {
    case 'statement': {
      const words = [item.keyword, ...item.words].map(drawWord).join(' ');
      if (!item.block) return [`${indent}${words}`];
      const inner = item.block.items.flatMap((each) => drawItem(each, `${indent}  `));
      return [`${indent}${words} {`, ...inner, `${indent}}`];
    }
    case 'block':
      return [
        `${indent}{`,
        ...item.items.flatMap((each) => drawItem(each, `${indent}  `)),
        `${indent}}`,
      ];
    case 'stray-brace':
      return [`${indent}stray brace`];
    default:
      return [`${indent}${item.kind} ${JSON.stringify(item.text)}`];
  }
}

function drawWord({ text, quoted, joined }: Word): string {
  return `${joined ? '+' : ''}${quoted ? JSON.stringify(text) : text}`;
}
