import { firstEndingAfter, lineText, positionAt, type SourceFile } from '@kalint/parser';
import type { Diagnostic } from '../diagnostic.ts';
import { examine, type Examination, type LintOptions, type LintResult } from '../lint.ts';
import { rules } from '../registry.ts';
import { carryOut, type RepairedSource } from './carry-out.ts';

/** What a check depends on, and which fixes are wanted. */
export interface FixOptions extends LintOptions {
  /** Whether fixes that change what keepalived does are carried out, too. */
  readonly unsafe?: boolean;
}

/** Files with their fixes carried out. */
export interface FixResult {
  /** In the order in which they were given; one that did not change is the same object. */
  readonly sources: readonly SourceFile[];
  /** What was repaired, as it was found. */
  readonly fixed: readonly Diagnostic[];
  /** What the check says of the files as they are now. */
  readonly left: LintResult;
  /** Those of them whose fix would do harm, and was not carried out. */
  readonly refused: readonly Diagnostic[];
}

/** A fix can make room for the next one. */
const mostRounds = 20;

/** Rounds that do harm are halved until the fix that does it is found. */
const mostTries = 100;

interface State {
  readonly sources: readonly SourceFile[];
  readonly fixed: readonly Diagnostic[];
  readonly examination: Examination;
}

/**
 * Carries out the fixes of everything that a check finds in some files, again and again until there are
 * no more. One that would do harm is not carried out. Included files are not changed, unless they are
 * given, too.
 */
export function fixAll(given: readonly SourceFile[], options: FixOptions = {}): FixResult {
  const { unsafe = false } = options;
  const harmful = new Set<string>();
  let state: State = { sources: given, fixed: [], examination: examine(given, options) };
  let most = Number.POSITIVE_INFINITY;
  let rounds = 0;
  for (let tries = 0; rounds < mostRounds && tries < mostTries; tries++) {
    const { sources, fixed, examination } = state;
    const { diagnostics } = examination.result;
    const wanted = diagnostics.filter((each) => !harmful.has(keyOf(each)));
    const next = carryOut(wanted, { sources, unsafe, most });
    const [first] = next.fixed;
    if (!first) break;
    const changed = next.repaired.map(({ source }) => source);
    const after = examine(changed, withCurrent(options, given, changed));
    if (!doesHarm(next.repaired, examination.found, after.found)) {
      state = { sources: changed, fixed: [...fixed, ...next.fixed], examination: after };
      most = Number.POSITIVE_INFINITY;
      rounds++;
    } else if (next.fixed.length === 1) {
      harmful.add(keyOf(first));
      most = Number.POSITIVE_INFINITY;
    } else {
      most = Math.ceil(next.fixed.length / 2);
    }
  }
  const left = state.examination.result;
  return {
    sources: state.sources,
    fixed: state.fixed,
    left,
    refused: left.diagnostics.filter((each) => harmful.has(keyOf(each))),
  };
}

/** Names a finding in a text that other fixes change. */
function keyOf({ rule, message, location: { source, span } }: Diagnostic): string {
  const { line } = positionAt(source, span.start);
  return JSON.stringify([rule, source.path, message, lineText(source, line).trim()]);
}

/** A given file that is included is read as it has become. */
function withCurrent(
  options: LintOptions,
  given: readonly SourceFile[],
  current: readonly SourceFile[],
): LintOptions {
  const { readInclude } = options;
  if (!readInclude) return options;
  return {
    ...options,
    readInclude: (pattern, from) =>
      readInclude(pattern, from).map((match) => {
        const index = given.findIndex((source) => source === match);
        return current[index] ?? match;
      }),
  };
}

/**
 * Whether the files have lost their shape, or what was written is wrong itself. Other errors were there
 * before, unseen: behind a misspelt keyword nothing is looked at.
 */
function doesHarm(
  repaired: readonly RepairedSource[],
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): boolean {
  const written = new Map(repaired.map((each) => [each.source, each.written]));
  const isWritten = ({ location: { source, span } }: Diagnostic): boolean => {
    const place = firstEndingAfter(written.get(source) ?? [], span.start);
    return place !== undefined && place.start < span.end;
  };
  const errors = after.filter(({ severity }) => severity === 'error');
  return countOfShape(after) > countOfShape(before) || errors.some(isWritten);
}

const rulesOfShape: ReadonlySet<string> = new Set(
  rules.filter(({ scope }) => scope === 'syntax').map(({ id }) => id),
);

function countOfShape(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity, rule }) => severity === 'error' && rulesOfShape.has(rule))
    .length;
}
