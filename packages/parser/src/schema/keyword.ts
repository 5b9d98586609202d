import type { Release } from './releases.ts';

/*
 * The shape of the keyword table. The table is data only; what the shapes mean is written in
 * `model/`. The facts come from keepalived's source, the summaries are our own words.
 */

/** How the words behind a keyword are read. */
export type ValueSchema =
  /** No words: the keyword itself is the setting. */
  | { readonly type: 'flag' }
  /** `true on yes false off no`, exactly; nothing means true (lib/parser.c, check_true_false). */
  | { readonly type: 'boolean' }
  | IntegerSchema
  | DecimalSchema
  | EnumSchema
  | StringSchema
  /** The name of a network interface: at most 15 bytes (IFNAMSIZ). */
  | { readonly type: 'interface' }
  | { readonly type: 'address'; readonly family?: 4 | 6; readonly multicast?: true }
  /** A command, its arguments inside the quotes; with `runAs`, `USER [[:]GROUP]` behind it. */
  | { readonly type: 'script'; readonly runAs?: true; readonly optional?: true }
  /** `USER [[:]GROUP]` */
  | { readonly type: 'user' }
  /** `NUMBER [reverse]`: what a tracker adds to the priority. */
  | { readonly type: 'weight'; readonly min: number; readonly max: number }
  /** Numbers, or `N-M` ranges of them. */
  | {
      readonly type: 'integers';
      readonly min: number;
      readonly max: number;
      readonly optional?: true;
    }
  /** `ADDRESS [PORT]` */
  | { readonly type: 'endpoint' }
  /** `ADDRESS [PORT]`, `fwmark NUMBER` or `group NAME` */
  | { readonly type: 'virtual-server' }
  /** `NAT|DR|TUN [...]` */
  | { readonly type: 'forwarding' }
  /** Words in the order that `syntax` gives; kept as words. */
  | {
      readonly type: 'words';
      readonly syntax: string;
      readonly optional?: true;
      readonly values?: readonly string[];
    };

export interface IntegerSchema {
  readonly type: 'integer';
  readonly min: number;
  readonly max: number;
  readonly unit?: string;
  /** The value when the keyword stands alone; without it a value is needed. */
  readonly bare?: number;
}

export interface DecimalSchema {
  readonly type: 'decimal';
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  /** More decimals than this are reported, and rounded. */
  readonly places: number;
}

export interface EnumSchema {
  readonly type: 'enum';
  readonly values: readonly string[];
  readonly ignoreCase?: true;
  /** May stand alone. */
  readonly optional?: true;
}

export interface StringSchema {
  readonly type: 'string';
  readonly syntax: string;
  readonly maxLength?: number;
  readonly optional?: true;
  /** Quoted as a script's command is: single quotes count too. */
  readonly asCommand?: true;
}

/** What a line of a free-form block is. */
export type LineType =
  | 'address'
  | 'route'
  | 'rule'
  | 'words'
  | 'tracked-interface'
  | 'tracked-script'
  | 'tracked-file'
  | 'tracked-process'
  | 'tracked-bfd'
  | 'unicast-peer'
  | 'virtual-server-group-entry'
  | 'linkbeat-interface'
  | 'interface-delay';

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

/** What keepalived does when the value is missing. */
export type OnMissing =
  /** Reads nothing more and ends with status 2 (lib/parser.c, null_strvec). */
  | 'exits'
  /** Reports it and ignores the line. */
  | 'ignores'
  /** Ends with a segmentation fault. */
  | 'crashes';

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
  /** The free-form block behind the keyword. */
  readonly lines?: LineType;
}

export interface Deprecation {
  readonly since: Release;
  /** The keyword to use, or what to do. */
  readonly use: string;
  /** `use` is a keyword of the same block that reads the same value. */
  readonly renamed?: true;
}

export interface Keywords {
  readonly [keyword: string]: KeywordSchema;
}
