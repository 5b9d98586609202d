import { setMaxListeners } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Release } from '@kalint/parser';
import { canAskKeepalived } from '../scripts/keepalived/installed.ts';
import { mapConcurrently } from '../scripts/oracle/pool.ts';
import { now } from './clock.ts';
import { slack } from './comparison.ts';
import { nodesOf } from './experiment.ts';
import { keptPlans } from './kept-plans.ts';
import { watchLateness, type Lateness } from './lateness.ts';
import { lengthOf } from './patience.ts';
import type { Plan } from './plan.ts';
import { probe, type Abilities } from './probe.ts';
import { randomPlan } from './random-plan.ts';
import { describe, summary } from './report.ts';
import { disagrees, recordedTrials, runTrial, type Trial } from './trial.ts';

/*
 * Lets real daemons do what the failover model says that they do, and compares: the clusters of lab/clusters, and
 * random ones.
 *
 *   pnpm lab [--clusters N] [--seed N] [--first N] [--faults N] [--nodes N] [--parallel N] [--only NAME] [--keep]
 *   pnpm lab --again FOLDER
 *
 * `--first` is the number of the first random cluster; `--only` takes of the clusters of lab/clusters those whose
 * names contain this; `--keep` keeps all files and logs, which otherwise only a disagreement does;
 * `--again` runs nothing and compares what was seen in a run that has kept its files.
 */

const release: Release = '2.2.7';

/** So often a trial is repeated at most. */
const mostRepetitions = 5;

const { values } = parseArgs({
  options: {
    clusters: { type: 'string', default: '40' },
    seed: { type: 'string', default: '20261121' },
    first: { type: 'string', default: '1' },
    faults: { type: 'string', default: '2' },
    nodes: { type: 'string' },
    parallel: { type: 'string', default: String(8 * availableParallelism()) },
    only: { type: 'string', default: '' },
    keep: { type: 'boolean', default: false },
    again: { type: 'string' },
  },
});

const seed = numberIn(values.seed);
const clusters = numberIn(values.clusters);
const first = numberIn(values.first);
const faults = numberIn(values.faults);
const parallel = Math.max(1, numberIn(values.parallel));
const nodes = values.nodes === undefined ? undefined : Math.max(2, numberIn(values.nodes));

/** Throws when it is none. */
function numberIn(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`not a number: ${text}`);
  return Number(text);
}

if (values.again !== undefined) compareAgain(values.again);
else if (canAskKeepalived(release)) await start();

async function start(): Promise<void> {
  const aborted = new AbortController();
  // Every daemon waits with it.
  setMaxListeners(0, aborted.signal);
  const stop = (): void => aborted.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const abilities = await probe(aborted.signal);
  if (aborted.signal.aborted) process.exitCode = 130;
  else if (typeof abilities === 'string') console.log(`skipped: no network here: ${abilities}`);
  else await run(abilities, aborted.signal);
}

async function run({ seesProcesses }: Abilities, signal: AbortSignal): Promise<void> {
  const wishes = { seed, faults, nodes, release, processes: seesProcesses };
  const drawn = Array.from({ length: clusters }, (_, index) => randomPlan(first + index, wishes));
  const kept = keptPlans().filter(
    (plan) => plan.name.includes(values.only) && (seesProcesses || !tracksProcess(plan)),
  );
  const plans = longestFirst([...kept, ...drawn]);
  console.log(
    `keepalived ${release}, seed ${seed}, ${plans.length} clusters, ${parallel} at a time`,
  );
  if (!seesProcesses) console.log('keepalived sees no processes in a container: none are tracked');
  const root = mkdtempSync(join(tmpdir(), 'kalint-lab-'));
  const lateness = watchLateness();
  const begin = now();
  const trials = await mapConcurrently(plans, parallel, async (plan) => {
    const folder = join(root, plan.name.replaceAll(' ', '-'));
    try {
      const trial = await tryInPeace(plan, folder, lateness, signal);
      if (disagrees(trial)) console.log(describe(trial));
      else if (!values.keep) rmSync(folder, { recursive: true });
      return trial;
    } catch (error) {
      if (!signal.aborted) console.log(`${plan.name}: ${folder}: ${String(error)}`);
      return undefined;
    }
  });
  await lateness.close();
  if (signal.aborted) {
    rmSync(root, { recursive: true });
    process.exitCode = 130;
    return;
  }
  const finished = trials.flatMap((trial) => trial ?? []);
  console.log(summary(finished));
  const end = now();
  console.log(
    `${(end - begin).toFixed(0)} s; the machine was late by ${inMilliseconds(lateness.between(begin, end))} at most`,
  );
  if (values.keep) console.log(`all files are in ${root}`);
  if (finished.length < plans.length || finished.some(disagrees)) process.exitCode = 1;
  else if (!values.keep) rmSync(root, { recursive: true });
}

/**
 * Carries a plan out. Where the model and the daemons do not agree although the daemons had no processor when they
 * wanted one, nothing is known about the model: it is tried again. An error in the model comes again, too.
 */
async function tryInPeace(
  plan: Plan,
  folder: string,
  lateness: Lateness,
  signal: AbortSignal,
): Promise<Trial> {
  for (let repetitions = 0; ; repetitions += 1) {
    const begin = now();
    const trial = await runTrial(plan, folder, release, signal);
    const late = lateness.between(begin, now());
    if (!disagrees(trial) || late < slack.early || repetitions === mostRepetitions) return trial;
    console.log(`${plan.name}: again, since the machine was late by ${inMilliseconds(late)}`);
    rmSync(folder, { recursive: true });
  }
}

function inMilliseconds(seconds: number): string {
  return `${(seconds * 1000).toFixed(0)} ms`;
}

/** So that no long one is alone at the end. */
function longestFirst(plans: readonly Plan[]): readonly Plan[] {
  const lengths = new Map(plans.map((plan) => [plan, lengthOf(plan, nodesOf(plan, '', release))]));
  return plans.toSorted((a, b) => (lengths.get(b) ?? 0) - (lengths.get(a) ?? 0));
}

function tracksProcess({ nodes: planned }: Plan): boolean {
  return planned.some(({ text }) => text.includes('vrrp_track_process'));
}

function compareAgain(root: string): void {
  const trials = recordedTrials(root, release);
  for (const trial of trials.filter(disagrees)) console.log(describe(trial));
  console.log(summary(trials));
  if (trials.some(disagrees)) process.exitCode = 1;
}
