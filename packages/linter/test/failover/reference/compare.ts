import type { FailoverModel } from '../../../src/failover/model/model.ts';
import type { Outcome, Verdict } from '../../../src/failover/model/outcome.ts';
import { masterSets, type Settled } from './outcomes.ts';

/** What the analysis says about a router. */
export type Claim = Pick<Outcome, 'masters' | 'candidates'> & { readonly verdict: Verdict };

/**
 * Whether a claim is what was played: one way to settle is that one, several are undecided between them.
 * Masters that come and go for ever are undecided too, whoever they are.
 */
export function isRight(
  model: FailoverModel,
  before: readonly Settled[],
  ways: readonly Settled[],
  router: number,
  claim: Claim,
): boolean {
  const sets = masterSets(ways, router);
  const lists = sets.map(namesIn);
  const [only] = lists;
  const certain = inOrder(model, claim.masters);
  if (ways.some(({ cycles }) => cycles)) return claim.verdict === 'undecided';
  if (only && lists.length === 1) {
    return (
      certain === sets[0] &&
      claim.candidates.length === 0 &&
      verdictsOn(masterSets(before, router), only).includes(claim.verdict)
    );
  }
  const always = (only ?? []).filter((name) => lists.every((list) => list.includes(name)));
  const sometimes = lists.flat().filter((name) => !always.includes(name));
  return (
    claim.verdict === 'undecided' &&
    certain === inOrder(model, always) &&
    inOrder(model, claim.candidates) === inOrder(model, sometimes)
  );
}

/**
 * Whether a claim leaves open more than happens, and names all that happens. It may where one node has several
 * routers in a sync group, or not all hear all, or intervals differ: what becomes of groups that pull apart
 * can depend on which of two advertisements is sent microseconds before the other.
 */
export function isCautious(
  model: FailoverModel,
  ways: readonly Settled[],
  router: number,
  claim: Claim,
): boolean {
  if (isPlain(model) || claim.verdict !== 'undecided' || ways.some(({ cycles }) => cycles))
    return false;
  const possible = [...claim.masters, ...claim.candidates];
  return masterSets(ways, router)
    .map(namesIn)
    .every(
      (names) =>
        names.every((name) => possible.includes(name)) &&
        claim.masters.every((name) => names.includes(name)),
    );
}

/** No sync group over several routers, everybody hears everybody, one interval for each router. */
export function isPlain({ routers }: FailoverModel): boolean {
  const groups = routers.flatMap(({ members }) =>
    members.flatMap(({ node, syncGroup }) =>
      syncGroup === undefined ? [] : `${node} ${syncGroup}`,
    ),
  );
  return (
    new Set(groups).size === groups.length &&
    routers.every(
      ({ members }) =>
        members.every(({ hears }) => hears.size === members.length - 1) &&
        new Set(members.map(({ advertInterval }) => advertInterval)).size === 1,
    )
  );
}

/** What may be said when these are the masters; more than one thing when it is not known who was before. */
function verdictsOn(before: readonly string[], masters: readonly string[]): readonly Verdict[] {
  if (masters.length === 0) return ['no-master'];
  if (masters.length > 1) return ['split-brain'];
  if (before.length > 1) return ['moved', 'stays'];
  return before[0] === masters[0] ? ['stays'] : ['moved'];
}

function namesIn(set: string): readonly string[] {
  return set === '' ? [] : set.split(' ');
}

function inOrder({ nodes }: FailoverModel, names: readonly string[]): string {
  return nodes
    .map(({ name }) => name)
    .filter((name) => names.includes(name))
    .join(' ');
}
