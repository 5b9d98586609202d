import { visitStatements, type Location, type SyntaxTree, type ValueSchema } from '@kalint/parser';
import { type Fix, insertion } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { schemaIn } from './vocabulary.ts';

/**
 * lib/parser.c, decomment(): outside of quotes `#` and `!` begin a comment wherever they stand. Behind a
 * number nobody doubts that a comment was meant; a name or a password may lose its end.
 */
export const cutValue = defineRule({
  id: 'cut-value',
  scope: 'text',
  severity: 'warning',
  summary: 'A `#` or `!` within a word begins a comment, and the value ends there',
  check(written, { report }) {
    // Most files have no such mark, and to look at tokens or trivia means to make them.
    if (!/[^\s"{}#!][#!]/.test(written.source.text)) return;
    for (const at of [...freeValues(written), ...definitions(written)]) {
      const lost = textCutFrom(at);
      if (lost === undefined) continue;
      const mark = lost.charAt(0);
      report({
        at,
        message: `the value ends before the \`${mark}\`, which begins a comment`,
        notes: [
          'keepalived takes # and ! for a comment within a word too, but not in double quotes',
        ],
        help: `put the value into double quotes; or, for a comment, write a blank before the ${mark}`,
        fix: inQuotes(at, lost),
      });
    }
  },
});

/** The last words of the lines whose value may be any text. */
function freeValues(written: SyntaxTree): readonly Location[] {
  const found: Location[] = [];
  visitStatements(written, ({ keyword, words }, ancestors) => {
    const word = words.at(-1);
    if (!word || word.quoted || textCutFrom(word) === undefined) return;
    const block = ancestors.map((ancestor) => ancestor.keyword.text);
    const value = schemaIn(block, keyword.text)?.value;
    if (value && mayBeAnyText(value)) found.push(word);
  });
  return found;
}

function mayBeAnyText({ type }: ValueSchema): boolean {
  return type === 'string' || type === 'script';
}

/** The last words of the definitions. */
function definitions({ source, tokens }: SyntaxTree): readonly Location[] {
  return tokens
    .filter(({ kind }) => kind === 'definition')
    .map(({ span: { start, end } }) => {
      let wordStart = end;
      while (wordStart > start && !/[\s="]/.test(source.text.charAt(wordStart - 1))) wordStart--;
      return { source, span: { start: wordStart, end } };
    })
    .filter(({ span }) => span.start < span.end);
}

/** What touches the value behind it; `name# text` has a comment, and means it. */
function textCutFrom({ source, span }: Location): string | undefined {
  const next = source.text[span.end];
  if (next !== '#' && next !== '!') return undefined;
  const lineEnd = source.text.indexOf('\n', span.end);
  const rest = source.text.slice(span.end, lineEnd === -1 ? undefined : lineEnd);
  return /^[#!]{1,8}[^\s#!]\S*/.exec(rest)?.[0];
}

function inQuotes({ source, span: { start, end } }: Location, lost: string): Fix | undefined {
  if (lost.includes('"')) return undefined;
  return {
    title: 'put it all into quotes',
    safety: 'unsafe',
    edits: [insertion(source, start, '"'), insertion(source, end + lost.length, '"')],
  };
}
