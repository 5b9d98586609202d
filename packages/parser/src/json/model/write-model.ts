import type { Config, Entry, Listing, Setting } from '../../model/config.ts';
import type { Keywords, KeywordSchema } from '../../schema/keyword.ts';
import { keywordIn, language } from '../../schema/language.ts';
import { lineSchemas } from '../../schema/lines.ts';
import type { Release } from '../../schema/releases.ts';
import type { ValueSchema } from '../../schema/value.ts';
import type { Word } from '../../syntax/tree.ts';
import { secretIn, type FindSecrets } from '../secrets.ts';
import type { Json, JsonObject } from './form.ts';
import { place, places } from './place-form.ts';
import { formOf } from './value-forms.ts';

/*
 * The JSON form of the typed model. It follows the keyword table, as the model does: a keyword is a
 * property, a statement or a word is the place where it stands. grammar/model.schema.json says the same
 * for other programs; nothing is renamed, removed or given another meaning under `version: 1`.
 */

/** What the keepalived of one or several nodes reads. */
export interface ModelJson {
  readonly format: 'kalint-model';
  readonly version: 1;
  /** The release of keepalived that reads it. */
  readonly keepalived: Release;
  readonly nodes: readonly NodeJson[];
}

/** What one node reads: usually a file is one, and one for each id that its `@id` lines name. */
export interface NodeJson {
  readonly name: string;
  readonly config: JsonObject;
}

/** A configuration and the name of the node that reads it. */
export interface NamedConfig {
  readonly name: string;
  readonly config: Config;
}

/** What the JSON form of a model depends on besides the model. */
export interface ModelJsonOptions {
  /** The release for which the configurations were bound. */
  readonly release: Release;
  /** Finds what must not be shown. Without it everything is written, passwords too. */
  readonly findSecrets?: FindSecrets;
}

/** The JSON form of what `bind` has made of the files of some nodes. */
export function modelToJson(
  nodes: readonly NamedConfig[],
  { release, findSecrets }: ModelJsonOptions,
): ModelJson {
  const hides = findSecrets ? hidesWith(findSecrets) : () => false;
  return {
    format: 'kalint-model',
    version: 1,
    keepalived: release,
    nodes: nodes.map(({ name, config }) => ({
      name,
      config: writeMembers(config, language, hides),
    })),
  };
}

/** Whether the value of a keyword, which some words hold, must not be shown. */
type Hides = (schema: KeywordSchema, words: readonly Word[]) => boolean;

/** A value is hidden if its keyword holds secrets, or if it stands where secrets stand, or comes from there. */
function hidesWith(findSecrets: FindSecrets): Hides {
  return ({ secret = false }, words) =>
    secret ||
    words
      .flatMap((word) => [word, ...(word.via ?? [])])
      .some((location) => secretIn(findSecrets, location) !== undefined);
}

/** What `bind` makes of a block, besides its settings. */
type Block = Pick<Listing<unknown, unknown>, 'header' | 'statements'>;

function writeMembers(members: object, keywords: Keywords, hides: Hides): JsonObject {
  const written: Record<string, Json> = {};
  for (const [keyword, member] of Object.entries<unknown>({ ...members })) {
    const schema = keywordIn(keywords, keyword);
    if (!schema) continue;
    const write = (each: unknown): Json => writeMember(each, schema, hides);
    written[keyword] = Array.isArray(member) ? member.map(write) : write(member);
  }
  return written;
}

/** `bind` made the member by the same schema. */
function writeMember(member: unknown, schema: KeywordSchema, hides: Hides): JsonObject {
  const { keywords, lines } = schema;
  if (keywords) {
    const settings = writeMembers(member as object, keywords, hides);
    return { ...writeBlock(member as Block, schema, hides), ...settings };
  }
  if (!lines) return writeSetting(member as Setting<unknown>, schema, hides);
  const { entries } = member as Listing<unknown, unknown>;
  const hidesLine = (words: readonly Word[]): boolean => hides(schema, words);
  return {
    ...writeBlock(member as Block, schema, hides),
    entries: entries.map((entry) => writeEntry(entry, lineSchemas[lines], hidesLine)),
  };
}

function writeSetting(
  { value, statement, words }: Setting<unknown>,
  schema: KeywordSchema,
  hides: Hides,
): JsonObject {
  return {
    ...(hides(schema, words) ? masked : writeValue('value', value, schema.value)),
    statement: place.write(statement),
    words: places.write(words),
  };
}

function writeBlock(
  { header, statements }: Block,
  schema: KeywordSchema,
  hides: Hides,
): JsonObject {
  const words = statements.flatMap((statement) => statement.words);
  return {
    ...(hides(schema, words) ? masked : writeValue('header', header, schema.value)),
    statements: places.write(statements),
  };
}

function writeEntry(
  { value, statement, word }: Entry<unknown>,
  line: ValueSchema,
  hidesLine: (words: readonly Word[]) => boolean,
): JsonObject {
  const isHidden = hidesLine([statement.keyword, ...statement.words]);
  return {
    ...(isHidden ? masked : writeValue('value', value, line)),
    statement: place.write(statement),
    word: place.write(word),
  };
}

const masked = { masked: true } as const;

function writeValue(name: 'value' | 'header', value: unknown, schema: ValueSchema): JsonObject {
  // The schema is that by which `bind` read the value.
  return value === undefined ? {} : { [name]: formOf(schema).write(value as never) };
}
