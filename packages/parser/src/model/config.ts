import type { Keywords, KeywordSchema } from '../schema/keyword.ts';
import type { language } from '../schema/language.ts';
import type { LineType } from '../schema/lines.ts';
import type { Statement, Word } from '../syntax/tree.ts';
import type { LineOf, ValueOf } from './values.ts';

/*
 * The typed model of a configuration. Its types are inferred from the keyword table: a keyword that
 * is added there is a property here. Only what is written is in it; what keepalived assumes for the
 * rest is a question of the release and of other settings, and is answered elsewhere.
 */

/** A keyword with a value that could be read. */
export interface Setting<T> {
  readonly value: T;
  readonly statement: Statement;
  /** The words that hold the value; empty when the keyword stands alone. */
  readonly words: readonly Word[];
}

/** A block; the settings in it are its properties. */
export type Section<H, K extends Keywords> = {
  /** What stands behind the keyword: the name of an instance, the address of a server. */
  readonly header: H;
  /** Where it is written; several when keepalived merges the blocks. */
  readonly statements: readonly [Statement, ...Statement[]];
} & Model<K>;

/** A free-form block. */
export interface Listing<H, T> {
  readonly header: H;
  readonly statements: readonly [Statement, ...Statement[]];
  readonly entries: readonly Entry<T>[];
}

/** A line of a free-form block. */
export interface Entry<T> {
  readonly value: T;
  readonly statement: Statement;
  /** The word that names the entry. */
  readonly word: Word;
}

/** The settings that stand in a block with these keywords. */
export type Model<K extends Keywords> = {
  readonly [W in keyof K as K[W] extends { readonly removed: string } ? never : W]?: Member<K[W]>;
};

type Member<S extends KeywordSchema> = S extends { readonly repeat: 'each' }
  ? readonly Occurrence<S>[]
  : Occurrence<S>;

type Occurrence<S extends KeywordSchema> = S extends { readonly lines: infer L extends LineType }
  ? Listing<ValueOf<S['value']>, LineOf<L>>
  : S extends { readonly keywords: infer K extends Keywords }
    ? Section<ValueOf<S['value']>, K>
    : Setting<ValueOf<S['value']>>;

/** A whole configuration: what one node of a cluster reads. */
export type Config = Model<typeof language>;

type Each<T> = T extends readonly (infer E)[] ? E : never;

/** A global_defs block. */
export type GlobalDefs = NonNullable<Config['global_defs']>;
/** A vrrp_instance block. */
export type VrrpInstance = Each<NonNullable<Config['vrrp_instance']>>;
/** A vrrp_script block. */
export type VrrpScript = Each<NonNullable<Config['vrrp_script']>>;
/** A vrrp_sync_group block. */
export type VrrpSyncGroup = Each<NonNullable<Config['vrrp_sync_group']>>;
/** A virtual_server block. */
export type VirtualServer = Each<NonNullable<Config['virtual_server']>>;
/** A real_server block. */
export type RealServer = Each<NonNullable<VirtualServer['real_server']>>;
