import type { SyntaxTree, Word } from '@kalint/parser';
import type { Fix } from '../../diagnostic.ts';
import type { RuleContext } from '../../rule.ts';
import { statementsIn } from '../statements.ts';
import { schemaIn } from './vocabulary.ts';

/*
 * `//` does not begin a comment in keepalived.conf. People write it all the same.
 */

export type Words = readonly [Word, ...Word[]];

/** The words as the subject of a sentence, with its verb. */
export function describeWords(words: Words, quote: RuleContext['quote']): string {
  return words.length === 1
    ? `${quote(words[0])} is`
    : `${quote(words[0])} and what follows it are`;
}

/** Whether a word was meant as the beginning of a comment. */
export function isSlashComment({ text, quoted }: Word): boolean {
  return !quoted && text.startsWith('//');
}

/** From a word that was meant so to the end of its line; undefined when there is none. */
export function slashCommentIn(words: readonly Word[]): Words | undefined {
  const start = words.findIndex(isSlashComment);
  const [first, ...more] = start === -1 ? [] : words.slice(start);
  return first && [first, ...more];
}

const known = new WeakMap<SyntaxTree, readonly Words[]>();

/** The `//` in free-form blocks, where every word of a line is looked at. Asked for by each rule that has problems. */
export function slashCommentsInLists(tree: SyntaxTree): readonly Words[] {
  const comments = known.get(tree) ?? findInLists(tree);
  known.set(tree, comments);
  return comments;
}

function findInLists(tree: SyntaxTree): readonly Words[] {
  const found: Words[] = [];
  for (const { statement, ancestors } of statementsIn(tree)) {
    const { keyword, words } = statement;
    if (!isSlashComment(keyword) && !words.some(isSlashComment)) continue;
    const comment = slashCommentIn([keyword, ...words]);
    if (!comment) continue;
    const block = ancestors.map((ancestor) => ancestor.keyword.text);
    const list = block.at(-1);
    if (list !== undefined && schemaIn(block.slice(0, -1), list)?.lines) found.push(comment);
  }
  return found;
}

/** Makes a mark the beginning of a real comment; not when a brace stands behind it, for that one counts. */
export function commentFix({ source, span, text }: Word, mark = '//'): Fix | undefined {
  const newline = source.text.indexOf('\n', span.start);
  const end = newline === -1 ? source.text.length : newline;
  if (/[{}]/.test(source.text.slice(span.start, end))) return undefined;
  const length = mark === '//' ? (/^\/+/.exec(text)?.[0].length ?? 0) : mark.length;
  return {
    title: 'write `#`',
    safety: 'safe',
    edits: [{ source, span: { start: span.start, end: span.start + length }, text: '#' }],
  };
}
