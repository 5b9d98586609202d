import { lint } from '@kalint/linter';
import { isRelease, newestRelease } from '@kalint/parser';
import { readFiles } from './disk/read-files.ts';
import { exitStatus, type ExitStatus } from './exit-status.ts';
import type { Invocation } from './invocation.ts';
import { describeUnknown } from './releases.ts';
import { reportAsJson } from './reporters/json.ts';
import { reportForPeople } from './reporters/pretty.ts';
import type { Report } from './reporters/report.ts';
import { isSystemError } from './system-error.ts';
import { colours, noColours, wantsColours } from './terminal/colour.ts';
import { print, say } from './terminal/output.ts';

/** Reads, checks and reports; nothing is checked unless everything can be read. */
export async function check(invocation: Invocation): Promise<ExitStatus> {
  const release = invocation.keepalivedVersion ?? newestRelease;
  if (!isRelease(release)) {
    say(describeUnknown(release));
    return exitStatus.unable;
  }
  const { sources, failures, remarks } = readFiles(invocation.files);
  for (const message of [...remarks, ...failures]) say(message);
  if (failures.length > 0) return exitStatus.unable;

  const { diagnostics } = lint(sources, { release });
  const report: Report = { diagnostics, release, files: sources.length };
  try {
    await print(await formatted(report, invocation));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    say(`cannot write the report: the system says ${error.code}`);
    return exitStatus.unable;
  }
  const found = diagnostics.some(({ severity }) => severity === 'error');
  return found ? exitStatus.errorsFound : exitStatus.clean;
}

async function formatted(report: Report, { format, color }: Invocation): Promise<string> {
  if (format === 'json') return reportAsJson(report);
  return reportForPeople(report, wantsColours(color, process.env) ? await colours() : noColours);
}
