import {
  visitStatements,
  type BindingProblem,
  type SourceFile,
  type Span,
  type Statement,
  type SyntaxTree,
  type UnknownKeyword,
  type Word,
} from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';
import type { Finding, RuleContext } from '../../rule.ts';
import { blockCommentFrom, lineComments } from './block-comments.ts';
import { unknownKeywordNote } from './consequence.ts';
import { isWrittenBeside } from './siblings.ts';
import { commentFix } from './slash-comments.ts';
import { blanksIn, isOddBlank, nameOfBlank, oddBlankIn } from './odd-blanks.ts';
import { homesOf, keywordsOf, placeName } from './vocabulary.ts';
import { removing } from './word-edits.ts';

/** Unknown keywords that are no misspelling: the habits of other languages, and odd blanks. */
export function foreignSyntaxIn(
  problem: UnknownKeyword,
  node: Node,
  context: RuleContext,
): Finding | undefined {
  return (
    endMark(problem.statement) ??
    mergeConflict(problem.statement) ??
    foreignComment(problem.statement, node) ??
    oddBlank(problem, context) ??
    assignment(problem, node, context)
  );
}

function foreignComment(statement: Statement, node: Node): Finding | undefined {
  const { keyword } = statement;
  const [mark] = /^(?:\/\/|\/\*|\*\/|;|--|%)/.exec(keyword.text) ?? [];
  if (mark === undefined || keyword.quoted) return undefined;
  const comment = blockCommentFrom(keyword);
  if (comment) return blockComment(keyword, comment, node);
  return {
    at: keyword,
    message: `\`${mark}\` does not begin a comment here`,
    notes: [unknownKeywordNote(statement)],
    help: 'a comment begins with `#` or `!`',
    fix: commentFix(keyword, mark),
  };
}

function blockComment({ source, span }: Word, comment: Span, { problems, tree }: Node): Finding {
  const isRead = linesIn(tree, comment) > 1 + unknownLinesIn(problems, source, comment);
  return {
    at: { source, span: { start: span.start, end: span.start + 2 } },
    message: '`/*` does not begin a comment here',
    notes: [
      isRead
        ? 'keepalived reads the lines up to `*/` as any others'
        : 'keepalived reports "Unknown keyword" for each line up to `*/`',
    ],
    help: 'a comment begins with `#` or `!`, and ends with its line',
    fix: lineComments(source, comment, isRead ? 'unsafe' : 'safe'),
  };
}

function linesIn(tree: SyntaxTree, { start, end }: Span): number {
  let lines = 0;
  visitStatements(tree, ({ span }) => {
    if (span.start >= start && span.start < end) lines++;
  });
  return lines;
}

function unknownLinesIn(
  problems: readonly BindingProblem[],
  source: SourceFile,
  { start, end }: Span,
): number {
  return problems.filter((problem) => {
    if (problem.kind !== 'unknown-keyword' || problem.statement.source !== source) return false;
    const at = problem.statement.span.start;
    return at > start && at < end;
  }).length;
}

/** `};` */
function endMark({ keyword, words, block }: Statement): Finding | undefined {
  if (keyword.quoted || !/^[;,]+$/.test(keyword.text) || words.length > 0 || block)
    return undefined;
  return {
    at: keyword,
    message: `\`${keyword.text}\` ends nothing here`,
    notes: ['keepalived reports "Unknown keyword" and ignores it'],
    help: 'lines and blocks have no mark at their end: remove it',
    fix: removing([keyword]),
  };
}

const conflictMark = /^(?:<{7}|={7}|>{7}|\|{7})$/;

/** What version control leaves in a file. */
function mergeConflict({ keyword }: Statement): Finding | undefined {
  if (keyword.quoted || !conflictMark.test(keyword.text)) return undefined;
  return {
    at: keyword,
    message: 'this is the mark of a merge conflict',
    notes: ['keepalived ignores the mark, and reads both versions, one behind the other'],
    help: 'decide for one version, and remove the other one and the marks',
  };
}

function oddBlank(
  { statement, block }: UnknownKeyword,
  { release }: RuleContext,
): Finding | undefined {
  const { keyword } = statement;
  const odd = oddBlankIn(keyword);
  if (odd === undefined) return undefined;
  const [word = ''] = [...keyword.text].map(toBlank).join('').split(' ').filter(Boolean);
  const isKeyword = keywordsOf(block, release).includes(word) || homesOf(word, release).length > 0;
  if (word !== '' && !isKeyword) return undefined;
  const name = nameOfBlank(odd);
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
  return isOddBlank(character) ? ' ' : character;
}

/** `priority=100`, `priority:100`, `priority: 100` */
function assignment(
  { statement, block }: UnknownKeyword,
  { tree }: Node,
  { release, quote }: RuleContext,
): Finding | undefined {
  const { keyword } = statement;
  const [, word = '', mark = '', rest] = /^([^=:]+)([=:])(.*)$/.exec(keyword.text) ?? [];
  if (keyword.quoted || !keywordsOf(block, release).includes(word)) return undefined;
  const at = keyword.span.start + word.length;
  const isAlone = rest === '' && statement.words[0]?.joined !== true;
  return {
    at: keyword,
    message: `unknown keyword ${quote(keyword)} ${placeName(block)}`,
    notes: [unknownKeywordNote(statement)],
    help: `there is no \`${mark}\` in keepalived's language: write a blank between \`${word}\` and its value`,
    fix: isWrittenBeside(tree, statement, word)
      ? undefined
      : {
          title: isAlone ? `remove the \`${mark}\`` : `write a blank for \`${mark}\``,
          safety: 'safe',
          edits: [
            { source: keyword.source, span: { start: at, end: at + 1 }, text: isAlone ? '' : ' ' },
          ],
        },
  };
}
