import { lint, rules } from '@kalint/linter';
import { newestRelease, releaseNamed, type Release } from '@kalint/parser';
import type { Configuration } from '../configuration/configuration.ts';
import { configIdsOf, groupsOf } from '../configuration/groups.ts';
import { loadConfiguration } from '../configuration/load.ts';
import { configurationAsJson } from '../configuration/print-configuration.ts';
import { withConfiguration } from '../configuration/with-configuration.ts';
import { readFiles } from '../disk/read-files.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import type { Invocation } from './invocation.ts';
import { joined, type Job } from './job.ts';
import { nodeInputsFor } from '../node-inputs.ts';
import { describeUnknown } from '../releases.ts';
import { repair } from './repair.ts';
import { ruleOptionsFor } from '../rule-settings.ts';
import { show } from './show.ts';
import { print, say } from '../terminal/output.ts';

/** Reads, checks and reports; nothing is checked unless everything can be read. */
export async function check(given: Invocation): Promise<ExitStatus> {
  const configuration = await loadConfiguration(given, rules);
  if (configuration && 'mistakes' in configuration) return refuse(configuration.mistakes);
  const invocation = withConfiguration(given, configuration);
  const wanted = invocation.keepalivedVersion ?? newestRelease;
  const release = releaseNamed(wanted);
  if (release === undefined) return refuse([describeUnknown(wanted)]);
  if (invocation.printsConfiguration) {
    await print(configurationAsJson(configuration, invocation));
    return exitStatus.clean;
  }
  return checkFiles(invocation, configuration, release);
}

async function checkFiles(
  invocation: Invocation,
  configuration: Configuration | undefined,
  release: Release,
): Promise<ExitStatus> {
  const ruleOptions = ruleOptionsFor(invocation);
  if ('mistakes' in ruleOptions) return refuse(ruleOptions.mistakes);
  const groups = groupsOf(configuration, invocation.files);
  if (groups.length === 0) {
    say(describeNothing(configuration), 'See kalint --help');
    return exitStatus.unable;
  }
  const { sources, failures, remarks } = readFiles(groups.flatMap(({ files }) => files));
  for (const message of remarks) say(message);
  if (failures.length > 0) return refuse(failures);

  const jobs = await Promise.all(
    groups.map(async ({ files, nodes }): Promise<Job> => {
      const named = new Set(files);
      const own = sources.filter(({ path }) => named.has(path));
      const inputs = await nodeInputsFor(own, invocation, configIdsOf(nodes));
      return { sources: own, options: { ...inputs, ...ruleOptions, release } };
    }),
  );
  const { fixing } = invocation;
  if (fixing) return repair(jobs, release, fixing, invocation);
  const results = jobs.map((job) => lint(job.sources, job.options));
  return show(joined(results, release), sources, invocation);
}

function refuse(messages: readonly string[]): ExitStatus {
  for (const message of messages) say(message);
  return exitStatus.unable;
}

function describeNothing(configuration: Configuration | undefined): string {
  return configuration
    ? `no files are given, and ${configuration.path} names no clusters`
    : 'no files are given, and there is no kalint.config.json or .yaml, here or above';
}
