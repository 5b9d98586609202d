import { situationFrom, type Situation } from '../election/conditions.ts';
import { contestsOf, type Contest, type Contestant } from '../election/contest.ts';
import { settle } from '../election/election.ts';
import { faultsOf, nodeFaultsOf, type NodeFaults } from './fault-sets.ts';
import { formatFault, isOff, type Fault } from '../model/faults.ts';
import { reach, startOf, type Stage } from './history.ts';
import type { FailoverModel } from '../model/model.ts';
import type { RouterReport, Scenario, Verdict } from '../model/outcome.ts';
import { isMisplaced, outcomeAt, outcomeFinder, scenarioOf, verdictOn } from './scenario.ts';

/** What a set of faults does to one virtual router. */
export interface Examined {
  /** Its index in the model. */
  readonly router: number;
  readonly faults: readonly Fault[];
  readonly verdict: Verdict;
  readonly masters: readonly string[];
  readonly candidates: readonly string[];
  readonly isMisplaced: boolean;
}

/**
 * Everything that up to `maxFaults` faults of nodes and checks can do, links left out: of the fault sets that
 * bring the instances into the same conditions only one, the one with the fewest faults.
 */
export function* examineAll(model: FailoverModel, maxFaults: number): Iterable<Examined> {
  for (const contest of contestsOf(model)) yield* examineContest(model, contest, maxFaults);
}

function* examineContest(
  model: FailoverModel,
  contest: Contest,
  maxFaults: number,
): Iterable<Examined> {
  const start = startOf(model, contest);
  const stageAfter = stageFinder(model, contest, start);
  const outcomes = contest.routers.map((router) => {
    const outcomeOf = outcomeFinder(model, contest, router);
    return { router, outcomeOf, initial: outcomeOf(start.states) };
  });
  for (const chosen of faultSets(model, contest, maxFaults)) {
    const faults = chosen.flatMap((each) => each.faults);
    const stage = stageAfter(chosen);
    for (const { router, outcomeOf, initial } of outcomes) {
      const holders = outcomeOf(stage.states);
      yield {
        router,
        faults,
        verdict: verdictOn(initial, holders),
        masters: holders.masters,
        candidates: holders.candidates,
        isMisplaced: isMisplaced(contest, start.situation, stage, router),
      };
    }
  }
}

/** Faults of one or several nodes, fewest faults first. */
function* faultSets(
  model: FailoverModel,
  contest: Contest,
  maxFaults: number,
): Iterable<readonly NodeFaults[]> {
  const nodes = [...new Set(contest.contestants.map(({ node }) => node))];
  const choices = nodes.map((node) => nodeFaultsOf(model, contest, node, maxFaults));
  for (let count = 1; count <= maxFaults; count++) yield* chooseFrom(choices, count, 0);
}

/** So many faults, on nodes from a certain one on. */
function* chooseFrom(
  choices: readonly (readonly NodeFaults[])[],
  count: number,
  from: number,
): Iterable<readonly NodeFaults[]> {
  for (let node = from; node < choices.length; node++) {
    for (const choice of choices[node] ?? []) {
      const rest = count - choice.faults.length;
      if (choice.faults.length === 0 || rest < 0) continue;
      if (rest === 0) yield [choice];
      else for (const more of chooseFrom(choices, rest, node + 1)) yield [choice, ...more];
    }
  }
}

type States = Stage['states'];

/** Where some faults have led. */
type Reached = Pick<Stage, 'situation' | 'states'>;

/** Where faults lead, in whatever order they come; those of one node are asked for again and again. */
function stageFinder(
  model: FailoverModel,
  contest: Contest,
  start: Stage,
): (chosen: readonly NodeFaults[]) => Reached {
  const ofOneNode = new Map<NodeFaults, Reached>();
  const aloneOf = contest.contestants.map(({ unit }): States => [[unit]]);
  const settledFrom = (situation: Situation, from: Reached): States =>
    from.states.flatMap((state) =>
      settle(contest, situation, state, from.situation).map(({ masters }) => masters),
    );
  const statesAfter = (chosen: readonly NodeFaults[], situation: Situation): States => {
    const best = bestByPriority(contest, situation);
    const alone = best && aloneOf[best.index];
    if (alone) return alone;
    const faults = chosen.flatMap((each) => each.faults);
    if (faults.length > chosen.length) return reach(model, contest, start, faults).stage.states;
    const atOnce = settledFrom(situation, start);
    if (chosen.length === 1) return distinct(atOnce);
    const isForgotten = keepsMasters(contest, situation, start.states);
    const inOrder = chosen.flatMap((last) => {
      const reached = find(chosen.filter((each) => each !== last));
      return isForgotten && reached.states === start.states ? [] : settledFrom(situation, reached);
    });
    return distinct([...atOnce, ...inOrder]);
  };
  const reachedBy = (chosen: readonly NodeFaults[]): Reached => {
    const effects = chosen.map(({ effect }) => effect);
    const situation = situationFrom(model, contest, effects);
    return { situation, states: statesAfter(chosen, situation) };
  };
  const find = (chosen: readonly NodeFaults[]): Reached => {
    const [only] = chosen;
    if (!only || chosen.length > 1) return reachedBy(chosen);
    const known = ofOneNode.get(only);
    if (known) return known;
    const reached = reachedBy(chosen);
    const isAsBefore = reached.states.join(';') === start.states.join(';');
    const kept = isAsBefore ? { ...reached, states: start.states } : reached;
    ofOneNode.set(only, kept);
    return kept;
  };
  return find;
}

function distinct(states: States): States {
  const [first, ...others] = states;
  if (!first) return [];
  const isOne = others.every(
    (state) => state.length === first.length && state.every((unit, place) => unit === first[place]),
  );
  return isOne
    ? [first]
    : [...new Map(states.map((state) => [state.join(), state] as const)).values()];
}

