import {
  lineText,
  positionAt,
  visitStatements,
  type SourceFile,
  type SyntaxTree,
  type Token,
} from '@kalint/parser';
import type { Fix } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { schemaIn } from '../language/vocabulary.ts';

/** lib/parser.c, decomment() moves it to the last word; only the lines of a definition are continued. */
export const trailingBackslash = defineRule({
  id: 'trailing-backslash',
  scope: 'text',
  severity: 'error',
  summary: 'A backslash ends a line that it cannot continue',
  check(written, { report }) {
    const { source } = written;
    const ends = trailingBackslashes(written);
    if (ends.length === 0) return;
    const isDefinition = definitionFinder(source);
    const tolerated = toleratedEnds(written);
    for (const end of ends) {
      const { line: number } = positionAt(source, end);
      if (isDefinition(number)) continue;
      const line = lineText(source, number);
      const isAlone = line.trim() === '\\';
      report({
        severity: tolerated.has(end) ? 'warning' : undefined,
        at: { source, span: { start: end - 1, end } },
        message: 'a backslash does not continue this line',
        notes: [
          isAlone
            ? 'keepalived takes it for a keyword'
            : 'keepalived makes it a part of the last word, and reads the next line on its own; only a definition (`$NAME=... \\`) is continued',
        ],
        help: 'write one statement in one line',
        fix: joining(source, end, number),
      });
    }
  },
});

/** What was meant: one line of both; not when the next one has a mark of its own, or is empty. */
function joining(source: SourceFile, end: number, line: number): Fix | undefined {
  const next = lineText(source, line + 1);
  const [blanks = ''] = /^[ \t]*/.exec(next) ?? [];
  if (!/^[^\s{}#!@$~\\"][^{}#!\\]*$/.test(next.slice(blanks.length))) return undefined;
  if (next.startsWith('include')) return undefined;
  const newline = source.text.indexOf('\n', end);
  const { text } = source;
  const start = text.slice(0, end - 1).trimEnd().length;
  if (newline === -1 || start <= text.lastIndexOf('\n', end - 1)) return undefined;
  const span = { start, end: newline + 1 + blanks.length };
  return {
    title: 'join the lines',
    safety: 'safe',
    edits: [{ source, span, text: ' ' }],
  };
}

/** Where words end that end with a backslash, and the line with them. */
function trailingBackslashes(written: SyntaxTree): readonly number[] {
  const { text } = written.source;
  // Most files have none, and to look at tokens means to make them.
  if (!/\\[ \t\r]*(?:\n|$)/.test(text)) return [];
  const { tokens } = written;
  return tokens.flatMap(({ kind, span }, index) => {
    if (kind !== 'word' || text[span.end - 1] !== '\\' || text[span.start] === '"') return [];
    return endsLine(tokens[index + 1], text, span.end) ? [span.end] : [];
  });
}

/** Where words end in which a backslash is a letter like others: keepalived takes them. */
function toleratedEnds(written: SyntaxTree): ReadonlySet<number> {
  const ends = new Set<number>();
  const { text } = written.source;
  visitStatements(written, ({ keyword, words }, ancestors) => {
    const last = words.at(-1);
    const { end } = (last ?? keyword).span;
    if (text[end - 1] !== '\\') return;
    const block = ancestors.map((ancestor) => ancestor.keyword.text);
    const isLine = schemaIn(block.slice(0, -1), block.at(-1) ?? '')?.lines !== undefined;
    const value = schemaIn(block, keyword.text)?.value.type;
    const isAlone = words.length === 1 && last?.text === '\\';
    const isAnyText = value === 'string' || value === 'script' || value === 'interface';
    if (isLine || (isAnyText && !isAlone)) ends.add(end);
  });
  return ends;
}

function endsLine(next: Token | undefined, text: string, end: number): boolean {
  const behind = text.slice(end, next?.span.start ?? text.length);
  return /^[ \t\r]*$/.test(behind) && (!next || next.kind === 'newline');
}

/**
 * Whether a line (from 1) belongs to a definition that a backslash in a comment continues, or did before
 * release 2.4.0: then the comment is the mistake. Lines are asked for in their order.
 */
function definitionFinder(source: SourceFile): (line: number) => boolean {
  let last = { line: -1, answer: false };
  return (line) => {
    let first = line;
    while (first - 1 > 0 && first - 1 !== last.line && isContinued(first - 1)) first--;
    const answer = first - 1 === last.line ? last.answer : definitionHead.test(text(first));
    last = { line, answer };
    return answer;
  };

  function isContinued(line: number): boolean {
    return text(line).endsWith('\\');
  }

  function text(line: number): string {
    return lineText(source, line);
  }
}

const definitionHead = /^[ \t]*(?:@\S+[ \t]+)?\$[A-Za-z_]\w*=/;
