import { fixAll, redactedText } from '@kalint/linter';
import type { SourceFile } from '@kalint/parser';
import { counted } from '../counted.ts';
import type { FileRead } from '../disk/read-files.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import type { Fixing, Invocation } from './invocation.ts';
import { checkedOf } from './checked.ts';
import { misdirected } from './deliver.ts';
import type { Job } from './job.ts';
import { show, type Presentation } from './show.ts';
import { sourcesOf } from '../reporters/report-of.ts';
import { paletteFor } from '../terminal/colour.ts';
import { forLog } from '../terminal/log-commands.ts';
import { print, say } from '../terminal/output.ts';

/** A file before and after its repair. */
interface Repaired {
  readonly before: FileRead;
  readonly after: SourceFile;
}

/**
 * Carries fixes out, and prints what is left; or shows what they would change. What came from standard input
 * goes to standard output, repaired or as it was, and the report beside it.
 */
export async function repair(
  jobs: readonly Job[],
  { how, unsafe }: Fixing,
  presentation: Presentation,
): Promise<ExitStatus> {
  const { invocation } = presentation;
  const results = jobs.map(({ sources, options }) => {
    const result = fixAll(sources, { ...options, unsafe });
    const all = sources.map((before, index): Repaired => {
      return { before, after: result.sources[index] ?? before };
    });
    return { ...result, all };
  });
  const all = results.flatMap((result) => result.all);
  const repaired = all.filter(({ before, after }) => before !== after);
  if (how === 'diff') return showDifferences(repaired, invocation);
  const left = results.map((result) => checkedOf(result.left));
  const files = left.flatMap(({ nodes }) => nodes.flatMap(sourcesOf)).map(({ path }) => path);
  const mistake = misdirected(invocation, files);
  if (mistake !== undefined) {
    say(mistake);
    return exitStatus.unable;
  }
  const input = all.find(({ before }) => before.isStandardInput);
  const failures =
    input && !canHold(input)
      ? [`cannot print ${input.before.path}: ${tooFew}`]
      : await write(repaired.filter((each) => each !== input));
  for (const failure of failures) say(failure);
  if (failures.length > 0) return exitStatus.unable;
  const refused = results.flatMap((result) => result.refused);
  if (!invocation.isQuiet) {
    const { length: count } = results.flatMap(({ fixed }) => fixed);
    if (count > 0)
      say(`repaired ${counted(count, 'finding')} in ${counted(repaired.length, 'file')}`);
    if (refused.length > 0)
      say(`not repaired: ${counted(refused.length, 'finding')}, whose repair would bring an error`);
  }
  const outcome = {
    results: left,
    sources: results.flatMap(({ sources }) => sources),
    refused,
  };
  const status = await show(outcome, presentation);
  if (input && status !== exitStatus.unable) await print(bytesOf(input));
  return status;
}

async function write(repaired: readonly Repaired[]): Promise<readonly string[]> {
  if (repaired.length === 0) return [];
  const { writeChanges } = await import('../changes/changes.ts');
  return writeChanges(
    repaired.map(({ before: { path, text, encoding }, after }) => ({
      ...{ path, encoding },
      before: text,
      after: after.text,
    })),
  );
}

const tooFew = 'it is no UTF-8, and the repair has characters that it cannot have';

function canHold({ before: { encoding }, after: { text } }: Repaired): boolean {
  return encoding === 'utf-8' || !/[^\0-\xff]/.test(text);
}

function bytesOf({ before: { encoding }, after: { text } }: Repaired): Uint8Array {
  return Buffer.from(text, encoding === 'latin-1' ? 'latin1' : 'utf8');
}

async function showDifferences(
  repaired: readonly Repaired[],
  { color, isQuiet }: Invocation,
): Promise<ExitStatus> {
  if (repaired.length === 0) {
    if (!isQuiet) say('there is nothing that could be repaired');
    return exitStatus.clean;
  }
  const { unifiedDiff } = await import('../changes/changes.ts');
  const palette = await paletteFor(color);
  const differences = repaired.map(({ before, after }) =>
    unifiedDiff(
      { path: before.path, before: redactedText(before), after: redactedText(after) },
      palette,
    ),
  );
  await print(forLog(differences.join('')));
  return exitStatus.errorsFound;
}
