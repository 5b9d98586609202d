import type { Outcome, RouterReport, Scenario } from '@kalint/linter';
import type { Ladder, Rung } from './view.ts';
import { rankOf } from './words.ts';

/** Of more members only those are drawn to whom something happens, and the first ones of the others. */
const mostRungs = 10;

/** Undefined when both orders are the same: there is nothing to be seen. */
export function ladderOf(
  scenario: Outcome & Pick<Scenario, 'verdict'>,
  before: Outcome,
  { members }: RouterReport,
): Ladder | undefined {
  const nodes = members.map(({ node }) => node);
  const left = rungsOf(nodes, before);
  const right = rungsOf(nodes, scenario);
  if (scenario.verdict === 'stays' && !movesRung(left, right)) return undefined;
  const shown = new Set(chosen(left, right));
  const isShown = ({ node }: Rung): boolean => shown.has(node);
  return {
    before: left.filter(isShown),
    after: right.filter(isShown),
    hidden: left.length - shown.size,
  };
}

/** The highest priority first; who takes no part comes last. */
function rungsOf(nodes: readonly string[], outcome: Outcome): readonly Rung[] {
  return nodes
    .map((node): Rung => ({
      node,
      standing: outcome.priorities.get(node) ?? 'down',
      holds: holds(node, outcome),
    }))
    .sort((a, b) => rankOf(b.standing) - rankOf(a.standing));
}

function holds(node: string, { masters, candidates }: Outcome): Rung['holds'] {
  if (masters.includes(node)) return 'yes';
  return candidates.includes(node) ? 'may' : 'no';
}

function movesRung(left: readonly Rung[], right: readonly Rung[]): boolean {
  const standings = new Map(left.map(({ node, standing }) => [node, standing]));
  return right.some(({ node, standing }) => standings.get(node) !== standing);
}

function chosen(left: readonly Rung[], right: readonly Rung[]): readonly string[] {
  if (left.length <= mostRungs) return left.map(({ node }) => node);
  const standings = new Map(left.map(({ node, standing }) => [node, standing]));
  const matters = [...left, ...right]
    .filter(({ node, standing, holds: does }) => does !== 'no' || standings.get(node) !== standing)
    .map(({ node }) => node);
  const first = left.map(({ node }) => node);
  return [...new Set([...matters, ...first])].slice(0, mostRungs);
}
