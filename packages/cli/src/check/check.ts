import { lint, type RuleOptions } from '@kalint/linter';
import type { Release } from '@kalint/parser';
import type { Configuration } from '../configuration/configuration.ts';
import { configIdsOf } from '../configuration/groups.ts';
import { configurationAsJson } from '../configuration/print-configuration.ts';
import { settle } from '../configuration/settle.ts';
import { readFiles } from '../disk/read-files.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import type { WorkSettings } from '../fleet/work.ts';
import { noStopwatch, type Stopwatch } from '../timing/stopwatch.ts';
import { baselineFor } from './baseline.ts';
import { checkedOf } from './checked.ts';
import { gather, type Gathered } from './gather.ts';
import type { Invocation } from './invocation.ts';
import type { Job } from './job.ts';
import { nodeInputsFor } from '../node-inputs.ts';
import { refuse } from '../refuse.ts';
import { repair } from './repair.ts';
import { ruleOptionsFor } from '../rule-settings.ts';
import { show, type Presentation } from './show.ts';
import { forLog } from '../terminal/log-commands.ts';
import { print, say } from '../terminal/output.ts';

/**
 * Reads, checks and reports; nothing is checked unless everything can be read.
 *
 * @param looksAt is told of every file that decides what is found
 */
export async function check(
  given: Invocation,
  looksAt: (path: string) => void = () => undefined,
): Promise<ExitStatus> {
  const stopwatch = await stopwatchFor(given);
  const status = await checkAsSettled(given, { stopwatch, looksAt });
  const [title, ...rows] = stopwatch.table();
  if (title !== undefined) say(title, ...rows);
  return status;
}

/** What watches a run while it goes on. */
interface Attention {
  readonly stopwatch: Stopwatch;
  readonly looksAt: (path: string) => void;
}

async function stopwatchFor({ showsTiming, watches }: Invocation): Promise<Stopwatch> {
  if (!showsTiming) return noStopwatch;
  const now = (): number => performance.now();
  const { startStopwatch } = await import('../timing/timing.ts');
  // The clock begins when the process does.
  const stopwatch = startStopwatch(now, watches ? now() : 0);
  if (!watches) stopwatch.lap('start');
  return stopwatch;
}

async function checkAsSettled(given: Invocation, attention: Attention): Promise<ExitStatus> {
  given.files.forEach(attention.looksAt);
  const settled = await settle(given, given.files);
  if ('mistakes' in settled) return refuse(settled.mistakes);
  const { configuration, invocation, release } = settled;
  if (invocation.printsConfiguration) {
    await print(forLog(configurationAsJson(configuration, invocation), 'json'));
    return exitStatus.clean;
  }
  return checkFiles(invocation, configuration, release, attention);
}

async function checkFiles(
  invocation: Invocation,
  configuration: Configuration | undefined,
  release: Release,
  { stopwatch, looksAt }: Attention,
): Promise<ExitStatus> {
  const ruleOptions = ruleOptionsFor(invocation);
  if ('mistakes' in ruleOptions) return refuse(ruleOptions.mistakes);
  if (typeof invocation.baseline === 'string') looksAt(invocation.baseline);
  const baseline = await baselineFor(invocation);
  if (baseline && 'mistake' in baseline) return refuse([baseline.mistake]);
  const gathered = await gather(invocation, configuration, {
    reading: readingOf(invocation),
    rules: ruleOptions,
    release,
  });
  for (const message of invocation.isQuiet ? [] : gathered.remarks) say(message);
  if ('failures' in gathered) return refuse(gathered.failures);
  if (gathered.groups.length === 0) {
    say(describeNothing(configuration), 'See kalint --help');
    return exitStatus.unable;
  }
  gathered.given.forEach(({ path }) => looksAt(path));
  stopwatch.lap('settings');
  const presentation = { invocation, release, baseline, stopwatch, looksAt };
  try {
    if (invocation.explainsClusters) {
      const { explainClusters } = await import('../clusters/clusters.ts');
      return await explainClusters(gathered, invocation);
    }
    return await checkGathered(gathered, ruleOptions, presentation);
  } finally {
    await gathered.fleet?.dismiss();
  }
}

/** Repairs need all files at once, and rules are timed one after the other: other fleets are checked by their crew. */
async function checkGathered(
  { groups, given, fleet }: Gathered,
  ruleOptions: RuleOptions,
  presentation: Presentation,
): Promise<ExitStatus> {
  const { invocation, release, stopwatch } = presentation;
  const { fixing, showsTiming, standardInput, isQuiet } = invocation;
  if (fleet && !fixing && !showsTiming) {
    const checked = await fleet.check(groups);
    // The report needs room, and nobody else does any more.
    await fleet.dismiss();
    if ('failures' in checked) return refuse(checked.failures);
    return show({ results: checked.results, sources: given, refused: [] }, presentation);
  }
  const paths = groups.flatMap(({ files }) => files);
  const { sources, failures, remarks } = readFiles(paths, standardInput);
  for (const message of isQuiet ? [] : remarks) say(message);
  if (failures.length > 0) return refuse(failures);
  stopwatch.lap('reading');

  const measured = showsTiming ? { measured: stopwatch.measured } : {};
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const jobs = await Promise.all(
    groups.map(async ({ files, nodes }): Promise<Job> => {
      const own = [...new Set(files)].flatMap((path) => byPath.get(path) ?? []);
      const inputs = await nodeInputsFor(own, invocation, configIdsOf(nodes));
      return { sources: own, options: { ...inputs, ...ruleOptions, ...measured, release } };
    }),
  );
  if (fixing) return repair(jobs, fixing, presentation);
  const results = jobs.map((job) => checkedOf(lint(job.sources, job.options)));
  return show({ results, sources, refused: [] }, presentation);
}

/** Only what may be sent to other threads. */
function readingOf({ configIds, includeRoots, environment }: Invocation): WorkSettings['reading'] {
  return { configIds, includeRoots, environment };
}

function describeNothing(configuration: Configuration | undefined): string {
  return configuration
    ? `no files are given, and ${configuration.path} names no clusters`
    : 'no files are given, and there is no kalint.config.json or .yaml, here or above';
}
