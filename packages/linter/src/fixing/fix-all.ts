import type { SourceFile } from '@kalint/parser';
import type { Diagnostic } from '../diagnostic.ts';
import { lint, type LintOptions, type LintResult } from '../lint.ts';
import { rules } from '../registry.ts';
import { carryOut } from './carry-out.ts';

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
}

/** A fix can make room for the next one; whoever needs more rounds goes round in a circle. */
const mostRounds = 20;

/**
 * Carries out the fixes of everything that a check finds in some files, again and again until there are
 * no more. One that would do harm is not carried out. Included files
 * are not changed, unless they are given, too.
 */
export function fixAll(given: readonly SourceFile[], options: FixOptions = {}): FixResult {
  const { unsafe = false } = options;
  const harmful = new Set<string>();
  let state: FixResult = { sources: given, fixed: [], left: lint(given, options) };
  let most = Number.POSITIVE_INFINITY;
  for (let round = 0; round < mostRounds; round++) {
    const { sources, fixed, left } = state;
    const wanted = left.diagnostics.filter((each) => !harmful.has(nameOf(each)));
    const next = carryOut(wanted, { sources, unsafe, most });
    const [first] = next.fixed;
    if (!first) break;
    const after = lint(next.sources, withCurrent(options, given, next.sources));
    if (!doesHarm(next.fixed, left.diagnostics, after.diagnostics)) {
      state = { sources: next.sources, fixed: [...fixed, ...next.fixed], left: after };
      most = Number.POSITIVE_INFINITY;
    } else if (next.fixed.length === 1) {
      harmful.add(nameOf(first));
      most = Number.POSITIVE_INFINITY;
    } else {
      most = Math.ceil(next.fixed.length / 2);
    }
  }
  return state;
}

function nameOf({ rule, message, location }: Diagnostic): string {
  return `${rule} ${location.source.path} ${message}`;
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
 * Whether the file has lost its shape, or has more errors of a kind that was to be repaired. Other errors
 * were there before, unseen: behind a misspelt keyword nothing is looked at.
 */
function doesHarm(
  fixed: readonly Diagnostic[],
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): boolean {
  const watched = new Set([...rulesOfShape, ...fixed.map(({ rule }) => rule)]);
  const known = countErrors(before);
  return [...countErrors(after)].some(
    ([kind, { rule, count }]) => watched.has(rule) && count > (known.get(kind)?.count ?? 0),
  );
}

const rulesOfShape = rules.filter(({ scope }) => scope === 'syntax').map(({ id }) => id);

interface ErrorCount {
  readonly rule: string;
  readonly count: number;
}

/** How many errors of each rule each file has. */
function countErrors(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, ErrorCount> {
  const counts = new Map<string, ErrorCount>();
  for (const { severity, rule, location } of diagnostics) {
    if (severity !== 'error') continue;
    const kind = `${rule} ${location.source.path}`;
    counts.set(kind, { rule, count: (counts.get(kind)?.count ?? 0) + 1 });
  }
  return counts;
}
