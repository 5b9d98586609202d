import type { Keywords, KeywordSchema } from '../schema/keyword.ts';
import { isReadBy, keywordIn, language, type BlockPath } from '../schema/language.ts';
import { lineSchemas, type LineType } from '../schema/lines.ts';
import { compareReleases, type Release } from '../schema/releases.ts';
import type { ValueSchema } from '../schema/value.ts';
import type { Item, Statement, SyntaxTree, Word } from '../syntax/tree.ts';
import type { Config } from './config.ts';
import type { BindingProblem, UnlistedProblems } from './problems.ts';
import { createProblemList } from './problem-list.ts';
import { readValue } from './read-value.ts';
import { context, wordsOf, type Reading } from './reading.ts';

/** What a tree means to a release of keepalived. */
export interface Binding {
  readonly config: Config;
  readonly problems: readonly BindingProblem[];
  /** The problems that there are besides, when they are very many. */
  readonly unlisted: UnlistedProblems | undefined;
}

/**
 * Gives the words of a tree the meaning that the keyword table gives them. Never fails: what cannot
 * be read is a problem and is not in the model; what stands below it is not looked at, so that one
 * mistake is one problem.
 */
export function bind(tree: SyntaxTree, release: Release): Binding {
  const { report, listed, unlisted } = createProblemList();
  const members = bindItems(tree.items, language, [], { release, report });
  // The members were read by the very table from which the type is inferred.
  return { config: members as Config, problems: listed, unlisted: unlisted() };
}

interface Binder {
  readonly release: Release;
  readonly report: (problem: BindingProblem) => void;
}

type Members = Record<string, unknown>;

function bindItems(
  items: readonly Item[],
  keywords: Keywords,
  block: BlockPath,
  binder: Binder,
  members: Members = {},
): Members {
  let firsts: Map<string, Statement> | undefined;
  for (const item of items) {
    if (item.kind === 'block') binder.report({ kind: 'unexpected-block', item, block });
    if (item.kind !== 'statement') continue;
    const schema = keywordIn(keywords, item.keyword.text);
    if (!schema) {
      binder.report({ kind: 'unknown-keyword', statement: item, block });
      continue;
    }
    if (!isReadBy(schema, binder.release)) {
      binder.report({ kind: 'unavailable-keyword', statement: item, schema, block });
      continue;
    }
    if (schema.deprecated && compareReleases(binder.release, schema.deprecated.since) >= 0) {
      binder.report({ kind: 'deprecated-keyword', statement: item, schema, block });
    }
    const word = item.keyword.text;
    if (isSingle(schema)) {
      firsts ??= new Map();
      const first = firsts.get(word);
      if (first) {
        binder.report({ kind: 'duplicate-keyword', statement: item, schema, block, first });
        if (schema.repeat === 'first') continue;
      } else {
        firsts.set(word, item);
      }
    }
    bindStatement(item, schema, block, binder, members);
  }
  return members;
}

/** Whether only one occurrence can count. A flag that is set twice is set. */
function isSingle(schema: KeywordSchema): boolean {
  if (schema.repeat === 'each' || schema.repeat === 'merged') return false;
  return (
    schema.value.type !== 'flag' || schema.lines !== undefined || schema.keywords !== undefined
  );
}

function bindStatement(
  statement: Statement,
  schema: KeywordSchema,
  block: BlockPath,
  binder: Binder,
  members: Members,
): void {
  const { release, report } = binder;
  const argument = undefined;
  const family = undefined;
  const at: Reading = { statement, schema, block, release, report, argument, family };
  const { words } = statement;
  const { value, ok, used } = readValue(schema.value, words, 0, at);
  if (used < words.length) reportExtra(words.slice(used), schema.value, at);
  const takesBlock = schema.keywords !== undefined || schema.lines !== undefined;
  if (statement.block && !takesBlock) {
    report({ kind: 'unexpected-block', item: statement, block });
  }
  if (!statement.block && takesBlock) {
    report({ kind: 'missing-block', statement, schema, block });
  }
  const word = statement.keyword.text;
  if (schema.lines) {
    const entries = statement.block ? bindLines(statement.block.items, schema.lines, at) : [];
    if (ok) add(members, word, schema, { header: value, statements: [statement], entries });
  } else if (schema.keywords) {
    const merged = schema.repeat === 'merged' ? sectionOf(members[word]) : undefined;
    if (merged) listOf(merged, 'statements').push(statement);
    const section: Members = merged ?? { header: value, statements: [statement] };
    const items = statement.block?.items ?? [];
    bindItems(items, schema.keywords, block.concat(word), binder, section);
    if (ok && !merged) add(members, word, schema, section);
  } else if (ok) {
    add(members, word, schema, { value, statement, words: wordsOf(words, 0, used) });
  }
}

/** Words that nothing on the line wants. */
function reportExtra([first, ...more]: readonly Word[], value: ValueSchema, at: Reading): void {
  if (!first) return;
  const isReported =
    value.type === 'arguments'
      ? value.extra === 'reported'
      : value.type === 'umask' || at.schema.lines !== undefined;
  const words = [first, ...more] as const;
  at.report({ kind: 'extra-words', words, value, isReported, ...context(at) });
}

function bindLines(items: readonly Item[], type: LineType, at: Reading): readonly BoundEntry[] {
  const entries: BoundEntry[] = [];
  for (const item of items) {
    const isBlock =
      item.kind === 'block' || (item.kind === 'statement' && item.block !== undefined);
    if (isBlock) {
      const block = at.block.concat(at.statement.keyword.text);
      at.report({ kind: 'unexpected-block', item, block });
    } else if (item.kind === 'statement') {
      bindLine(item, lineSchemas[type], at, entries);
    }
  }
  return entries;
}

/** Adds the entries of a line: it is one, or as many as it has words. */
function bindLine(
  statement: Statement,
  schema: ValueSchema,
  at: Reading,
  entries: BoundEntry[],
): void {
  const { keyword, words: behind } = statement;
  const words = behind.length === 0 ? [keyword] : [keyword].concat(behind);
  if (schema.type === 'arguments') {
    const { value, ok, used } = readValue(schema, words, 0, at);
    if (used < words.length) reportExtra(words.slice(used), schema, at);
    if (ok) entries.push({ value, word: keyword, statement });
    return;
  }
  for (const word of words) {
    const { value, ok } = readValue(schema, [word], 0, at);
    if (ok) entries.push({ value, word, statement });
  }
}

interface BoundEntry {
  readonly value: unknown;
  readonly word: Word;
  readonly statement: Statement;
}

function add(members: Members, word: string, schema: KeywordSchema, value: Members): void {
  const known = members[word];
  if (schema.repeat === 'each') {
    if (Array.isArray(known)) known.push(value);
    else members[word] = [value];
  } else if (schema.repeat === 'merged' && schema.lines && known !== undefined) {
    const listing = sectionOf(known) ?? {};
    listOf(listing, 'statements').push(...listOf(value, 'statements'));
    listOf(listing, 'entries').push(...listOf(value, 'entries'));
  } else {
    members[word] = value;
  }
}

function sectionOf(value: unknown): Members | undefined {
  return typeof value === 'object' && value !== null ? (value as Members) : undefined;
}

function listOf(members: Members, name: 'statements' | 'entries'): unknown[] {
  const list = members[name];
  return Array.isArray(list) ? list : [];
}
