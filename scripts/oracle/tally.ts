import { positionAt } from '@kalint/parser';
import type { Diagnostic } from '@kalint/linter';
import type { Comparison, JudgedComplaint, Standing } from './comparison.ts';
import { patternOf } from './pattern.ts';
import type { KnownDifference } from './known-differences.ts';

/** Complaints, or diagnostics, that say the same of different files. */
export interface Group {
  readonly pattern: string;
  readonly comparisons: readonly Comparison[];
  readonly example: string;
}

/** What the comparisons come to. */
export interface Tally {
  readonly files: number;
  readonly accepted: number;
  readonly endings: Readonly<Record<string, number>>;
  /** Lines that keepalived complains about; each kind of complaint that names none counts as one. */
  readonly lines: Readonly<Record<Standing['kind'], number>>;
  readonly inventions: readonly Group[];
  readonly unconfirmed: readonly Group[];
  readonly missed: readonly Group[];
  readonly known: ReadonlyMap<KnownDifference, number>;
}

export function tally(comparisons: readonly Comparison[]): Tally {
  const lines: Record<Standing['kind'], number> = {
    ...{ host: 0, covered: 0, consequence: 0, unread: 0, known: 0, missed: 0 },
  };
  const endings: Record<string, number> = {};
  const known = new Map<KnownDifference, number>();
  for (const { complaints, endings: all } of comparisons) {
    for (const kind of standingsByLine(complaints)) lines[kind]++;
    for (const ending of all) endings[ending] = (endings[ending] ?? 0) + 1;
    for (const { standing } of complaints) {
      if (standing.kind !== 'known') continue;
      known.set(standing.difference, (known.get(standing.difference) ?? 0) + 1);
    }
  }
  return {
    files: comparisons.length,
    accepted: comparisons.filter(({ isAccepted }) => isAccepted).length,
    endings,
    lines,
    inventions: group(comparisons, ({ inventions }) => inventions, ruleOf, describeDiagnostic),
    unconfirmed: group(comparisons, ({ unconfirmed }) => unconfirmed, ruleOf, describeDiagnostic),
    missed: group(comparisons, missedOf, ({ message }) => patternOf(message), describeComplaint),
    known,
  };
}

/** The part of the lines that carry a diagnostic, of those of which a linter could know. */
export function coverage({ lines }: Tally): number {
  const judged = lines.covered + lines.known + lines.missed;
  return judged === 0 ? 1 : lines.covered / judged;
}

/** A line with several complaints stands as well as the best of them. */
const order = ['covered', 'consequence', 'known', 'missed', 'unread', 'host'] as const;

function standingsByLine(complaints: readonly JudgedComplaint[]): readonly Standing['kind'][] {
  // What keepalived judges in the end counts once for the file, however many blocks it is about.
  const lines = groupBy(complaints, ({ line, message }) => line ?? patternOf(message));
  return [...lines.values()].map((all) => {
    const textual = all.filter(({ standing }) => standing.kind !== 'host');
    return order.find((kind) => textual.some(({ standing }) => standing.kind === kind)) ?? 'host';
  });
}

function missedOf({ complaints }: Comparison): readonly JudgedComplaint[] {
  return complaints.filter(({ standing }) => standing.kind === 'missed');
}

const ruleOf = ({ rule }: Diagnostic): string => rule;

function describeDiagnostic(diagnostic: Diagnostic): string {
  const { source, span } = diagnostic.location;
  const { line } = positionAt(source, span.start);
  return `${source.path}:${line} ${diagnostic.message}`;
}

function describeComplaint({ line, message }: JudgedComplaint, { source }: Comparison): string {
  const text = line === undefined ? '' : (source.text.split('\n')[line - 1] ?? '').trim();
  return `${source.path}:${line ?? '-'} ${message} | ${text}`;
}

function group<Item>(
  comparisons: readonly Comparison[],
  itemsOf: (comparison: Comparison) => readonly Item[],
  patternFor: (item: Item) => string,
  describe: (item: Item, comparison: Comparison) => string,
): readonly Group[] {
  const all = comparisons.flatMap((comparison) =>
    itemsOf(comparison).map((item) => ({
      pattern: patternFor(item),
      example: describe(item, comparison),
      comparison,
    })),
  );
  const shortest = (a: Comparison, b: Comparison): number =>
    a.source.text.length - b.source.text.length;
  return [...groupBy(all, ({ pattern }) => pattern)]
    .map(([pattern, members]) => ({
      pattern,
      comparisons: members.map(({ comparison }) => comparison).sort(shortest),
      example: members[0]?.example ?? '',
    }))
    .sort((a, b) => b.comparisons.length - a.comparisons.length);
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const members = groups.get(key);
    if (members) members.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
