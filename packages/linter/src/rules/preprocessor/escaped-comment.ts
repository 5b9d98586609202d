import { compareReleases, type SyntaxTree } from '@kalint/parser';
import { type Fix, insertion } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/**
 * lib/parser.c, decomment(): `\#` and `\!` lose their backslash. The other processes read the copy that
 * is made then, and remove comments once more. There is a copy since 2.2.0, the escape since 2.0.9.
 */
export const escapedComment = defineRule({
  id: 'escaped-comment',
  scope: 'text',
  severity: 'warning',
  summary: 'A `\\#` or `\\!` outside of quotes begins a comment all the same',
  check(written, { release, report }) {
    const isCopied = compareReleases(release, '2.2.0') >= 0;
    const isEscape = compareReleases(release, '2.0.9') >= 0;
    if (isEscape && !isCopied) return;
    const { source } = written;
    for (const { start, end, at } of escapesIn(written)) {
      const mark = source.text.charAt(at + 1);
      report({
        at: { source, span: { start: at, end: at + 2 } },
        message: `\`\\${mark}\` begins a comment: the rest of the line is lost`,
        notes: [
          isEscape
            ? "keepalived's first process takes the backslash away; the others read the line without it, and cut it there"
            : `\`\\${mark}\` means nothing special before release 2.0.9`,
        ],
        help: 'put the word into double quotes, without the backslash',
        fix: inQuotes(written, start, end),
      });
    }
  },
});

interface Escape {
  /** Of the word. */
  readonly start: number;
  readonly end: number;
  /** The backslash. */
  readonly at: number;
}

/** The first escape of each word that has one: what follows is lost with it. */
function escapesIn(written: SyntaxTree): readonly Escape[] {
  const { text } = written.source;
  if (!/\\[#!]/.test(text)) return [];
  return written.tokens.flatMap(({ kind, span: { start, end } }) => {
    if (kind !== 'word' || text[start] === '"') return [];
    const word = text.slice(start, end);
    for (let at = word.indexOf('\\'); at !== -1; at = word.indexOf('\\', at + 2)) {
      if ('#!'.includes(word[at + 1] ?? ' ')) return [{ start, end, at: start + at }];
    }
    return [];
  });
}

function inQuotes({ source }: SyntaxTree, start: number, end: number): Fix | undefined {
  const word = source.text.slice(start, end);
  // In a command other quotes and backslashes have a meaning of their own.
  if (/["']|\\[^#!]|\\$/.test(word)) return undefined;
  const escapes = [...word.matchAll(/\\/g)].map(({ index }) => ({
    source,
    span: { start: start + index, end: start + index + 1 },
    text: '',
  }));
  return {
    title: 'put the word into quotes',
    safety: 'safe',
    edits: [insertion(source, start, '"'), ...escapes, insertion(source, end, '"')],
  };
}
