import { formatFault, type Bounds } from '@kalint/linter';
import type { Comparison } from './comparison.ts';
import type { Plan } from './plan.ts';
import { disagrees, type Trial } from './trial.ts';

/** A disagreement, with all that is needed to look into it. */
export function describe({ plan, folder, comparisons }: Trial): string {
  const lines = comparisons
    .filter(({ disagreement }) => disagreement !== undefined)
    .map(({ phase, router, expected, observed, disagreement }) => {
      const { masters, candidates, takeover, priorities } = expected;
      const perhaps = candidates.length > 0 ? ` perhaps ${candidates.join(', ')}` : '';
      const standings = Object.entries(priorities).map((entry) => entry.join(' '));
      return [
        `  ${router} after ${eventText(plan, phase)}: ${disagreement}`,
        `    model:      ${listOf(masters)}${perhaps} ${boundsText(takeover)} (${standings.join(', ')})`,
        `    keepalived: ${listOf(observed.masters)} ${boundsText(observed.takeover)}`,
      ].join('\n');
    });
  return [
    `${plan.name}: ${folder}`,
    `  ${plan.events.map((_, at) => eventText(plan, at + 1)).join('; ')}`,
    ...lines,
  ].join('\n');
}

function eventText({ events, start }: Plan, phase: number): string {
  const event = events[phase - 1];
  if (!event) return `the start (${start})`;
  return `${event.change} ${formatFault(event.fault)}${event.hangs ? ' (hangs)' : ''}`;
}

function listOf(names: readonly string[]): string {
  return names.length === 0 ? 'nobody' : names.join(', ');
}

function boundsText(bounds: Bounds | undefined): string {
  return bounds ? `in ${bounds.min.toFixed(2)} to ${bounds.max.toFixed(2)} s` : '';
}

/** What came out, in a few lines. */
export function summary(trials: readonly Trial[]): string {
  const all = trials.flatMap(({ comparisons }) => comparisons);
  const faults = trials.flatMap(({ plan }) =>
    plan.events.flatMap(({ change, fault }) => (change === 'fail' ? fault.kind : [])),
  );
  const undecided = all.filter(
    ({ expected }) => expected.candidates.length > 0 || expected.isEndless,
  );
  const priorities = all.flatMap(({ expected }) =>
    Object.values(expected.priorities).filter((standing) => typeof standing === 'number'),
  );
  const bad = trials.filter(disagrees);
  return [
    `clusters: ${tally(trials.map(({ plan }) => `of ${plan.nodes.length} nodes`))}`,
    `faults: ${tally(faults)}`,
    `masters compared: ${all.length}, of these not decided by the model: ${undecided.length}`,
    `priorities compared: ${priorities.length}`,
    ...timing(all),
    `clusters that agree: ${trials.length - bad.length}, that do not: ${bad.length}`,
  ].join('\n');
}

/** `5 (3 down, 2 stop)` */
function tally(names: readonly string[]): string {
  const counts = [...new Set(names)]
    .sort()
    .map((name) => `${names.filter((each) => each === name).length} ${name}`);
  return `${names.length} (${counts.join(', ')})`;
}

function timing(comparisons: readonly Comparison[]): readonly string[] {
  const timed = comparisons.flatMap(({ phase, expected, observed }) =>
    phase > 0 && expected.takeover && observed.takeover
      ? { bounds: expected.takeover, seen: observed.takeover }
      : [],
  );
  const early = timed.map(({ bounds, seen }) => bounds.min - seen.max);
  const late = timed.map(({ bounds, seen }) => seen.min - bounds.max);
  const widths = timed.map(({ bounds }) => bounds.max - bounds.min).sort((a, b) => a - b);
  const median = widths[Math.floor(widths.length / 2)] ?? 0;
  return [
    `takeovers timed: ${timed.length}; the model's bounds are ${median.toFixed(2)} s apart (median)`,
    `  before them: ${excess(early)}; after them: ${excess(late)}`,
  ];
}

function excess(differences: readonly number[]): string {
  const outside = differences.filter((each) => each > 0);
  return `${outside.length}, by at most ${Math.max(0, ...outside).toFixed(3)} s`;
}
