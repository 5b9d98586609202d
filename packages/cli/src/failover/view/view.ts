import type { FoldedDiagnostic, Standing, Verdict } from '@kalint/linter';
import type { Phrase } from './phrase.ts';

/*
 * What a report shows, in the order in which it shows it: the same for all formats for people. Nothing is
 * computed after this; the formats only decide how it looks.
 */

export interface View {
  readonly release: string;
  readonly nodes: readonly string[];
  /** What is said first. */
  readonly summary: Phrase;
  readonly routers: readonly RouterView[];
  readonly expectations: readonly ExpectationView[];
  readonly findings: readonly FoldedDiagnostic[];
  /** Instances of which nothing can be said, and why. */
  readonly unknown: readonly Phrase[];
}

export interface ExpectationView {
  /** As it is written. */
  readonly text: string;
  readonly ok: boolean;
  /** What contradicts it; undefined when nothing does. */
  readonly counterexample: string | undefined;
}

export interface RouterView {
  readonly id: string;
  /** VRID, family, interface. */
  readonly details: readonly Phrase[];
  readonly members: readonly MemberView[];
  /** Who holds the addresses while nothing is broken. */
  readonly healthy: Phrase;
  readonly healthyTone: Tone;
  readonly tables: readonly TableView[];
  readonly timelines: readonly Timeline[];
  /** What is to be expected of a year; empty when it was not asked for. */
  readonly availability: readonly Phrase[];
}

export interface MemberView {
  readonly node: string;
  readonly instance: string;
  /** The configured one, and that while nothing is broken. */
  readonly priority: number;
  readonly standing: Standing | undefined;
  readonly preempt: boolean;
}

/** Some scenarios, one below the other. */
export interface TableView {
  readonly title: string;
  /** What the first column holds. */
  readonly subject: 'fault' | 'step';
  /** What the rows are, how many there are, and what is not shown. */
  readonly note: Phrase;
  readonly rows: readonly Row[];
}

/**
 * How much a row matters, and what is drawn beside it:
 * - `bad`: nobody or several hold the addresses;
 * - `warning`: the addresses stay where something fails, or it is not decided who gets them;
 * - `unavoidable`: nobody or several hold the addresses, and no priority or check would change that;
 * - `good`: another node takes over;
 * - `calm`: nothing happens, or nothing can.
 */
export type Tone = 'bad' | 'warning' | 'unavoidable' | 'good' | 'calm';

export interface Row {
  readonly tone: Tone;
  readonly verdict: Verdict;
  /** Whether somebody should do something about it: the rows that are `bad` or a `warning`, and no others. */
  readonly needsAttention: boolean;
  /** Each fault, or the event of a step. */
  readonly faults: readonly Phrase[];
  /** How many further fault sets the row stands for. */
  readonly more: number;
  /** `moves to lb2` */
  readonly outcome: Phrase;
  /** Why the addresses stay where they are, when something asks for an explanation. */
  readonly reason: Phrase | undefined;
  /** One for each member, in their order; undefined where the row's fault sets differ. */
  readonly standings: readonly (Standing | undefined)[];
  /** Those members whose standing is another one than before, or who get the addresses. */
  readonly changed: readonly { readonly node: string; readonly standing: Standing }[];
  /** Undefined when nothing moves. */
  readonly takeover: string | undefined;
  /** Undefined when nothing moves. */
  readonly afterRepair: Phrase | undefined;
  /** Undefined when a picture would show nothing. */
  readonly ladder: Ladder | undefined;
}

/** Two orders of the members by what they announce: before and after. */
export interface Ladder {
  readonly before: readonly Rung[];
  readonly after: readonly Rung[];
  /** Members that are not drawn, for nothing happens to them. */
  readonly hidden: number;
}

export interface Rung {
  readonly node: string;
  readonly standing: Standing;
  /** `may`: it is not decided. */
  readonly holds: 'yes' | 'may' | 'no';
}

/** How long takeovers take. */
export interface Timeline {
  readonly title: string;
  /** Seconds at the end of the axis. */
  readonly end: number;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly label: Phrase;
  /** How many further faults it stands for. */
  readonly more: number;
  /** Seconds; from the first one on the addresses may have moved, at the second one they have. */
  readonly min: number;
  readonly max: number;
  readonly span: string;
  /** Who has them then. */
  readonly holder: Phrase;
}
