import type { Bounds, Outcome, RouterReport, Scenario, Step } from '@kalint/linter';
import { ladderOf } from './ladder.ts';
import { reasonFor, type Reason } from './reason.ts';
import { plainText, type Phrase } from './phrase.ts';
import type { Row, Tone } from './view.ts';
import {
  afterRepairPhrase,
  areSame,
  eventPhrase,
  faultPhrase,
  outcomePhrase,
  span,
} from './words.ts';

/** The rows of a table, the worst first, with those that say the same in one. */
export function rowsOf(scenarios: readonly Scenario[], router: RouterReport): readonly Row[] {
  const rows = groupsAmong(scenarios, router).map((group) => {
    const scenario = foldedScenario(group);
    const row = rowOf(scenario, router.initial, router, scenario.faults.map(faultPhrase));
    return { ...row, standings: commonStandings(group, router) };
  });
  return rows.sort((a, b) => severityOf(a.tone) - severityOf(b.tone));
}

/** The rows of a sequence of events, as they come. */
export function stepRows(
  steps: readonly Step[],
  routerIndex: number,
  router: RouterReport,
): readonly Row[] {
  let before: Outcome = router.initial;
  return steps.flatMap(({ event, routers }, index) => {
    const scenario = routers[routerIndex];
    if (!scenario) return [];
    const row = rowOf(scenario, before, router, [eventPhrase(event, index + 1)]);
    before = scenario;
    return [row];
  });
}

function severityOf(tone: Tone): number {
  return ['bad', 'warning', 'unavoidable', 'good', 'calm'].indexOf(tone);
}

function rowOf(
  scenario: Scenario,
  before: Outcome,
  router: RouterReport,
  faults: readonly Phrase[],
): Row {
  const reason = reasonFor(scenario, before, router);
  const standings = router.members.map(({ node }) => scenario.priorities.get(node));
  const tone = worst([toneOf(scenario, reason), afterRepairTone(scenario, router.initial)]);
  return {
    tone,
    verdict: scenario.verdict,
    needsAttention: tone === 'bad' || tone === 'warning',
    faults,
    more: scenario.alike,
    outcome: outcomePhrase(scenario.verdict, scenario, before),
    reason: reason?.text,
    standings,
    changed: changedMembers(scenario, before, router),
    takeover: scenario.takeover && span(scenario.takeover),
    afterRepair: afterRepairPhrase(scenario, router.initial),
    ladder: ladderOf(scenario, before, router),
  };
}

function worst(tones: readonly Tone[]): Tone {
  return tones.reduce((a, b) => (severityOf(b) < severityOf(a) ? b : a), 'calm');
}

function toneOf({ verdict, isMisplaced }: Scenario, reason: Reason | undefined): Tone {
  if (isMisplaced) return 'warning';
  if (reason) return reason.tone;
  switch (verdict) {
    case 'no-master':
    case 'split-brain':
      return 'bad';
    case 'undecided':
      return 'warning';
    case 'moved':
      return 'good';
    case 'stays':
      return 'calm';
  }
}

/** That something is as wrong as it was before is said once, of the virtual router. */
function afterRepairTone({ afterRepair }: Scenario, initial: Outcome): Tone {
  if (areSame(afterRepair, initial)) return 'calm';
  if (afterRepair.verdict === 'undecided') return 'warning';
  const isBad = afterRepair.verdict === 'no-master' || afterRepair.verdict === 'split-brain';
  return isBad ? 'bad' : 'calm';
}

function changedMembers(
  { priorities, masters, candidates }: Scenario,
  before: Outcome,
  { members }: RouterReport,
): Row['changed'] {
  return members.flatMap(({ node }) => {
    const standing = priorities.get(node);
    if (standing === undefined) return [];
    const takes = [...masters, ...candidates].includes(node) && !before.masters.includes(node);
    return takes || standing !== before.priorities.get(node) ? [{ node, standing }] : [];
  });
}

type Group = readonly [Scenario, ...Scenario[]];

/** From so many scenarios on that differ only in the node, one row says it for all. */
const fewestFolded = 3;

function groupsAmong(scenarios: readonly Scenario[], router: RouterReport): readonly Group[] {
  const groups = new Map<string, [Scenario, ...Scenario[]]>();
  for (const scenario of scenarios) {
    const key = keyOf(scenario, router);
    const group = groups.get(key);
    if (group) group.push(scenario);
    else groups.set(key, [scenario]);
  }
  return [...groups.values()].flatMap((group): readonly Group[] =>
    group.length < fewestFolded ? group.map((each) => [each]) : [group],
  );
}

/** The first one, with the bounds of all. */
function foldedScenario(group: Group): Scenario {
  const [first] = group;
  return {
    ...first,
    takeover: boundsOf(group.map(({ takeover }) => takeover)),
    afterRepair: {
      ...first.afterRepair,
      takeover: boundsOf(group.map(({ afterRepair }) => afterRepair.takeover)),
    },
    alike: group.reduce((sum, { alike }) => sum + 1 + alike, -1),
  };
}

function boundsOf(times: readonly (Bounds | undefined)[]): Bounds | undefined {
  const known = times.flatMap((each) => each ?? []);
  if (known.length === 0) return undefined;
  return {
    min: Math.min(...known.map(({ min }) => min)),
    max: Math.max(...known.map(({ max }) => max)),
  };
}

function commonStandings([first, ...others]: Group, { members }: RouterReport): Row['standings'] {
  return members.map(({ node }) => {
    const standing = first.priorities.get(node);
    return others.every(({ priorities }) => priorities.get(node) === standing)
      ? standing
      : undefined;
  });
}

/** What is to be said of a scenario, with its own nodes left open: `stays` when some other node is down. */
function keyOf(scenario: Scenario, router: RouterReport): string {
  const { faults, verdict, isMisplaced, takeover, masters, candidates, afterRepair } = scenario;
  const own = faults.flatMap((fault) => (fault.kind === 'link' ? fault.nodes : [fault.node]));
  const open = (text: string): string => {
    const index = own.indexOf(text);
    return index === -1 ? text : `\0${index}`;
  };
  const isLink = faults.some(({ kind }) => kind === 'link');
  const reason = reasonFor(scenario, router.initial, router);
  return JSON.stringify([
    faults.map((fault) => ('name' in fault ? [fault.kind, fault.name] : [fault.kind])),
    [verdict, isMisplaced, takeover !== undefined],
    // Of a link it does not matter which end is which.
    isLink ? [masters.length, masters.filter((name) => !own.includes(name))] : masters.map(open),
    candidates.map(open),
    [afterRepair.verdict, afterRepair.takeover !== undefined, afterRepair.masters.map(open)],
    // Numbers in it are part of what the row says.
    reason && plainText(reason.text),
  ]);
}
