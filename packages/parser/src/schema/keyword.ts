import type { LineType } from './lines.ts';
import type { Release } from './releases.ts';
import type { OnMissing, ValueSchema } from './value.ts';

/*
 * The shape of the keyword table. The table is data only; what the shapes mean is written in
 * `model/`, and the shapes of values in `value.ts`. The facts come from keepalived's source, the summaries are our own words.
 */

/** What keepalived does with a second occurrence in the same block. */
export type Repetition =
  /** Takes the last one, and says nothing. */
  | 'last'
  /** Takes the last one, and reports it. */
  | 'last-reported'
  /** Keeps the first one, and reports the other. */
  | 'first'
  /** Each one counts. */
  | 'each'
  /** Several blocks count as one. */
  | 'merged';

/** What is known of a keyword in one block. */
export interface KeywordSchema {
  readonly summary: string;
  /** The first release that reads it. */
  readonly since: Release;
  readonly value: ValueSchema;
  /** Absent: `last`. */
  readonly repeat?: Repetition;
  /** Absent: `exits`. */
  readonly missing?: OnMissing;
  /** What keepalived uses instead of a bad value; absent: it ignores the line. */
  readonly instead?: string;
  /** That the value is wrong, keepalived says in its log only, and not with `-t`. */
  readonly logOnly?: true;
  /** A number out of range becomes the nearest one in it. */
  readonly clamped?: true;
  /** Words behind the value make keepalived drop the line, or the block; absent: it ignores them. */
  readonly extraWords?: 'drop';
  readonly default?: string | number | boolean;
  readonly required?: true;
  /** keepalived must have been built with this. */
  readonly build?: readonly string[];
  /** Still read, but something else should be used. */
  readonly deprecated?: Deprecation;
  /** The first release that no longer reads it. */
  readonly removed?: Release;
  /** What to write instead of a removed keyword. */
  readonly replacement?: string;
  /** Must never be shown. */
  readonly secret?: true;
  /** The block behind the keyword. */
  readonly keywords?: Keywords;
  /** The free-form block behind the keyword: what each of its lines is. */
  readonly lines?: LineType;
}

/** Since when a keyword should not be used, and what should be used instead. */
export interface Deprecation {
  readonly since: Release;
  /** The keyword to use, or what to do. */
  readonly use: string;
  /** `use` is a keyword of the same block that reads the same value. */
  readonly renamed?: true;
}

/** The keywords of a block. */
export interface Keywords {
  readonly [keyword: string]: KeywordSchema;
}
