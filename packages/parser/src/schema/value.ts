import type { Release } from './releases.ts';

/*
 * How the words behind a keyword, or of a line of a free-form block, are read. Shapes only: what they
 * mean is written in `model/`.
 */

/** When a release, or a build, reads something. */
export interface Availability {
  /** The first release that reads it. */
  readonly since?: Release;
  /** The first release that no longer reads it. */
  readonly removed?: Release;
  /** keepalived must have been built with this. */
  readonly build?: readonly string[];
}

/** How the words behind a keyword, or of a line, are read. */
export type ValueSchema =
  | FlagSchema
  | BooleanSchema
  | IntegerSchema
  | DecimalSchema
  | DurationSchema
  | NumbersSchema
  | IntegersSchema
  | EnumSchema
  | StringSchema
  | HexSchema
  | InterfaceSchema
  | AddressSchema
  | CidrSchema
  | AddressRangeSchema
  | HostSchema
  | MacSchema
  | ScriptSchema
  | UserSchema
  | WeightSchema
  | UmaskSchema
  | HmacKeySchema
  | ListSchema
  | ArgumentsSchema;

interface Optional {
  /** May be left out: then the keyword stands alone. */
  readonly optional?: true;
}

/** No words: the keyword itself is the setting. */
export interface FlagSchema {
  readonly type: 'flag';
}

/** `true on yes false off no`, exactly; nothing means true (lib/parser.c, check_true_false). */
export interface BooleanSchema {
  readonly type: 'boolean';
}

/** A whole number. */
/** What an earlier release took: whole numbers (`places: 0`), or numbers up to another limit. */
export interface EarlierNumber {
  /** The first release that no longer is so. */
  readonly until: Release;
  readonly max?: number;
  readonly places?: 0;
}

interface NumberSchema extends Optional {
  readonly min: number;
  readonly max: number;
  /** The oldest first. */
  readonly earlier?: readonly EarlierNumber[];
  /** Since that release 0, although it is in the range, is reported, and this used. */
  readonly zero?: { readonly since: Release; readonly instead: number };
}

/** A whole number. */
export interface IntegerSchema extends NumberSchema {
  readonly type: 'integer';
  readonly unit?: string;
  /** The value when the keyword stands alone; without it a value is needed. */
  readonly bare?: number;
  /** Read by strtoul(3) with base 0: `0x` makes it hexadecimal, `0` octal. */
  readonly base?: 'any';
  /** Only 32 bits of the number count: 4294967296 is 0. */
  readonly wraps?: true;
  /** Words that may stand for a number. */
  readonly names?: readonly string[];
  readonly ignoreCase?: true;
  /** Other words may be names of this file of iproute2, or of the system: only the host knows. */
  readonly namedIn?: string;
}

/** A number that may have decimals. */
export interface DecimalSchema extends NumberSchema {
  readonly type: 'decimal';
  readonly unit: string;
  /** More decimals than this are reported, and rounded. */
  readonly places: number;
}

/** A number of the kernel's units, or a time: `300ms`, `0.5s`. */
export interface DurationSchema {
  readonly type: 'duration';
  /** The shortest and the longest, in milliseconds. */
  readonly min: number;
  readonly max: number;
  /** The first release that reports what is shorter or longer; others change it silently. */
  readonly boundsSince: Release;
  /** How many of the kernel's units make a millisecond. */
  readonly perMillisecond: number;
}

/** Numbers, or names of them, with something between: `3/4`, `1-5`, `fe80:1:2:3`. */
export interface NumbersSchema {
  readonly type: 'numbers';
  readonly separator: string;
  readonly least: number;
  readonly most: number;
  readonly min: number;
  readonly max: number;
  readonly base?: 'any' | 16;
  readonly namedIn?: string;
}

/** Numbers, or `N-M` ranges of them. */
export interface IntegersSchema extends Optional {
  readonly type: 'integers';
  readonly min: number;
  readonly max: number;
}

