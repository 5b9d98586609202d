import type { SourceFile } from '@kalint/parser';
import { reportAsJson } from '../reporters/json.ts';
import type { Output } from '../reporters/output.ts';
import { reportForPeople } from '../reporters/pretty.ts';
import type { Report } from '../reporters/report.ts';
import { noColours, paletteFor } from '../terminal/colour.ts';
import { print } from '../terminal/output.ts';
import type { Invocation } from './invocation.ts';

const usual: Output = { format: 'pretty', file: undefined };

/** Writes and prints the reports that are wanted; tells what keeps one from being written. */
export async function deliver(
  report: Report,
  inputs: readonly SourceFile[],
  { outputs, color }: Invocation,
): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const output of outputs.length > 0 ? outputs : [usual]) {
    const text = await formatted(report, output, color);
    if (output.file === undefined) await print(text);
    else {
      const { writeReport } = await import('../reporters/reporters.ts');
      const failure = writeReport(
        output.file,
        text,
        inputs.map(({ path }) => path),
      );
      if (failure !== undefined) failures.push(failure);
    }
  }
  return failures;
}

async function formatted(
  report: Report,
  { format, file }: Output,
  color: boolean | undefined,
): Promise<string> {
  switch (format) {
    case 'json':
      return reportAsJson(report);
    case 'pretty': {
      const palette = file !== undefined && color !== true ? noColours : await paletteFor(color);
      return reportForPeople(report, palette);
    }
  }
}
