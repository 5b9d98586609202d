import type { Invocation } from './invocation.ts';
import { mistakeIn } from './outputs.ts';

/** What options of the command line have said that is nowhere in the invocation. */
interface Said {
  readonly isUnsafe: boolean;
  /** There is a --stdin-filename. */
  readonly isNamed: boolean;
}

/** What of a command line makes no sense together; undefined when all does. */
export function contradictionIn(
  invocation: Invocation,
  { isUnsafe, isNamed }: Said,
): string | undefined {
  const { fixing, standardInput, baseline, updatesBaseline, watches, explainsClusters } =
    invocation;
  if (isUnsafe && !fixing) return '--unsafe goes with --fix or --diff';
  if (standardInput === '') return '--stdin-filename needs a name';
  if (isNamed && standardInput === undefined)
    return '--stdin-filename goes with -, which is standard input';
  if (updatesBaseline && baseline === false)
    return '--update-baseline does not go with --no-baseline';
  const misdirected = mistakeIn(invocation.outputs, {
    inputs: invocation.files,
    baseline: typeof baseline === 'string' ? baseline : undefined,
  });
  if (misdirected !== undefined) return misdirected;
  if (invocation.printsConfiguration && (fixing || updatesBaseline || explainsClusters))
    return '--print-config checks nothing: it does not go with --fix, --diff, --update-baseline and --explain-clusters';
  if (explainsClusters && standardInput !== undefined)
    return '--explain-clusters does not go with -: what is named with it is one cluster';
  if (explainsClusters && (fixing || updatesBaseline || watches))
    return '--explain-clusters checks nothing: it does not go with --fix, --diff, --update-baseline and --watch';
  if (!watches) return undefined;
  if (standardInput !== undefined)
    return '--watch does not go with -: standard input is read only once';
  if (invocation.printsConfiguration) return '--watch does not go with --print-config';
  if (fixing || updatesBaseline)
    return '--watch changes no files: it does not go with --fix, --diff and --update-baseline';
  return undefined;
}
