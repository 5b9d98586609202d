import type { Gathered } from '../check/gather.ts';
import type { Invocation } from '../check/invocation.ts';
import { writeReport } from '../disk/write-report.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import { refuse } from '../refuse.ts';
import type { Format } from '../reporters/output.ts';
import { noColours, paletteFor, type Palette } from '../terminal/colour.ts';
import { forLog } from '../terminal/log-commands.ts';
import { print } from '../terminal/output.ts';
import { explanationOf, type Explanation } from './explanation.ts';
import { explanationAsJson, explanationForPeople } from './formats.ts';

/** Carries out `--explain-clusters`: which files are one cluster, and why. Nothing is checked. */
export async function explainClusters(
  { groups, given, fleet }: Gathered,
  { outputs, color }: Invocation,
): Promise<ExitStatus> {
  const files = given.map(({ path }) => ({ path, isNamed: true }));
  const grouping = (await fleet?.group(files)) ?? { clusters: [], coincidences: [] };
  if ('failures' in grouping) return refuse(grouping.failures);
  const explanation = explanationOf(groups, grouping);
  const wanted = outputs.length > 0 ? outputs : [{ format: 'pretty', file: undefined } as const];
  const other = wanted.find(({ format }) => !isFormat(format));
  if (other)
    return refuse([`--explain-clusters has the formats pretty and json, not ${other.format}`]);
  for (const { format, file } of wanted) {
    const isForTerminal = file === undefined || color === true;
    const text = formatted(
      explanation,
      format,
      isForTerminal ? await paletteFor(color) : noColours,
    );
    if (file === undefined) {
      await print(forLog(text, format === 'json' ? 'json' : 'text'));
      continue;
    }
    const failure = writeReport(
      file,
      text,
      given.map(({ path }) => path),
    );
    if (failure !== undefined) return refuse([failure]);
  }
  return exitStatus.clean;
}

function isFormat(format: Format): boolean {
  return format === 'pretty' || format === 'json';
}

function formatted(explanation: Explanation, format: Format, palette: Palette): string {
  return format === 'json'
    ? explanationAsJson(explanation)
    : explanationForPeople(explanation, palette);
}
