import type { SourceFile } from '@kalint/parser';
import type { Complaint } from '../../keepalived/complaints.ts';
import type { PlacedDiagnostic } from '../placed.ts';
import { statementsOf, type Follows } from './facts.ts';
import { ofRemovedBlock, ofRepeatedLine, withLostLine } from './refused.ts';
import { afterLongLine, behindLostBraces, inUnreadBlock, withReference } from './shape.ts';

/*
 * One mistake makes keepalived complain about much that follows from it, where kalint says it once. These
 * are the ways in which a complaint can follow from a mistake that kalint names.
 */

/** Tells which complaints follow from what kalint says; not asked about those that have a diagnostic. */
export function consequenceFinder(
  source: SourceFile,
  complaints: readonly Complaint[],
  placed: readonly PlacedDiagnostic[],
): Follows {
  const facts = { source, complaints, placed, statements: statementsOf(source) };
  const ways = [
    behindLostBraces,
    afterLongLine,
    inUnreadBlock,
    withReference,
    withLostLine,
    ofRepeatedLine,
    ofRemovedBlock,
  ].map((way) => way(facts));
  return (complaint) => ways.some((follows) => follows(complaint));
}
