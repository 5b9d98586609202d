import { writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { groupByMarks } from '@kalint/linter';
import { configurationNames } from '../configuration/find.ts';
import { counted } from '../counted.ts';
import { below, projectOf } from '../disk/include-roots.ts';
import { realPath, statsOf } from '../disk/real-path.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import { refuse } from '../refuse.ts';
import { releaseFor } from '../releases.ts';
import { describeSystemError, isSystemError } from '../system-error.ts';
import { forLog } from '../terminal/log-commands.ts';
import { print, say } from '../terminal/output.ts';
import { draftAsJson } from './draft-as-json.ts';
import { draftAsYaml } from './draft-as-yaml.ts';
import { draftOf, type Draft } from './draft.ts';
import type { InitInvocation, InitRequest } from './request.ts';

/** Carries out `kalint init`. Nothing is written unless all files can be read. */
export async function carryOut({ invocation }: InitRequest): Promise<ExitStatus> {
  const path = `kalint.config.${invocation.format}`;
  const there = configurationNames.find((name) => statsOf(name) !== undefined);
  if (!invocation.isPrinted && there !== undefined)
    return refuse([`${there} is there already; remove it, or print another one with --stdout`]);
  const draft = await draftFor(invocation, path);
  if ('failures' in draft) return refuse(draft.failures);
  const text = invocation.format === 'json' ? draftAsJson(draft) : draftAsYaml(draft);
  if (Buffer.byteLength(text) > largestSize)
    return refuse([
      `the configuration would be larger than ${largestSize / (1024 * 1024)} MiB, which kalint ` +
        'does not read; name the folder of a part of the files',
    ]);
  if (invocation.isPrinted) {
    await print(forLog(text, invocation.format === 'json' ? 'json' : 'text'));
    return exitStatus.clean;
  }
  const failure = failureOfWriting(path, text);
  if (failure !== undefined) return refuse([`cannot write ${path}: ${failure}`]);
  say(`wrote ${path}: ${describe(draft)}; \`kalint\` checks them`);
  return exitStatus.clean;
}

/** In bytes: what read-configuration.ts takes. */
const largestSize = 1024 * 1024;

async function draftFor(
  { words, keepalivedVersion }: InitInvocation,
  path: string,
): Promise<Draft | { readonly failures: readonly string[] }> {
  const release = releaseFor(keepalivedVersion);
  if (typeof release === 'object') return { failures: [release.mistake] };
  const { findFiles, openFleet } = await import('../fleet/fleet.ts');
  const { files, failures, remarks } = findFiles(words.length > 0 ? words : ['.']);
  for (const remark of remarks) say(remark);
  if (failures.length > 0) return { failures };
  const isAllowed = below([projectOf(path)]);
  const outside = files.find((file) => !isAllowed(file.path));
  if (outside)
    return {
      failures: [
        `${outside.path} is not in the project that the working directory is in, and a ` +
          'configuration file cannot name it; run kalint init there',
      ],
    };
  const reading = { configIds: [], includeRoots: [], environment: undefined };
  const fleet = openFleet(
    { reading, rules: {}, release },
    { size: files.length, threads: undefined, isQuiet: false, isForCheck: false },
  );
  try {
    const looked = await fleet.look(files);
    if ('failures' in looked) return looked;
    const { results } = looked;
    return draftOf(results, groupByMarks(results), fromHere, keepalivedVersion);
  } finally {
    await fleet.dismiss();
  }
}

/** A file as a configuration file in the working directory calls it, on any system. */
function fromHere(path: string): string {
  const folder = realPath(dirname(path)) ?? resolve(dirname(path));
  const real = relative(realPath('.') ?? resolve('.'), join(folder, basename(path)));
  return process.platform === 'win32' ? real.replaceAll('\\', '/') : real;
}

/** Never in the place of another file, even one that somebody has just written. */
function failureOfWriting(path: string, text: string): string | undefined {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return undefined;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code === 'EEXIST' ? 'it is there already' : describeSystemError(error);
  }
}

function describe({ clusters }: Draft): string {
  const alone = clusters.filter(({ nodes }) => nodes.length === 1).length;
  const parts = [
    ...(clusters.length > alone ? [counted(clusters.length - alone, 'cluster')] : []),
    ...(alone > 0 ? [`${counted(alone, 'file')} of no cluster`] : []),
  ];
  return parts.join(', ');
}