/** One of several words. */
export interface EnumSchema extends Optional {
  readonly type: 'enum';
  readonly values: readonly string[];
  readonly ignoreCase?: true;
  /** The values that not every release with the keyword reads. */
  readonly availability?: Readonly<Record<string, Availability>>;
}

/** Any word. */
export interface StringSchema extends Optional {
  readonly type: 'string';
  readonly syntax: string;
  readonly maxLength?: number;
  /** Quoted as a script's command is: single quotes count too. */
  readonly asCommand?: true;
}

/** Octets in hexadecimal digits. */
export interface HexSchema extends Optional {
  readonly type: 'hex';
  readonly octets?: number;
  /** Blanks may stand between octets: every word of the line belongs to it. */
  readonly spaced?: true;
  /** `x` stands for any digit. */
  readonly wildcard?: true;
  /** Before this release, `ff` at the end is taken for a mistake (lib/parser.c, read_hex_str()). */
  readonly endsInFfSince?: Release;
}

/** The name of a network interface: at most 15 bytes (IFNAMSIZ). */
export interface InterfaceSchema extends Optional {
  readonly type: 'interface';
  /** keepalived makes it, and looks at the characters (lib/utils.c, dev_name_valid). */
  readonly created?: true;
}

/** An IP address. */
export interface AddressSchema extends Optional {
  readonly type: 'address';
  readonly family?: 4 | 6;
  readonly multicast?: true;
  /** Words that may stand for an address. */
  readonly words?: readonly string[];
  /** A mask or a range behind it is an error, and not ignored. */
  readonly exact?: true;
}

/** `ADDRESS[/PREFIX]` */
export interface CidrSchema extends Optional {
  readonly type: 'cidr';
  readonly family?: 4 | 6;
  /** Words that may stand for an address of any family. */
  readonly words?: readonly string[];
}

/** `ADDRESS`, `ADDRESS-OCTET` or `ADDRESS-GROUP`, `ADDRESS-ADDRESS`, `ADDRESS/PREFIX` */
export interface AddressRangeSchema {
  readonly type: 'address-range';
  /** The forms that not every release reads. */
  readonly availability: Readonly<Record<'end' | 'prefix', Availability>>;
}

/** An address or a name that is resolved. */
export interface HostSchema {
  readonly type: 'host';
}

/** The hardware address of an interface; the last octet may be left to the VRID. */
export interface MacSchema {
  readonly type: 'mac';
}

/** A command, its arguments inside the quotes; with `runAs`, `USER [[:]GROUP]` behind it. */
export interface ScriptSchema extends Optional {
  readonly type: 'script';
  readonly runAs?: true;
}

/** `USER [[:]GROUP]` */
export interface UserSchema extends Optional {
  readonly type: 'user';
}

/** `NUMBER [reverse]`: what a tracker adds to the priority. */
export interface WeightSchema {
  readonly type: 'weight';
  readonly min: number;
  readonly max: number;
  /** What may stand behind the number. */
  readonly directions: readonly ('reverse' | 'noreverse')[];
  /** The first release that reads them. */
  readonly directionsSince: Release;
}

/** A number as strtol(3) reads it with base 0, or permission bits: `IRUSR|IWUSR`. */
export interface UmaskSchema {
  readonly type: 'umask';
  readonly bits: Readonly<Record<string, number>>;
  readonly availability?: Readonly<Record<string, Availability>>;
}

/** `KEY`, `hex:DIGITS` or `file:PATH`: so many bytes. */
export interface HmacKeySchema {
  readonly type: 'hmac-key';
  readonly minBytes: number;
  readonly maxBytes: number;
}

/** One value for each word. */
export interface ListSchema extends Optional {
  readonly type: 'list';
  readonly of: ValueSchema;
  /** keepalived says nothing of a word that it does not know. */
  readonly silent?: true;
}

