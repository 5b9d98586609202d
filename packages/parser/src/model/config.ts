import type { Keywords, KeywordSchema, LineType } from '../schema/keyword.ts';
import type { language } from '../schema/language.ts';
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

export type GlobalDefs = NonNullable<Config['global_defs']>;
export type VrrpInstance = Each<NonNullable<Config['vrrp_instance']>>;
export type VrrpScript = Each<NonNullable<Config['vrrp_script']>>;
export type VrrpSyncGroup = Each<NonNullable<Config['vrrp_sync_group']>>;
export type VirtualServer = Each<NonNullable<Config['virtual_server']>>;
export type RealServer = Each<NonNullable<VirtualServer['real_server']>>;
