import type { Bounds, Outcome, Scenario } from '@kalint/linter';
import { enumerated, joined } from './phrase.ts';
import type { Bar, Timeline } from './view.ts';
import { faultPhrase, span } from './words.ts';

/** Of more takeovers the slowest are drawn. */
const mostBars = 12;

/** How long it takes until another node has the addresses after each single fault, and until they return. */
export function timelinesOf(scenarios: readonly Scenario[]): readonly Timeline[] {
  const moves = scenarios.filter(({ verdict }) => verdict === 'moved');
  const away = moves.flatMap((scenario) => barOf(scenario, scenario.takeover, scenario));
  const back = moves
    .filter(({ afterRepair }) => afterRepair.verdict === 'returns')
    .flatMap((scenario) => barOf(scenario, scenario.afterRepair.takeover, scenario.afterRepair));
  return [
    timeline('From the fault until another node holds the addresses', away),
    timeline('From the repair until the addresses are back', back),
  ].filter(({ bars }) => bars.length > 0);
}

/** One bar for those that take the same time and lead to the same node. */
function timeline(title: string, all: readonly Bar[]): Timeline {
  const groups = new Map<string, [Bar, ...Bar[]]>();
  for (const bar of all) {
    const key = JSON.stringify([bar.span, bar.holder]);
    const group = groups.get(key);
    if (group) group.push(bar);
    else groups.set(key, [bar]);
  }
  const bars = [...groups.values()]
    .map(([first, ...others]): Bar => {
      if (others.length === 0) return first;
      return { ...first, more: others.length };
    })
    .sort((a, b) => b.max - a.max || b.min - a.min)
    .slice(0, mostBars);
  const largest = Math.max(0, ...bars.map(({ min, max }) => (Number.isFinite(max) ? max : min)));
  return { title, end: axisEnd(largest), bars };
}

/** A round number above what is to be shown. */
function axisEnd(seconds: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(seconds, 0.1)));
  // A quarter of each is a short number, too.
  const steps = [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10, 12];
  const step = steps.find((each) => each * magnitude >= seconds * 1.05) ?? 12;
  return Number((step * magnitude).toPrecision(6));
}

function barOf(
  { faults }: Scenario,
  takeover: Bounds | undefined,
  { masters }: Outcome,
): readonly Bar[] {
  if (!takeover) return [];
  const label = joined(faults.map(faultPhrase), ' and ');
  return [
    { label, more: 0, ...takeover, span: span(takeover), holder: enumerated(masters, 'and') },
  ];
}
