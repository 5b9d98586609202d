import { lint, rulesOf, type Diagnostic } from '@kalint/linter';
import { parse, positionAt, type Release, type SourceFile } from '@kalint/parser';
import { answersTo } from './answers.ts';
import type { Complaint } from '../keepalived/complaints.ts';
import { consequenceFinder } from './consequences/index.ts';
import type { Ending, Verdict } from './daemon.ts';
import { hostReason } from './host-messages.ts';
import { judgedErrors } from './judged-errors.ts';
import { knownDifferences, type KnownDifference } from './known-differences.ts';
import { placedIn, type PlacedDiagnostic } from './placed.ts';

/** The release that the oracle is: Debian's. */
export const oracleRelease = '2.2.7' satisfies Release;

/** What a complaint of keepalived is to kalint. */
export type Standing =
  | { readonly kind: 'host'; readonly reason: string }
  /** kalint has a diagnostic on the line, or the one that answers it. */
  | { readonly kind: 'covered' }
  /** It would not be there but for a mistake that kalint names. */
  | { readonly kind: 'consequence' }
  /** kalint says that it has not read the part of the file that this is about. */
  | { readonly kind: 'unread' }
  | { readonly kind: 'known'; readonly difference: KnownDifference }
  | { readonly kind: 'missed' };

export interface JudgedComplaint extends Complaint {
  readonly standing: Standing;
}

export interface Comparison {
  readonly source: SourceFile;
  readonly endings: readonly Ending[];
  /** keepalived says nothing, or only something about the machine. */
  readonly isAccepted: boolean;
  readonly complaints: readonly JudgedComplaint[];
  /** Errors of kalint in a file that keepalived accepts. */
  readonly inventions: readonly Diagnostic[];
  /** Errors of kalint on lines of which keepalived says nothing, in a file that it reads and refuses. */
  readonly unconfirmed: readonly Diagnostic[];
}

/** Compares what kalint says of a file with what keepalived does, as any of the file's nodes reads it. */
export function compare(source: SourceFile, verdicts: readonly Verdict[]): Comparison {
  const { diagnostics } = lint([source], { release: oracleRelease, rules: rulesOfOneNode });
  const placed = placedIn(source, diagnostics);
  const complaints = judge(
    source,
    distinct(verdicts.flatMap((verdict) => verdict.complaints)),
    placed,
  );
  const endings = verdicts.map(({ ending }) => ending);
  const isRead =
    endings.every((ending) => ending === 'finished') &&
    !complaints.some(({ message }) => stopsEarly.test(message));
  const isAccepted = isRead && complaints.every(({ standing }) => standing.kind === 'host');
  const errors = judgedErrors(source, placed, complaints);
  const isSaid = ({ line, rule }: PlacedDiagnostic): boolean =>
    complaints.some(
      (complaint) => complaint.line === line || answersTo(complaint.message).includes(rule),
    );
  const unsaid = isRead ? errors.filter((error) => !isSaid(error)) : [];
  return {
    ...{ source, endings, isAccepted, complaints },
    inventions: isAccepted ? errors.map(({ diagnostic }) => diagnostic) : [],
    unconfirmed: isAccepted ? [] : unsaid.map(({ diagnostic }) => diagnostic),
  };
}

/** keepalived judges nothing any more (vrrp_daemon.c, start_vrrp). */
const stopsEarly = /^Non-existent interface specified/;

/** keepalived knows its own file only, and has no taste. */
const rulesOfOneNode = rulesOf('recommended').filter(({ scope }) => scope !== 'cluster');

function distinct(complaints: readonly Complaint[]): readonly Complaint[] {
  return [...new Map(complaints.map((each) => [`${each.line} ${each.message}`, each])).values()];
}

function judge(
  source: SourceFile,
  complaints: readonly Complaint[],
  placed: readonly PlacedDiagnostic[],
): readonly JudgedComplaint[] {
  const blocks = topLevelLines(source);
  const isUnread = placed.some(({ rule }) => rule === 'unread-part');
  const isConsequence = consequenceFinder(source, complaints, placed);
  const standingOf = (complaint: Complaint): Standing => {
    const reason = hostReason(complaint, complaints);
    if (reason !== undefined) return { kind: 'host', reason };
    if (isCovered(complaint, placed, blocks)) return { kind: 'covered' };
    if (isConsequence(complaint)) return { kind: 'consequence' };
    if (isUnread) return { kind: 'unread' };
    const difference = knownDifferences.find(({ pattern }) => pattern.test(complaint.message));
    return difference ? { kind: 'known', difference } : { kind: 'missed' };
  };
  return complaints.map((complaint) => ({ ...complaint, standing: standingOf(complaint) }));
}

interface Lines {
  readonly first: number;
  readonly last: number;
}

function topLevelLines(source: SourceFile): readonly Lines[] {
  return parse(source).items.map(({ span }) => ({
    first: positionAt(source, span.start).line,
    last: positionAt(source, span.end).line,
  }));
}

function isCovered(
  { line, message }: Complaint,
  placed: readonly PlacedDiagnostic[],
  blocks: readonly Lines[],
): boolean {
  if (line !== undefined && placed.some((each) => each.line === line)) return true;
  const answers = answersTo(message);
  const within = blocks.find(
    ({ first, last }) => line !== undefined && first <= line && line <= last,
  );
  return placed.some(
    (each) =>
      answers.includes(each.rule) &&
      (!within || (within.first <= each.line && each.line <= within.last)),
  );
}
