import {
  fileMarksOf,
  lint,
  readMarks,
  secretSpans,
  type Diagnostic,
  type FileMarks,
  type LintResult,
  type RuleOptions,
} from '@kalint/linter';
import type { Location, Release, SourceFile } from '@kalint/parser';
import { checkedOf, type CheckedElsewhere } from '../check/checked.ts';
import { readFiles } from '../disk/read-files.ts';
import { nodeInputsFor } from '../node-inputs.ts';
import type { ReadingOptions } from '../options/settings.ts';

/*
 * What is done with the files of a fleet, a little at a time, and in whichever thread: a piece of work is told by
 * names of files, and what comes of it is plain data without the texts of files that nothing is said of.
 */

/** What all work of a run depends on. */
export interface WorkSettings {
  readonly reading: Omit<ReadingOptions, 'keepalivedVersion'>;
  readonly rules: RuleOptions;
  readonly release: Release;
}

/** Files that are checked together. */
export interface ClusterWork {
  readonly files: readonly string[];
  /** The ids of the nodes of single files. */
  readonly configIds: ReadonlyMap<string, readonly string[]>;
}

/** Why files cannot be read. */
export interface Unreadable {
  readonly failures: readonly string[];
}

/** A file that is looked at. */
export interface Look {
  readonly file: string;
  /** Whether it is going to be checked, too. */
  readonly isForCheck: boolean;
}

/** What is seen at a look. */
export interface Seen {
  readonly marks: FileMarks;
  /** What a check of the file by itself finds, where reading it was so much work that it was checked at once. */
  readonly alone: CheckedElsewhere | undefined;
}

/** What there is to do, by its name: what it is done with, and what comes of it. */
export interface Work {
  /** A file is looked at for what tells its cluster. */
  readonly look: { readonly given: Look; readonly result: Seen | Unreadable };
  /** A cluster is checked. */
  readonly check: { readonly given: ClusterWork; readonly result: CheckedElsewhere | Unreadable };
}

/** Does work. */
export type Workers = {
  readonly [Kind in keyof Work]: (given: Work[Kind]['given']) => Promise<Work[Kind]['result']>;
};

/** Who does the work of a run in this thread. */
export function workersFor({ reading, rules, release }: WorkSettings): Workers {
  return {
    look: async ({ file, isForCheck }) => {
      const { sources, failures } = readFiles([file]);
      const [source] = sources;
      if (!source) return { failures };
      const inputs = await nodeInputsFor(sources, reading);
      if (!isForCheck || !mayBeLaborious(source))
        return { marks: readMarks(source, release, inputs), alone: undefined };
      const result = lint(sources, { ...inputs, ...rules, release });
      return { marks: fileMarksOf(file, result.nodes), alone: sendable(result) };
    },
    check: async ({ files, configIds }) => {
      const { sources, failures } = readFiles(files);
      if (failures.length > 0) return { failures };
      const inputs = await nodeInputsFor(sources, reading, configIds);
      return sendable(lint(sources, { ...inputs, ...rules, release }));
    },
  };
}

/** Whether a file uses the preprocessor, which may make a hundred times as much of it. */
function mayBeLaborious({ text }: SourceFile): boolean {
  return /[$~@]|include/.test(text);
}

function sendable(result: LintResult): CheckedElsewhere {
  const { diagnostics, nodes } = checkedOf(result);
  const named = [...new Set(diagnostics.flatMap(sourcesOf))];
  return {
    diagnostics: diagnostics.map(withPlainLocations),
    nodes,
    secrets: named.map((source) => ({ source, spans: secretSpans(source) })),
  };
}

function sourcesOf({ location, related, fix }: Diagnostic): readonly SourceFile[] {
  return [
    location.source,
    ...related.map((each) => each.location.source),
    ...(fix?.edits ?? []).map(({ source }) => source),
  ];
}

/** A location is sometimes a word of a tree, which has more than a place. */
function withPlainLocations(diagnostic: Diagnostic): Diagnostic {
  const { location, related } = diagnostic;
  return {
    ...diagnostic,
    location: plain(location),
    related: related.map(({ location: at, message }) => ({ location: plain(at), message })),
  };
}

function plain({ source, span }: Location): Location {
  return { source, span };
}
