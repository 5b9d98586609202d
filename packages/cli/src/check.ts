import { lint, type LintOptions } from '@kalint/linter';
import { newestRelease, releaseNamed } from '@kalint/parser';
import { readFiles } from './disk/read-files.ts';
import { exitStatus, type ExitStatus } from './exit-status.ts';
import type { Invocation } from './invocation.ts';
import { nodeInputsFor } from './node-inputs.ts';
import { describeUnknown } from './releases.ts';
import { repair } from './repair.ts';
import { ruleOptionsFor } from './rule-settings.ts';
import { show } from './show.ts';
import { say } from './terminal/output.ts';

/** Reads, checks and reports; nothing is checked unless everything can be read. */
export async function check(invocation: Invocation): Promise<ExitStatus> {
  const wanted = invocation.keepalivedVersion ?? newestRelease;
  const release = releaseNamed(wanted);
  if (release === undefined) {
    say(describeUnknown(wanted));
    return exitStatus.unable;
  }
  const ruleOptions = ruleOptionsFor(invocation);
  if ('mistakes' in ruleOptions) {
    for (const message of ruleOptions.mistakes) say(message);
    return exitStatus.unable;
  }
  const { sources, failures, remarks } = readFiles(invocation.files);
  for (const message of [...remarks, ...failures]) say(message);
  if (failures.length > 0) return exitStatus.unable;

  const inputs = await nodeInputsFor(sources, invocation);
  const options: LintOptions = { ...inputs, ...ruleOptions, release };
  const { fixing } = invocation;
  return fixing
    ? repair(sources, options, fixing, invocation)
    : show(lint(sources, options), sources, invocation);
}
