import { reportAsJson } from '../reporters/json.ts';
import type { Format, Output } from '../reporters/output.ts';
import { reportForPeople } from '../reporters/pretty.ts';
import type { Report } from '../reporters/report.ts';
import { noColours, paletteFor } from '../terminal/colour.ts';
import { forLog, type Notation } from '../terminal/log-commands.ts';
import { print, say, type Stream } from '../terminal/output.ts';
import type { Invocation } from './invocation.ts';
import { mistakeIn, mistakeInUsual, usualOutputs, type UsualOutputs } from './outputs.ts';

/**
 * Why the reports of a run cannot go where they are wanted; undefined when they can. The command line is asked before
 * anything is read; which files are read, and included, is known only when they are checked.
 *
 * @param inputs the files that were read
 */
export function misdirected(invocation: Invocation, inputs: readonly string[]): string | undefined {
  const { baseline } = invocation;
  const { outputs } = outputsFor(invocation);
  const others = { inputs, baseline: typeof baseline === 'string' ? baseline : undefined };
  return (
    (invocation.outputs.length === 0 ? mistakeInUsual(outputs) : undefined) ??
    mistakeIn(outputs, others)
  );
}

function outputsFor({ outputs }: Invocation): UsualOutputs {
  return outputs.length > 0 ? { outputs, remark: undefined } : usualOutputs(process.env);
}

/**
 * Writes and prints the reports that are wanted, of which `misdirected` knows nothing bad; tells what keeps one from
 * being written.
 */
export async function deliver(report: Report, invocation: Invocation): Promise<readonly string[]> {
  const { isQuiet } = invocation;
  const { outputs, remark } = outputsFor(invocation);
  if (remark !== undefined && !isQuiet) say(remark);
  const to = streamFor(invocation);
  const failures: string[] = [];
  const texts: { readonly output: Output; readonly text: readonly string[] }[] = [];
  for (const output of outputs) {
    // Who wants it quiet, and looks at it, need not be told that there is nothing.
    const isSilent = isQuiet && report.diagnostics.length === 0 && output.format === 'pretty';
    if (isSilent && output.file === undefined) continue;
    texts.push({ output, text: await formatted(report, output, invocation, to) });
  }
  // Nothing is written before all of it is there: should one of the formats fail, there is no half of a result.
  for (const { output, text } of texts) {
    if (output.file === undefined) await print(inLog(text, output.format), to);
    else {
      const { writeReport } = await import('../reporters/reporters.ts');
      const bytes = Buffer.concat(text.map((piece) => Buffer.from(piece)));
      const failure = writeReport(output.file, bytes, report.files);
      if (failure !== undefined) failures.push(failure);
    }
  }
  return failures;
}

/** Where standard input is repaired, its text goes to standard output, and reports make room. */
function streamFor({ fixing, standardInput }: Invocation): Stream {
  return fixing?.how === 'write' && standardInput !== undefined ? 'stderr' : 'stdout';
}

/** A report as it is written, in pieces. */
async function formatted(
  report: Report,
  { format, file }: Output,
  { color }: Invocation,
  to: Stream,
): Promise<readonly string[]> {
  if (format === 'json') return reportAsJson(report);
  if (format === 'pretty') {
    const palette = file !== undefined && color !== true ? noColours : await paletteFor(color, to);
    return [reportForPeople(report, palette)];
  }
  const { reportAs } = await import('../reporters/reporters.ts');
  return [reportAs(format, report)];
}

/** Annotations are commands to the reader of a log; nothing else may be. */
function inLog(text: readonly string[], format: Format): readonly string[] {
  if (format === 'github') return text;
  return text.map((piece) => forLog(piece, notations[format] ?? 'text'));
}

const notations: Partial<Readonly<Record<Format, Notation>>> = {
  json: 'json',
  sarif: 'json',
  gitlab: 'json',
  rdjson: 'json',
  junit: 'xml',
  checkstyle: 'xml',
};
