import type { Diagnostic, FoldedDiagnostic } from '@kalint/linter';
import { positionAt, type Location, type Position } from '@kalint/parser';
import type { Report } from './report.ts';

/* What formats take out of a report, each as much as its readers can use. */

/**
 * Every finding by itself, for formats in which a finding has one place: those of a file together, in the order in
 * which they stand there.
 */
export function singleFindings({ diagnostics }: Report): readonly Diagnostic[] {
  const places = new Map<string, number>();
  const keyOf = ({ location: { source } }: Diagnostic): number => {
    const place = places.get(source.path) ?? places.size;
    places.set(source.path, place);
    return place;
  };
  return diagnostics
    .flatMap(({ each }) => each)
    .map((diagnostic) => ({ diagnostic, place: keyOf(diagnostic) }))
    .sort((a, b) => a.place - b.place || startOf(a.diagnostic) - startOf(b.diagnostic))
    .map(({ diagnostic }) => diagnostic);
}

function startOf({ location }: Diagnostic): number {
  return location.span.start;
}

/** Of one rule in one file so many findings are shown: whoever has more has one cause. */
const mostOfAKind = 50;

/** The findings that a person should see, and how many others there are. */
export function limited(diagnostics: readonly FoldedDiagnostic[]): {
  readonly shown: readonly FoldedDiagnostic[];
  readonly left: number;
} {
  const counts = new Map<string, number>();
  const shown = diagnostics.filter(({ rule, location }) => {
    const kind = `${rule} ${location.source.path}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= mostOfAKind;
  });
  return { shown, left: diagnostics.length - shown.length };
}

/** What is to be said of findings that are not shown; nothing when there are none. */
export function remarkOn(left: number): readonly string[] {
  return left === 0 ? [] : [`${left} more are not shown; --format json has them all`];
}

/** The findings of each file that was checked, those without any, too, by its name. */
export function findingsByFile<D extends Diagnostic>(
  files: readonly string[],
  diagnostics: readonly D[],
): ReadonlyMap<string, readonly D[]> {
  const found = new Map(files.map((file): [string, D[]] => [file, []]));
  for (const diagnostic of diagnostics) {
    const { path } = diagnostic.location.source;
    const those = found.get(path);
    if (those) those.push(diagnostic);
    else found.set(path, [diagnostic]);
  }
  return found;
}

/** Why it is so and what to do, a text for each. */
export function explanationOf({ notes, help }: Diagnostic): readonly string[] {
  return help === undefined ? notes : [...notes, `help: ${help}`];
}

/** Where a finding begins. */
export function positionOf({ source, span }: Location): Position {
  return positionAt(source, span.start);
}

/** Where it begins and where it ends; the end is behind its last character. */
export function rangeOf({ source, span }: Location): {
  readonly start: Position;
  readonly end: Position;
} {
  return { start: positionAt(source, span.start), end: positionAt(source, span.end) };
}

/** So many lines are named; who has more finds them by the first ones. */
const mostLines = 12;

/** `in lines 3, 7` */
export function linesOf(places: readonly Location[]): string {
  const named = [...new Set(places.map((place) => positionOf(place).line))];
  const rest = named.length > mostLines ? ', …' : '';
  return `in line${named.length === 1 ? '' : 's'} ${named.slice(0, mostLines).join(', ')}${rest}`;
}