/** What keepalived does when a value is missing. */
export type OnMissing =
  /** Reads nothing more and ends with status 2 (lib/parser.c, null_strvec). */
  | 'exits'
  /** Reports it and ignores the line. */
  | 'ignores'
  /** Ends with a segmentation fault. */
  | 'crashes';

/** What a part of a line takes with it when it cannot be read: absent, the whole line. */
export type Loss = 'argument' | 'nothing';

interface ArgumentSchema extends Availability {
  readonly summary: string;
  readonly since?: Release;
  readonly loss?: Loss;
  /** What keepalived does with a second one; absent: `last`. */
  readonly repeat?: 'last' | 'first' | 'each';
}

/** A value that is told by its place, or by its form. */
export interface OperandSchema extends ArgumentSchema {
  readonly value: ValueSchema;
  readonly optional?: true;
  /** The value of this option comes right behind it, without the name of the option. */
  readonly before?: string;
}

/** A value that is told by the word before it. */
export interface OptionSchema extends ArgumentSchema {
  /** Absent: the option stands alone. */
  readonly value?: ValueSchema;
  /** Another name of this option. */
  readonly sameAs?: string;
  /** Only for lines with addresses of this family. */
  readonly family?: 4 | 6;
  /** Only in these blocks. */
  readonly only?: readonly string[];
  /** Nothing but more of the same may stand behind it. */
  readonly last?: true;
  /** keepalived does not look at what stands behind it. */
  readonly ends?: true;
  readonly deprecated?: { readonly since: Release; readonly use: string };
  /** keepalived reads it, reports that it does not support it, and goes on. */
  readonly unsupported?: true;
}

/** Operands by their names, in order. */
export interface Operands {
  readonly [name: string]: OperandSchema;
}

/** Options by the words that name them. */
export interface Options {
  readonly [name: string]: OptionSchema;
}

/** Several words: operands, and options with their values. */
export interface ArgumentsSchema extends Optional {
  readonly type: 'arguments';
  readonly operands?: Operands;
  readonly options?: Options;
  /** Operands may stand between and behind options; they are told by their form. */
  readonly anyOrder?: true;
  /** The option whose name may be left out. */
  readonly unnamed?: string;
  /**
   * What keepalived does with a word that is none of them. Absent: it reports it, and the line is lost.
   * `skipped`: reports it and goes on. `ends`: what comes belongs to what is around.
   */
  readonly unknown?: 'skipped' | 'ends';
  /** It reports words behind the last operand; absent: it says nothing. */
  readonly extra?: 'reported';
  /** What it does when a value is missing behind an option; absent: `exits`. */
  readonly missing?: OnMissing;
  /** All addresses are of one family. */
  readonly oneFamily?: true;
  readonly constraints?: readonly Constraint[];
}

/** What must hold between the arguments of a line; `type goto` is the `goto` in the value of `type`. */
export type Constraint = {
  readonly loss?: Loss;
  readonly since?: Release;
  readonly removed?: Release;
} & (
  | { readonly kind: 'required'; readonly oneOf: readonly string[] }
  | { readonly kind: 'exclusive'; readonly among: readonly string[] }
  /** With the option, or with these values of it, one of the others is needed. */
  | {
      readonly kind: 'needs';
      readonly option: string;
      readonly being?: readonly (string | number)[];
      readonly notBeing?: readonly (string | number)[];
      readonly oneOf: readonly string[];
      /** The other must have one of these values. */
      readonly with?: readonly string[];
    }
  /** The number of the one is less than that of the other. */
  | {
      readonly kind: 'order';
      readonly lower: string;
      readonly higher: string;
      readonly orEqual?: true;
    }
  /** With the option, or with these values of it, the prefix of the operand has a limit. */
  | {
      readonly kind: 'prefix';
      readonly of: string;
      readonly option: string;
      readonly being?: readonly string[];
      /** `full`: 32 or 128, or none written. */
      readonly longest: number | 'full';
    }
);
