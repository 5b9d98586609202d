import { fixAll, redactedText } from '@kalint/linter';
import type { Release, SourceFile } from '@kalint/parser';
import { counted } from '../counted.ts';
import type { FileRead } from '../disk/read-files.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import type { Fixing, Invocation } from './invocation.ts';
import { joined, type Job } from './job.ts';
import { show } from './show.ts';
import { paletteFor } from '../terminal/colour.ts';
import { print, say } from '../terminal/output.ts';

/** A file before and after its repair. */
interface Repaired {
  readonly before: FileRead;
  readonly after: SourceFile;
}

/** Carries fixes out, and prints what is left; or shows what they would change. */
export async function repair(
  jobs: readonly Job[],
  release: Release,
  { how, unsafe }: Fixing,
  invocation: Invocation,
): Promise<ExitStatus> {
  const results = jobs.map(({ sources, options }) => {
    const result = fixAll(sources, { ...options, unsafe });
    const repaired = sources.flatMap((before, index): readonly Repaired[] => {
      const after = result.sources[index] ?? before;
      return after === before ? [] : [{ before, after }];
    });
    return { ...result, repaired };
  });
  const repaired = results.flatMap((result) => result.repaired);
  if (how === 'diff') return showDifferences(repaired, invocation);
  if (repaired.length > 0) {
    const { writeChanges } = await import('../changes/changes.ts');
    const failures = writeChanges(
      repaired.map(({ before: { path, text, encoding }, after }) => ({
        ...{ path, encoding },
        before: text,
        after: after.text,
      })),
    );
    for (const failure of failures) say(failure);
    if (failures.length > 0) return exitStatus.unable;
  }
  const { length: count } = results.flatMap(({ fixed }) => fixed);
  if (count > 0)
    say(`repaired ${counted(count, 'finding')} in ${counted(repaired.length, 'file')}`);
  const refused = results.flatMap((result) => result.refused);
  if (refused.length > 0)
    say(`not repaired: ${counted(refused.length, 'finding')}, whose repair would bring an error`);
  const left = joined(
    results.map((result) => result.left),
    release,
  );
  const sources = results.flatMap((result) => result.sources);
  return show(left, sources, invocation, refused);
}

async function showDifferences(
  repaired: readonly Repaired[],
  { color }: Invocation,
): Promise<ExitStatus> {
  if (repaired.length === 0) {
    say('there is nothing that could be repaired');
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
  await print(differences.join(''));
  return exitStatus.errorsFound;
}
