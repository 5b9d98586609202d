import {
  expand,
  parse,
  type ExpandOptions,
  type ExpandProblem,
  type Expansion,
  type ReadInclude,
  type Refusal,
  type SourceFile,
  type SyntaxTree,
} from '@kalint/parser';

/** What the preprocessor makes of a file. */
export interface Preprocessed {
  readonly problems: readonly ExpandProblem[];
  /**
   * Whether all of the configuration is known. It is not when files are included that were not read, or
   * when nobody says what the environment holds: what is missing here may stand there.
   */
  readonly complete: boolean;
  /** How many further nodes of the same file are not looked at. */
  readonly unreadIds: number;
  /** The ids of all nodes, when somebody has given them. */
  readonly configIds: readonly string[];
}

/** What keepalived would read from the host. */
export interface HostInputs {
  /** Reads the files of an include line; without it includes are not read. */
  readonly readInclude?: ReadInclude;
  /** What `${_ENV NAME}` stands for. */
  readonly environment?: ReadonlyMap<string, string>;
}

export interface Preprocessing {
  readonly expansion: Expansion;
  readonly complete: boolean;
  /** All files that were read, as they are written, the main one first. */
  readonly files: readonly SyntaxTree[];
}

/** Carries out the preprocessor's part of a file. */
export function preprocess(
  main: SyntaxTree,
  { readInclude, environment }: HostInputs,
  options: Pick<ExpandOptions, 'configId' | 'maxCharacters'>,
): Preprocessing {
  const files = new Map<SourceFile, SyntaxTree>([[main.source, main]]);
  const expansion = expand(main.source, {
    ...options,
    ...(environment && { environment }),
    ...(readInclude && { readInclude: recording(readInclude, files) }),
  });
  const complete = expansion.complete && !expansion.problems.some(leavesUnknown);
  return { expansion, complete, files: [...files.values()] };
}

function recording(readInclude: ReadInclude, files: Map<SourceFile, SyntaxTree>): ReadInclude {
  return (pattern, from) => {
    const matches = readInclude(pattern, from);
    for (const match of matches) {
      if ('text' in match && !files.has(match)) files.set(match, parse(match));
    }
    return matches;
  };
}

/** Whether a part of the configuration is not known because of the problem. */
function leavesUnknown(problem: ExpandProblem): boolean {
  switch (problem.kind) {
    case 'include-not-read':
    case 'sequence-too-long':
    case 'unknown-input':
      return true;
    case 'include-unreadable':
      return problem.refused.some(({ path, refusal }) => isUnknown(path, refusal));
    default:
      return false;
  }
}

/** What keepalived skips counts for nothing, and so does a folder that is not there. */
function isUnknown(path: string, { kind }: Refusal): boolean {
  return kind === 'unread' || (kind === 'missing' && !path.endsWith('/'));
}
