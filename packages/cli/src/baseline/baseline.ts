import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '@kalint/linter';
import type { SourceFile } from '@kalint/parser';
import { below, projectOf } from '../disk/include-roots.ts';
import { realPath, statsOf } from '../disk/real-path.ts';
import { writeReport } from '../disk/write-report.ts';
import { nameOf } from '../reporters/fingerprint.ts';
import { printableJson } from '../terminal/printable-json.ts';
import { compare, type Comparison } from './compare.ts';
import { describeGone, describeKnown, describeUpdate } from './describe.ts';
import type { BaselineFile, Entry } from './entry.ts';
import { largestBaseline, readBaseline } from './read-baseline.ts';

/* Findings that are known, in a file beside the project; loaded only for a run that has one. */

/** The baseline of a run. */
export interface Baseline {
  /** Takes out of findings what it knows. */
  readonly compare: (found: Found) => Comparison<Diagnostic>;
  /** What is to be said of a comparison: messages, each of one or more lines. */
  readonly describe: (comparison: Comparison<Diagnostic>) => readonly (readonly string[])[];
  /** Writes what the comparison has brought; why it cannot, or what has changed. */
  readonly update: (
    comparison: Comparison<Diagnostic>,
    inputs: readonly string[],
  ) => { readonly mistake: string } | { readonly remark: string };
}

/** What a run has found, and what it would have found. */
export interface Found {
  readonly diagnostics: readonly Diagnostic[];
  /** Whether a rule has looked at a file. The files are those of `files`. */
  readonly hasLooked: (rule: string, file: string) => boolean;
  /** The names of all files that were checked. */
  readonly files: readonly string[];
  /** The line of a file that an offset is in, its secrets hidden. */
  readonly lineAt: (source: SourceFile, offset: number) => string;
}

/**
 * Opens the file of a baseline; a mistake when it cannot be used.
 *
 * @param mayBeMissing it is written in this run
 */
export function openBaseline(
  path: string,
  mayBeMissing: boolean,
): Baseline | { readonly mistake: string } {
  const read = readBaseline(path);
  if ('mistake' in read) return read;
  const { entries } = read;
  if (!entries && !mayBeMissing)
    return { mistake: `there is no baseline ${path}; --update-baseline writes it` };
  const nameIn = namesFrom(dirname(path));
  const isRemoved = removedFrom(path);
  return {
    compare: ({ diagnostics, hasLooked, files, lineAt }) => {
      const checked = new Map(files.map((file) => [nameIn(file), file]));
      return compare(
        diagnostics,
        entries ?? [],
        ({ rule, location: { source, span } }) => {
          const file = nameIn(source.path);
          const line = lineAt(source, span.start);
          return { file, rule, fingerprint: nameOf({ rule, file, line }) };
        },
        ({ rule, file }) => {
          const name = checked.get(file);
          return name === undefined ? isRemoved(file) : hasLooked(rule, name);
        },
      );
    },
    describe: ({ known, gone }) =>
      [describeKnown(path, known), describeGone(path, gone)].filter(({ length }) => length > 0),
    update: ({ updated }, inputs) => {
      const text = textOf(updated);
      if (Buffer.byteLength(text) > largestBaseline)
        return {
          mistake: `cannot write ${path}: it would be larger than 16 MiB, the most that is read again`,
        };
      const failure = writeReport(path, text, inputs);
      if (failure !== undefined) return { mistake: failure };
      return { remark: describeUpdate(path, entries ?? [], updated) };
    },
  };
}

/** How a baseline is written: the same findings are the same bytes. */
export function textOf(findings: readonly Entry[]): string {
  const file: BaselineFile = { kind: 'kalint-baseline', version: 1, findings };
  return printableJson(file);
}

/** Names files from a folder, whatever way leads to it; each folder is looked up once. */
function namesFrom(folder: string): (path: string) => string {
  const home = realPath(folder) ?? resolve(folder);
  const names = new Map<string, string>();
  return (path) => {
    const known = names.get(path);
    if (known !== undefined) return known;
    const full = join(realPath(dirname(path)) ?? resolve(dirname(path)), basename(path));
    const name = relative(home, full).replaceAll(sep, '/');
    names.set(path, name);
    return name;
  };
}

/** Whether files that a baseline names are no more. Outside of its project nothing is looked at. */
function removedFrom(path: string): (file: string) => boolean {
  const isAllowed = below([projectOf(path)]);
  const known = new Map<string, boolean>();
  return (file) => {
    const place = resolve(dirname(path), file);
    const isRemoved = known.get(file) ?? (isAllowed(place) && statsOf(place) === undefined);
    known.set(file, isRemoved);
    return isRemoved;
  };
}
