import type { Situation } from '../election/conditions.ts';
import type { Contest, Contestant } from '../election/contest.ts';
import { reach, recover, type Passage, type Stage } from './history.ts';
import type { Fault } from '../model/faults.ts';
import type { FailoverModel } from '../model/model.ts';
import type { Outcome, Scenario, Standing, Verdict } from '../model/outcome.ts';

/** Who holds the addresses of a virtual router, its index given, at a stage. */
export function outcomeAt(
  model: FailoverModel,
  contest: Contest,
  { situation, states }: Stage,
  router: number,
): Outcome {
  const contestants = contest.contestants.filter((each) => each.router === router);
  const priorities = contestants.map(({ node, index }): [string, Standing] => [
    model.nodes[node]?.name ?? '',
    situation.conditions[index]?.standing ?? 'FAULT',
  ]);
  const holders = outcomeFinder(model, contest, router)(states);
  return { ...holders, priorities: new Map(priorities) };
}

/** Who holds the addresses, without the priorities. */
export type Holders = Omit<Outcome, 'priorities'>;

/** Tells of states who holds the addresses of a virtual router. Made for very many questions. */
export function outcomeFinder(
  model: FailoverModel,
  contest: Contest,
  router: number,
): (states: Stage['states']) => Holders {
  const names = new Map(
    contest.contestants
      .filter((each) => each.router === router)
      .map(({ unit, node }) => [unit, model.nodes[node]?.name ?? '']),
  );
  const known = new Map<string, Holders>();
  const namesIn = (state: readonly number[]): readonly string[] =>
    state.flatMap((unit) => names.get(unit) ?? []);
  const find = (states: Stage['states']): Holders => {
    const each = states.map(namesIn);
    const all = [...new Set(each.flat())];
    const masters = all.filter((name) => each.every((some) => some.includes(name)));
    const candidates = all.filter((name) => !masters.includes(name));
    return { masters, candidates, ...(states.length === 0 && { isEndless: true }) };
  };
  return (states) => {
    const key = states.join(';');
    const holders = known.get(key) ?? find(states);
    known.set(key, holders);
    return holders;
  };
}

/**
 * Whether the only master of a virtual router has lost priority by what has failed, while another node that
 * takes part has not.
 */
export function isMisplaced(
  contest: Contest,
  healthy: Situation,
  { situation, states }: Pick<Stage, 'situation' | 'states'>,
  router: number,
): boolean {
  const [state] = states;
  if (!state || states.length > 1) return false;
  const hasLost = ({ index }: Contestant): boolean =>
    (situation.priorities[index] ?? 0) < (healthy.priorities[index] ?? 0);
  let master: Contestant | undefined;
  for (const unit of state) {
    for (const member of contest.units[unit]?.members ?? []) {
      if (member.router !== router) continue;
      if (master) return false;
      master = member;
    }
  }
  if (!master || !hasLost(master)) return false;
  return contest.contestants.some(
    (each) =>
      each.router === router &&
      each !== master &&
      situation.priorities[each.index] !== 0 &&
      !hasLost(each),
  );
}

type Kind = 'one' | 'no-master' | 'split-brain' | 'undecided';

function kindOf({ masters, candidates, isEndless }: Holders): Kind {
  if (candidates.length > 0 || isEndless) return 'undecided';
  if (masters.length === 0) return 'no-master';
  return masters.length === 1 ? 'one' : 'split-brain';
}

/** What has become of a virtual router, compared with how it was. */
export function verdictOn(before: Holders, after: Holders): Verdict {
  const kind = kindOf(after);
  if (kind !== 'one') return kind;
  return isSame(before, after) ? 'stays' : 'moved';
}

function isSame(a: Holders, b: Holders): boolean {
  return a === b || (areEqual(a.masters, b.masters) && areEqual(a.candidates, b.candidates));
}

function areEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, place) => name === b[place]);
}

/** Some faults, in whatever order they come. */
export function scenarioOf(
  model: FailoverModel,
  contest: Contest,
  start: Stage,
  faults: readonly Fault[],
  router: number,
): Scenario {
  const passage = reach(model, contest, start, faults);
  return scenarioFrom(model, contest, { start, from: start }, passage, router);
}

/** What a passage from a stage has brought, and what remains of it when all faults have gone. */
export function scenarioFrom(
  model: FailoverModel,
  contest: Contest,
  { start, from }: { readonly start: Stage; readonly from: Stage },
  { stage, takeover }: Passage,
  router: number,
): Scenario {
  const initial = outcomeAt(model, contest, start, router);
  const before = outcomeAt(model, contest, from, router);
  const outcome = outcomeAt(model, contest, stage, router);
  const back = recover(model, contest, stage);
  const repaired = outcomeAt(model, contest, back.stage, router);
  const kind = kindOf(repaired);
  return {
    faults: stage.faults,
    ...outcome,
    verdict: verdictOn(before, outcome),
    isMisplaced: isMisplaced(contest, start.situation, stage, router),
    takeover: takeover(router),
    afterRepair: {
      ...repaired,
      verdict: kind !== 'one' ? kind : isSame(initial, repaired) ? 'returns' : 'stays-away',
      takeover: back.takeover(router),
    },
    alike: 0,
  };
}
