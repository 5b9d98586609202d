import { parseDuration, type FailureRate } from '@kalint/linter';
import { groupsOf, type FileGroup } from '../configuration/groups.ts';
import { settle } from '../configuration/settle.ts';
import { readFiles } from '../disk/read-files.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import { refuse } from '../refuse.ts';
import { noColours, paletteFor } from '../terminal/colour.ts';
import { forLog, type Notation } from '../terminal/log-commands.ts';
import { isTerminal, print, say } from '../terminal/output.ts';
import { chosenOf, titleFor } from './clusters.ts';
import { examine } from './examine.ts';
import type { Facts } from './facts.ts';
import { failoverAsHtml } from './html.ts';
import { failoverAsJson } from './json.ts';
import { failoverAsJunit } from './junit.ts';
import { failoverAsMarkdown } from './markdown.ts';
import { failoverForPeople } from './pretty.ts';
import type { FailoverInvocation, FailoverRequest, Format } from './request.ts';
import { failoverAsSvg } from './svg.ts';
import { viewOf } from './view/view-of.ts';
import { writeReport } from '../disk/write-report.ts';

/** Carries out `kalint failover`. */
export async function carryOut({ invocation: given }: FailoverRequest): Promise<ExitStatus> {
  const settled = await settle(given, given.files);
  if ('mistakes' in settled) return refuse(settled.mistakes);
  const { configuration, invocation, release } = settled;
  const rate = rateOf(invocation);
  if (rate && 'mistake' in rate) return refuse([rate.mistake]);

  const groups = chosenOf(groupsOf(configuration, invocation.files), invocation);
  if ('mistakes' in groups) return refuse(groups.mistakes);
  const files = groups.flatMap((group) => group.files);
  const { sources, failures, remarks } = readFiles(files);
  for (const message of [...groups.flatMap((group) => group.remarks), ...remarks]) say(message);
  if (failures.length > 0) return refuse(failures);

  const byPath = new Map(sources.map((source) => [source.path, source]));
  const clusters: Examined[] = [];
  for (const group of groups) {
    const own = group.files.flatMap((file) => byPath.get(file) ?? []);
    const facts = await examine(
      { sources: own, group, release, rate, severities: configuration?.severities },
      invocation,
    );
    if ('mistakes' in facts) return refuse(facts.mistakes);
    clusters.push({ group, facts });
  }
  const problem = await deliver(clusters, invocation, files);
  if (problem !== undefined) return refuse([problem]);
  return clusters.some(({ facts }) => hasErrors(facts)) ? exitStatus.errorsFound : exitStatus.clean;
}

/** A cluster, and what was found out about it. */
interface Examined {
  readonly group: FileGroup;
  readonly facts: Facts;
}

function rateOf({
  mtbf,
  mttr,
}: FailoverInvocation): FailureRate | { readonly mistake: string } | undefined {
  if (mtbf === undefined) return undefined;
  const between = parseDuration(mtbf);
  if (!between) return { mistake: `--mtbf ${mtbf} is no time; write 30d, 12h, 45m or 10s` };
  if (mttr === undefined) return { mtbf: between, mttr: undefined };
  const repair = parseDuration(mttr);
  if (repair === undefined)
    return { mistake: `--mttr ${mttr} is no time; write 30d, 12h, 45m or 10s` };
  return { mtbf: between, mttr: repair };
}

function hasErrors({ findings, expectations }: Facts): boolean {
  return (
    findings.some(({ severity }) => severity === 'error') || expectations.some(({ ok }) => !ok)
  );
}

/** Prints the report, or writes it; tells what keeps it from being written. */
async function deliver(
  clusters: readonly Examined[],
  invocation: FailoverInvocation,
  inputs: readonly string[],
): Promise<string | undefined> {
  const parts: string[] = [];
  for (const { group, facts } of clusters) {
    const title = clusters.length > 1 ? titleFor(group, invocation.format) : '';
    parts.push(`${title}${await formatted(facts, invocation)}`);
  }
  const report = parts.join('\n');
  if (invocation.output !== undefined) return writeReport(invocation.output, report, inputs);
  await print(forLog(report, notations[invocation.format]));
  return undefined;
}

const notations: Readonly<Record<Format, Notation>> = {
  pretty: 'text',
  json: 'json',
  markdown: 'text',
  html: 'xml',
  svg: 'xml',
  junit: 'xml',
};

async function formatted(
  facts: Facts,
  { format, color, output }: FailoverInvocation,
): Promise<string> {
  switch (format) {
    case 'json':
      return failoverAsJson(facts);
    case 'html':
      return failoverAsHtml(viewOf(facts));
    case 'svg':
      return failoverAsSvg(viewOf(facts));
    case 'junit':
      return failoverAsJunit(facts);
    case 'markdown':
      return failoverAsMarkdown(viewOf(facts));
    case 'pretty': {
      const goesToFile = output !== undefined && color !== true;
      const palette = goesToFile ? noColours : await paletteFor(color);
      return failoverForPeople(
        viewOf(facts),
        palette,
        output === undefined ? columns() : usualWidth,
      );
    }
  }
}

const usualWidth = 100;

/** A line that is longer than this is hard to follow, and no table is narrower than the least. */
const [leastWidth, mostWidth] = [60, 120];

function columns(): number {
  const width = isTerminal() ? process.stdout.columns : usualWidth;
  return Math.min(mostWidth, Math.max(leastWidth, width || usualWidth));
}
