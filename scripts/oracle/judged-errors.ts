import type { Diagnostic } from '@kalint/linter';
import { positionAt, parse, visitStatements, type SourceFile } from '@kalint/parser';
import type { JudgedComplaint } from './comparison.ts';
import type { PlacedDiagnostic } from './placed.ts';
import { silentTraps } from './silent-traps.ts';

/** The errors of kalint about something that keepalived has judged, and would have complained about. */
export function judgedErrors(
  source: SourceFile,
  placed: readonly PlacedDiagnostic[],
  complaints: readonly JudgedComplaint[],
): readonly PlacedDiagnostic[] {
  const removed = removedBlocks(source, placed, complaints);
  return placed.filter(
    ({ isError, diagnostic, rule, line }) =>
      isError &&
      !silentTraps.has(rule) &&
      !removed.some(({ first, last }) => first < line && line <= last) &&
      !isLost(diagnostic, line, complaints),
  );
}

interface Lines {
  readonly first: number;
  readonly last: number;
}

/** Blocks whose first line keepalived does not take, or which it removes in silence. */
function removedBlocks(
  source: SourceFile,
  placed: readonly PlacedDiagnostic[],
  complaints: readonly JudgedComplaint[],
): readonly Lines[] {
  const traps = placed.filter(({ rule, isError }) => isError && silentTraps.has(rule));
  const refused = new Set([...traps, ...complaints].map(({ line }) => line));
  const blocks: Lines[] = [];
  visitStatements(parse(source), ({ span, block }) => {
    const first = positionAt(source, span.start).line;
    if (block && refused.has(first))
      blocks.push({ first, last: positionAt(source, span.end).line });
  });
  return blocks;
}

/**
 * Whether it is about what keepalived has lost because of the machine: a script that is not there has no
 * weight that could be wrong, and a line that was dropped is not repeated by a second one.
 */
function isLost(
  { message, related }: Diagnostic,
  line: number,
  complaints: readonly JudgedComplaint[],
): boolean {
  const lines = [
    line,
    ...related.map(({ location: { source, span } }) => positionAt(source, span.start).line),
  ];
  const names = [...message.matchAll(/`([^`]*)`/g)].flatMap(([, name]) => name ?? []);
  return complaints.some(
    (complaint) =>
      complaint.standing.kind === 'host' &&
      (lines.some((each) => each === complaint.line) ||
        names.some((name) => complaint.message.split(/[\s()']+/).includes(name))),
  );
}
