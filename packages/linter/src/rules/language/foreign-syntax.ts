import type { Statement, UnknownKeyword, Word } from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';
import type { FileEdit } from '../../diagnostic.ts';
import type { Finding, RuleContext } from '../../rule.ts';
import { unknownKeywordNote } from './consequence.ts';
import { isWrittenBeside } from './siblings.ts';
import { commentFix } from './slash-comments.ts';
import { homesOf, keywordsOf, placeName } from './vocabulary.ts';

/** Unknown keywords that are no misspelling: the habits of other languages, and odd blanks. */
export function foreignSyntaxIn(
  problem: UnknownKeyword,
  node: Node,
  context: RuleContext,
): Finding | undefined {
  return (
    foreignComment(problem.statement) ??
    oddBlank(problem, context) ??
    assignment(problem, node, context)
  );
}

function foreignComment(statement: Statement): Finding | undefined {
  const { keyword } = statement;
  const [mark] = /^(?:\/\/|\/\*|\*\/|;|--|%)/.exec(keyword.text) ?? [];
  if (mark === undefined || keyword.quoted) return undefined;
  return {
    at: keyword,
    message: `\`${mark}\` does not begin a comment here`,
    notes: [unknownKeywordNote(statement)],
    help: 'a comment begins with `#` or `!`',
    fix: mark === '//' ? commentFix(keyword) : undefined,
  };
}

/** isspace(3) knows none of these in the C locale: they are parts of words. */
const oddBlanks: ReadonlyMap<string, string> = new Map([
  ['\u00a0', 'no-break space'],
  ['\u2002', 'en space'],
  ['\u2003', 'em space'],
  ['\u2009', 'thin space'],
  ['\u200b', 'zero width space'],
  ['\u202f', 'narrow no-break space'],
  ['\u3000', 'ideographic space'],
  ['\ufeff', 'byte order mark'],
]);

function oddBlank(
  { statement, block }: UnknownKeyword,
  { release }: RuleContext,
): Finding | undefined {
  const { keyword } = statement;
  const odd = [...keyword.text].find((character) => oddBlanks.has(character));
  if (odd === undefined || keyword.quoted) return undefined;
  const [word = ''] = [...keyword.text].map(toBlank).join('').split(' ').filter(Boolean);
  const isKeyword = keywordsOf(block, release).includes(word) || homesOf(word, release).length > 0;
  if (word !== '' && !isKeyword) return undefined;
  const code = (odd.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const name = `${oddBlanks.get(odd) ?? ''} (U+${code})`;
  return {
    at: keyword,
    message: word === '' ? `a ${name} stands here` : `\`${word}\` is joined to a ${name}`,
    notes: ['to keepalived it is part of a word, not a blank', unknownKeywordNote(statement)],
    help: 'write an ordinary blank',
    fix: {
      title: 'write ordinary blanks',
      safety: 'safe',
      edits: [keyword, ...statement.words].flatMap(blanksIn),
    },
  };
}

function toBlank(character: string): string {
  return oddBlanks.has(character) ? ' ' : character;
}

function blanksIn({ source, span, quoted }: Word): readonly FileEdit[] {
  if (quoted) return [];
  const edits: FileEdit[] = [];
  for (let at = span.start; at < span.end; at++) {
    if (!oddBlanks.has(source.text.charAt(at))) continue;
    edits.push({ source, span: { start: at, end: at + 1 }, text: ' ' });
  }
  return edits;
}

/** `priority=100` */
function assignment(
  { statement, block }: UnknownKeyword,
  { tree }: Node,
  { release, quote }: RuleContext,
): Finding | undefined {
  const { keyword } = statement;
  const [, word = ''] = /^([^=]+)=/.exec(keyword.text) ?? [];
  if (keyword.quoted || !keywordsOf(block, release).includes(word)) return undefined;
  const at = keyword.span.start + word.length;
  return {
    at: keyword,
    message: `unknown keyword ${quote(keyword)} ${placeName(block)}`,
    notes: [unknownKeywordNote(statement)],
    help: `there is no \`=\` in keepalived's language: write a blank between \`${word}\` and its value`,
    fix: isWrittenBeside(tree, statement, word)
      ? undefined
      : {
          title: 'write a blank for `=`',
          safety: 'safe',
          edits: [{ source: keyword.source, span: { start: at, end: at + 1 }, text: ' ' }],
        },
  };
}
