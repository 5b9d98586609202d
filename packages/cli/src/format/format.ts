import { format, type Release } from '@kalint/parser';
import type { Configuration } from '../configuration/configuration.ts';
import { configIdsOf, groupsOf } from '../configuration/groups.ts';
import { settle } from '../configuration/settle.ts';
import { counted } from '../counted.ts';
import { readFiles, type FileRead } from '../disk/read-files.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import { nodeInputsFor } from '../node-inputs.ts';
import { refuse } from '../refuse.ts';
import { nameAtLineStart } from '../reporters/line.ts';
import { forLog } from '../terminal/log-commands.ts';
import { print, say } from '../terminal/output.ts';
import { outcomeOf, type Formatter } from './outcome.ts';
import type { FormatInvocation, FormatRequest } from './request.ts';
import { showDifference } from './show-difference.ts';

/**
 * Carries out `kalint fmt`: each file by itself, whatever becomes of the others.
 *
 * @param formatter lays a file out; what it makes is not trusted
 */
export async function carryOut(
  { invocation: given }: FormatRequest,
  formatter: Formatter = format,
): Promise<ExitStatus> {
  const { standardInput } = given;
  const named = standardInput === undefined ? given.words : [standardInput, ...given.words];
  const settled = await settle(given, named);
  if ('mistakes' in settled) return refuse(settled.mistakes);
  const { configuration, invocation, release } = settled;
  const { paths, failures, remarks } = await pathsOf(invocation, configuration);
  for (const message of [...remarks, ...failures]) say(message);
  if (paths.length === 0 && failures.length === 0) {
    say('no files are given', 'See kalint fmt --help');
    return exitStatus.unable;
  }

  const results: Result[] = failures.map(() => 'unable');
  for (const path of paths) {
    const { sources, failures: unread } = readFiles([path], standardInput);
    for (const failure of unread) say(failure);
    const [file] = sources;
    const work = { invocation, configuration, release, formatter };
    results.push(file ? await formatFile(file, work) : 'unable');
  }
  summarise(results, invocation);
  return statusOf(results, invocation);
}

/** What became of a file. */
type Result = 'same' | 'changed' | 'unable';

interface Work {
  readonly invocation: FormatInvocation;
  readonly configuration: Configuration | undefined;
  readonly release: Release;
  readonly formatter: Formatter;
}

interface Paths {
  readonly paths: readonly string[];
  readonly failures: readonly string[];
  readonly remarks: readonly string[];
}

async function pathsOf(
  { words, standardInput, ignores }: FormatInvocation,
  configuration: Configuration | undefined,
): Promise<Paths> {
  const input = standardInput === undefined ? [] : [standardInput];
  if (input.length === 0 && words.length === 0) {
    const configured = groupsOf(configuration, []).flatMap(({ files }) => files);
    return { paths: [...new Set(configured)], failures: [], remarks: [] };
  }
  const { findFiles, ignoredIn } = await import('../fleet/fleet.ts');
  const ignored = ignores ? ignoredIn(configuration) : undefined;
  const { files, failures, remarks } = findFiles(words, ignored);
  const found = files.map(({ path }) => path).filter((path) => path !== standardInput);
  return { paths: [...input, ...found], failures, remarks };
}

async function formatFile(
  file: FileRead,
  { invocation, configuration, release, formatter }: Work,
): Promise<Result> {
  const { readInclude, environment, configIds = [] } = await nodeInputsFor([file], invocation);
  const nodes = groupsOf(configuration, [file.path]).flatMap((group) => group.nodes);
  const outcome = outcomeOf(
    file,
    {
      release,
      configIds: [...configIds, ...(configIdsOf(nodes).get(file.path) ?? [])],
      ...(readInclude && { readInclude }),
      ...(environment && { environment }),
    },
    formatter,
  );
  if (outcome.kind === 'left') say(`${outcome.where}: left as it is: ${outcome.reason}`);
  const text = outcome.kind === 'changed' ? outcome.text : file.text;
  const isWritten = await deliver(file, text, invocation);
  if (!isWritten || outcome.kind === 'left') return 'unable';
  return outcome.kind;
}

/** Does with the result what is wanted; false when it cannot be done. */
async function deliver(
  file: FileRead,
  text: string,
  { how, color }: FormatInvocation,
): Promise<boolean> {
  const { path, encoding } = file;
  const isSame = text === file.text;
  // Who pipes a file through must get it back, whatever becomes of it.
  if (how === 'write' && file.isStandardInput) {
    await print(Buffer.from(text, encoding === 'latin-1' ? 'latin1' : 'utf8'));
  } else if (isSame) {
    // There is nothing to tell.
  } else if (how === 'check') {
    await print(forLog(`${nameAtLineStart(path)}\n`));
  } else if (how === 'diff') {
    await showDifference(file, { path, text }, color);
  } else {
    const { writeChanges } = await import('../changes/changes.ts');
    const failures = writeChanges([{ path, before: file.text, after: text, encoding }]);
    for (const failure of failures) say(failure);
    return failures.length === 0;
  }
  return true;
}

/** Says what was done, but nothing beside a file that was printed: it speaks for itself. */
function summarise(results: readonly Result[], { how, standardInput }: FormatInvocation): void {
  if (how === 'write' && standardInput !== undefined && results.length === 1) return;
  const count = (wanted: Result): number => results.filter((result) => result === wanted).length;
  const [changed, same, unable] = [count('changed'), count('same'), count('unable')];
  const files = counted(changed, 'file');
  const parts = [
    ...(changed > 0 ? [how === 'write' ? `formatted ${files}` : `${files} would change`] : []),
    ...(same > 0 ? [`${counted(same, 'file')} already formatted`] : []),
    ...(unable > 0 ? [`${counted(unable, 'file')} not formatted`] : []),
  ];
  say(parts.join(', '));
}

function statusOf(results: readonly Result[], { how }: FormatInvocation): ExitStatus {
  if (results.includes('unable')) return exitStatus.unable;
  return how !== 'write' && results.includes('changed') ? exitStatus.errorsFound : exitStatus.clean;
}