/**
 * Who is master where the past plays no part: all hear each other, the better one always takes over, and no two
 * are equally good. Undefined where it does, or when nobody takes part.
 */
function bestByPriority(
  { contestants, isOpen }: Contest,
  { priorities, isDisturbed }: Situation,
): Contestant | undefined {
  if (!isOpen || isDisturbed) return undefined;
  let highest = 0;
  let best: Contestant | undefined;
  for (const each of contestants) {
    const priority = priorities[each.index] ?? 0;
    if (!each.member.preempt) return undefined;
    if (priority > 0 && priority === highest) best = undefined;
    if (priority <= highest) continue;
    highest = priority;
    best = each;
  }
  return best;
}

/**
 * Whether some masters still take part where all hear all: what comes next depends on who they are then, and not
 * on how they have become it.
 */
function keepsMasters(
  { isOpen }: Contest,
  { priorities, isDisturbed }: Situation,
  states: States,
): boolean {
  const takesPart = ([master]: readonly number[]): boolean =>
    master !== undefined && priorities[master] !== 0;
  return isOpen && !isDisturbed && states.every((state) => state.length === 1 && takesPart(state));
}

/** What is known about each virtual router, in the order of the model. */
export function analyse(model: FailoverModel, maxFaults: number): readonly RouterReport[] {
  const reports = new Map<number, RouterReport>();
  for (const contest of contestsOf(model)) {
    const start = startOf(model, contest);
    const single = new Map(
      contest.routers.map((router) => [router, singleScenarios(model, contest, start, router)]),
    );
    const surprises = new Map(
      contest.routers.map((router) => [router, collectSurprises(single.get(router) ?? [])]),
    );
    for (const each of examineContest(model, contest, maxFaults)) {
      surprises.get(each.router)?.add(each);
    }
    for (const router of contest.routers) {
      const { found, examined } = surprises.get(router)?.result() ?? { found: [], examined: 0 };
      const combined = found.map(({ faults, alike }) => ({
        ...scenarioOf(model, contest, start, faults, router),
        alike,
      }));
      const scenarios = [...(single.get(router) ?? []), ...combined];
      const initial = outcomeAt(model, contest, start, router);
      const report = reportOn(model, router, { initial, scenarios, examined });
      if (report) reports.set(router, report);
    }
  }
  return model.routers.flatMap((_, router) => reports.get(router) ?? []);
}

function singleScenarios(
  model: FailoverModel,
  contest: Contest,
  start: Stage,
  router: number,
): readonly Scenario[] {
  return singleFaults(model, contest, router).map((fault) =>
    scenarioOf(model, contest, start, [fault], router),
  );
}

/** Each fault that concerns a virtual router, then the links between its nodes. */
function singleFaults(model: FailoverModel, contest: Contest, router: number): readonly Fault[] {
  const contestants = contest.contestants.filter((each) => each.router === router);
  const own = contestants.flatMap(({ node }) => faultsOf(model, contest, node));
  const names = contestants.map(({ node }) => model.nodes[node]?.name ?? '');
  const links = contestants.flatMap((a, place) =>
    contestants.flatMap((b, other): readonly Fault[] => {
      const hear = a.hears.has(b) || b.hears.has(a);
      const [first = '', second = ''] = [names[place], names[other]];
      return other > place && hear ? [{ kind: 'link', nodes: [first, second] }] : [];
    }),
  );
  return [...own, ...links];
}

/** More combinations than this are not told one by one. */
const mostSurprises = 20;

interface Surprise {
  readonly faults: readonly Fault[];
  alike: number;
}

/**
 * Collects the combinations that end badly, or with a master whose check has failed, although none of their
 * faults alone does so; of those that end alike only the first.
 */
function collectSurprises(single: readonly Scenario[]): {
  readonly add: (examined: Examined) => void;
  readonly result: () => { readonly found: readonly Surprise[]; readonly examined: number };
} {
  const alone = new Map(
    single.flatMap((scenario) =>
      scenario.faults.map((fault) => [formatFault(fault), scenario] as const),
    ),
  );
  const found = new Map<string, Surprise>();
  let examined = 0;
  return {
    add: ({ faults, verdict, masters, candidates, isMisplaced: misplaced }) => {
      examined += 1;
      const isHarmless = (verdict === 'moved' || verdict === 'stays') && !misplaced;
      // That nobody is master when all hosts are off need not be said.
      if (isHarmless || faults.length < 2 || faults.every(isOff)) return;
      const isKnown = faults.some((fault) => {
        const scenario = alone.get(formatFault(fault));
        return misplaced ? scenario?.isMisplaced : scenario?.verdict === verdict;
      });
      if (isKnown) return;
      const key = JSON.stringify([verdict, masters, candidates, misplaced]);
      const known = found.get(key);
      if (known) known.alike += 1;
      else found.set(key, { faults, alike: 0 });
    },
    result: () => ({ found: [...found.values()].slice(0, mostSurprises), examined }),
  };
}

function reportOn(
  model: FailoverModel,
  index: number,
  known: Pick<RouterReport, 'initial' | 'scenarios' | 'examined'>,
): RouterReport | undefined {
  const router = model.routers[index];
  if (!router) return undefined;
  const { id, virtualRouterId, family, members } = router;
  return {
    ...{ id, virtualRouterId, family, ...known },
    interface: members[0]?.interface,
    members: members.map(({ node, instance, interface: link, base, preempt }) => ({
      node: model.nodes[node]?.name ?? '',
      ...{ instance, interface: link },
      priority: base,
      preempt,
    })),
  };
}
