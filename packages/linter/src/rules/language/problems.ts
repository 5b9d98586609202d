import { statementOf, type BindingProblem, type Statement, type Word } from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';
import { isInBlockComment } from './block-comments.ts';
import { quotedTypographically } from './quote-marks.ts';
import { isInSkippedBlock } from './skipped-blocks.ts';
import { slashCommentsInLists } from './slash-comments.ts';

/**
 * The problems of one kind that binding a node's file brought up; without those that only follow from
 * a mistake that is reported as such: a quote that is left open, a comment that is none, a block that is
 * skipped.
 */
export function problemsOf<K extends BindingProblem['kind']>(
  node: Node,
  kind: K,
): readonly Extract<BindingProblem, { kind: K }>[] {
  const found: Extract<BindingProblem, { kind: K }>[] = [];
  for (const problem of node.problems) {
    if (isOfKind(problem, kind) && !isConsequence(problem, node)) found.push(problem);
  }
  return found;
}

function isOfKind<K extends BindingProblem['kind']>(
  problem: BindingProblem,
  kind: K,
): problem is Extract<BindingProblem, { kind: K }> {
  return problem.kind === kind;
}

/** Whether a problem only follows from such a mistake. */
function isConsequence(problem: BindingProblem, node: Node): boolean {
  const word = wordOf(problem);
  return (
    isLeftOpen(node, word) ||
    (word !== undefined && belongsToMark(word, problem, node)) ||
    isInSkippedBlock(statementOf(problem), node)
  );
}

/** Whether a word belongs to a comment that is none, or to quotes that are none. */
function belongsToMark(word: Word, problem: BindingProblem, { tree }: Node): boolean {
  return (
    slashCommentsInLists(tree).some((words) => isAmong(words, word)) ||
    isQuotedTypographically(word, statementOf(problem)) ||
    (problem.kind === 'unknown-keyword' && isInBlockComment(word))
  );
}

/** Whether a word begins with a quote that is never closed. */
export function isLeftOpen({ tree }: Node, word: Word | undefined): boolean {
  if (!word) return false;
  let starts = openQuotesOf.get(tree);
  if (!starts) {
    const open = tree.problems.filter(({ kind }) => kind === 'unterminated-quote');
    starts = new Set(open.map((problem) => ('span' in problem ? problem.span.start : -1)));
    openQuotesOf.set(tree, starts);
  }
  return starts.has(word.span.start);
}

const openQuotesOf = new WeakMap<Node['tree'], ReadonlySet<number>>();

function isQuotedTypographically(word: Word, statement: Statement | undefined): boolean {
  if (!statement) return false;
  const quote = quotedTypographically(entryAround(word, statement) ?? statement.words);
  return quote !== undefined && isAmong(quote.words, word);
}

/** The line of a free-form block in which a word stands. */
export function entryAround(word: Word, statement: Statement): readonly Word[] | undefined {
  if (!statement.block || !isInBlock(word, statement)) return undefined;
  const line = statement.block.items.find(
    ({ span }) => span.start <= word.span.start && word.span.end <= span.end,
  );
  return line?.kind === 'statement' ? [line.keyword, ...line.words] : undefined;
}

function isAmong(words: readonly Word[], { span }: Word): boolean {
  return words.some((word) => word.span.start === span.start);
}

function wordOf(problem: BindingProblem): Word | undefined {
  if ('word' in problem) return problem.word;
  if ('words' in problem) return problem.words[0];
  return problem.kind === 'unknown-keyword' ? problem.statement.keyword : undefined;
}

/** Whether a word stands in a line of the free-form block, and not behind the keyword. */
export function isInBlock(word: Word, statement: Statement): boolean {
  return statement.block !== undefined && word.span.start > statement.block.span.start;
}
