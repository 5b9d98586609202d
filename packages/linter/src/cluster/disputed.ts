import { statementOf, type BindingProblem, type Statement } from '@kalint/parser';
import { editDistance } from '../suggest/nearest.ts';
import type { Node } from './node.ts';
import type { Member } from './virtual-routers.ts';

/** With these keepalived does not take the line as it was meant. */
const losesTheLine: ReadonlySet<BindingProblem['kind']> = new Set([
  ...(['unknown-keyword', 'unavailable-keyword', 'missing-value', 'invalid-value'] as const),
  ...(['out-of-range', 'not-one-of', 'missing-block', 'unexpected-block'] as const),
]);

/**
 * Whether a setting of an instance is lost by a mistake that is reported as such: a misspelt keyword,
 * a value that keepalived does not take. That the nodes then differ follows from it, and is no news.
 */
export function isDisputed({ node, instance }: Member, keywords: readonly string[]): boolean {
  return losesSetting(node, instance.statements, keywords);
}

/** Whether a version stands there that keepalived does not read. */
export function isVersionDisputed(member: Member): boolean {
  const { node } = member;
  const blocks = node.config.global_defs?.statements ?? [];
  return isDisputed(member, ['version']) || losesSetting(node, blocks, ['vrrp_version']);
}

/** Whether one of some keywords, or anything at all, is lost in some blocks. */
export function losesSetting(
  node: Node,
  blocks: readonly Statement[],
  keywords?: readonly string[],
): boolean {
  const lines = lostLinesOf(node);
  if (lines.length === 0) return false;
  for (const block of blocks) {
    const lost = lostWithin(block, lines);
    if (lost.length > 0 && (!keywords || lost.some((line) => isMeantAs(line, keywords))))
      return true;
  }
  return false;
}

function isMeantAs({ keyword: { text } }: Statement, keywords: readonly string[]): boolean {
  return keywords.some((keyword) => text === keyword || editDistance(text, keyword, 2) <= 2);
}

/** Whether keepalived does not take any line of a node. */
export function losesAnything(node: Node): boolean {
  return lostLinesOf(node).length > 0;
}

const lostByBlock = new WeakMap<readonly Statement[], Map<Statement, readonly Statement[]>>();

/** Those of some lost lines that stand in a block. Each block is asked for again by many rules. */
function lostWithin(block: Statement, lines: readonly Statement[]): readonly Statement[] {
  const known = lostByBlock.get(lines) ?? new Map<Statement, readonly Statement[]>();
  lostByBlock.set(lines, known);
  const lost = known.get(block) ?? lines.filter((line) => isWithin(line, block));
  known.set(block, lost);
  return lost;
}

const lostSets = new WeakMap<Node, ReadonlySet<Statement>>();

/** Whether keepalived does not take a line, for which a mistake in it is reported. */
export function isLost(node: Node, line: Statement): boolean {
  const known = lostSets.get(node) ?? new Set(lostLinesOf(node));
  lostSets.set(node, known);
  return known.has(line);
}

const lostLines = new WeakMap<Node, readonly Statement[]>();

/** Asked for each setting of each instance; there can be hundreds of thousands of them. */
function lostLinesOf(node: Node): readonly Statement[] {
  const known = lostLines.get(node);
  if (known) return known;
  const lines: Statement[] = [];
  for (const problem of node.problems) {
    const statement = losesTheLine.has(problem.kind) ? statementOf(problem) : undefined;
    if (statement) lines.push(statement);
  }
  lostLines.set(node, lines);
  return lines;
}

function isWithin({ source, span }: Statement, block: Statement): boolean {
  return source === block.source && span.start >= block.span.start && span.end <= block.span.end;
}
