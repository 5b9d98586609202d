import { lint, type Node } from '@kalint/linter';
import { newestRelease, releaseNamed, type SourceFile } from '@kalint/parser';
import { readFiles } from './disk/read-files.ts';
import { exitStatus, type ExitStatus } from './exit-status.ts';
import type { Invocation } from './invocation.ts';
import { describeUnknown } from './releases.ts';
import { reportAsJson } from './reporters/json.ts';
import { reportForPeople } from './reporters/pretty.ts';
import type { Report } from './reporters/report.ts';
import { nodeInputsFor } from './node-inputs.ts';
import { isSystemError } from './system-error.ts';
import { colours, noColours, wantsColours } from './terminal/colour.ts';
import { print, say } from './terminal/output.ts';

/** Reads, checks and reports; nothing is checked unless everything can be read. */
export async function check(invocation: Invocation): Promise<ExitStatus> {
  const wanted = invocation.keepalivedVersion ?? newestRelease;
  const release = releaseNamed(wanted);
  if (release === undefined) {
    say(describeUnknown(wanted));
    return exitStatus.unable;
  }
  const { sources, failures, remarks } = readFiles(invocation.files);
  for (const message of [...remarks, ...failures]) say(message);
  if (failures.length > 0) return exitStatus.unable;

  const inputs = await nodeInputsFor(sources, invocation);
  const { diagnostics, nodes } = lint(sources, { release, ...inputs });
  for (const message of describeIncluded(sources, nodes)) say(message);
  const files = new Set(nodes.flatMap(sourcesOf)).size;
  const report: Report = { diagnostics, release, files };
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

/** Says of files that others include that they are checked there. */
function describeIncluded(
  sources: readonly SourceFile[],
  nodes: readonly Node[],
): readonly string[] {
  return sources.flatMap((source) => {
    if (nodes.some((node) => node.source === source)) return [];
    const by = nodes.find((node) => sourcesOf(node).includes(source));
    return by ? [`${source.path} is included by ${by.source.path}; it is checked there`] : [];
  });
}

function sourcesOf({ files }: Node): readonly SourceFile[] {
  return files.map(({ source }) => source);
}

async function formatted(report: Report, { format, color }: Invocation): Promise<string> {
  if (format === 'json') return reportAsJson(report);
  return reportForPeople(report, wantsColours(color, process.env) ? await colours() : noColours);
}
