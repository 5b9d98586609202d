import type { Diagnostic, Severity } from './diagnostic.ts';

/** Nobody reads more findings of one file; a text that is no configuration can have a million. */
const findingLimit = 10_000;

/** Findings while they are made: of each rule so many are kept for a file, the others are counted. */
interface FindingList {
  readonly add: (diagnostic: Diagnostic) => void;
  readonly kept: readonly Diagnostic[];
  /**
   * Of findings sorted by file the first ones of each file, and one that says how many others there
   * are, with those that were not kept.
   */
  readonly limited: (sorted: readonly Diagnostic[]) => readonly Diagnostic[];
}

/** The findings of a file that are not listed. */
interface Excess {
  readonly first: Diagnostic;
  readonly count: number;
  readonly severity: Severity;
}

export function createFindingList(): FindingList {
  const kept: Diagnostic[] = [];
  const counts = new Map<string, number>();
  const excess = new Map<string, Excess>();
  let last: Diagnostic | undefined;
  return {
    add: (diagnostic) => {
      // A global setting is seen from every instance.
      if (last && isRepeated(last, diagnostic)) return;
      last = diagnostic;
      const { path } = diagnostic.location.source;
      const key = `${diagnostic.rule} ${path}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count <= findingLimit) kept.push(diagnostic);
      else excess.set(path, joined(excess.get(path), diagnostic));
    },
    kept,
    limited: (sorted) => {
      if (sorted.length <= findingLimit && excess.size === 0) return sorted;
      return byFile(sorted).flatMap(([path, found]) => {
        const others = found.slice(findingLimit).reduce(joined, excess.get(path));
        return others ? [...found.slice(0, findingLimit), toDiagnostic(others)] : found;
      });
    },
  };
}

function isRepeated(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.rule === b.rule &&
    a.message === b.message &&
    a.location.source === b.location.source &&
    a.location.span.start === b.location.span.start
  );
}

function byFile(sorted: readonly Diagnostic[]): readonly (readonly [string, Diagnostic[]])[] {
  const files = new Map<string, Diagnostic[]>();
  for (const diagnostic of sorted) {
    const { path } = diagnostic.location.source;
    const found = files.get(path);
    if (found) found.push(diagnostic);
    else files.set(path, [diagnostic]);
  }
  return [...files];
}

function joined(excess: Excess | undefined, next: Diagnostic): Excess {
  if (!excess) return { first: next, count: 1, severity: next.severity };
  const { first, count, severity } = excess;
  const isBefore = next.location.span.start < first.location.span.start;
  return {
    first: isBefore ? next : first,
    count: count + 1,
    severity: severities[next.severity] > severities[severity] ? next.severity : severity,
  };
}

const severities: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** As severe as the worst that is not listed, which decides about the exit status, too. */
function toDiagnostic({ first, count, severity }: Excess): Diagnostic {
  return {
    rule: 'limit-exceeded',
    severity,
    message: `${count} more findings of this file are not listed`,
    location: first.location,
    related: [],
    notes: [`this is where the first of them is; kalint lists ${findingLimit} findings of a file`],
    help: 'repair what is listed, and check the file again',
    fix: undefined,
  };
}
