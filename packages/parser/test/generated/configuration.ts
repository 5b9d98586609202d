import fc from 'fast-check';
import {
  compareReleases,
  isReadBy,
  language,
  type Keywords,
  type KeywordSchema,
  type Release,
} from '../../src/index.ts';
import { agreeing } from './agreement.ts';
import { freeFormLines } from './free-form.ts';
import { names, type Context } from './names.ts';
import { headersOf, mostOf, neededIn, specialWords } from './settings.ts';
import { valueWords } from './values.ts';
import type { WrittenStatement } from './written.ts';

/** At most so many keywords of a block that need not be there: what is read is seen at a glance. */
const mostOptional = 10;

/** What others refer to stands in front of them: keepalived looks back, and not ahead. */
const leading = [
  ...['global_defs', 'track_group', 'bfd_instance', 'track_file', 'vrrp_script'],
  ...['vrrp_track_process', 'vrrp_instance', 'virtual_server_group'],
];

/**
 * Whole configurations that a release reads without a word, drawn from the keyword table: every block,
 * every keyword that the release has and that is not deprecated, values within their ranges, names that
 * refer to each other.
 */
export function configurations(release: Release): fc.Arbitrary<readonly WrittenStatement[]> {
  const known = usable(language, release);
  const words = [...new Set([...leading.filter((word) => word in known), ...Object.keys(known)])];
  return names.chain((all) => {
    const context: Context = { release, names: all, family: 4, index: 0, header: [], path: [] };
    const blocks = words.flatMap((word) => {
      const schema = known[word];
      return schema ? [occurrences(word, schema, context)] : [];
    });
    return fc.tuple(...blocks).map((parts) => parts.flat());
  });
}

/** The keywords that a release has and does not advise against. */
function usable(keywords: Keywords, release: Release): Keywords {
  const isUsable = (schema: KeywordSchema): boolean =>
    isReadBy(schema, release) &&
    (!schema.deprecated || compareReleases(release, schema.deprecated.since) < 0);
  return Object.fromEntries(Object.entries(keywords).filter(([, schema]) => isUsable(schema)));
}

/** A keyword of the top level: once for each name that is known for it, or a few times. */
function occurrences(
  word: string,
  schema: KeywordSchema,
  context: Context,
): fc.Arbitrary<readonly WrittenStatement[]> {
  const anyFamily = fc.constantFrom(4 as const, 6 as const);
  const occurrence = (index: number, header?: readonly string[]): fc.Arbitrary<WrittenStatement> =>
    anyFamily.chain((family) => statementOf(word, schema, { ...context, family, index }, header));
  const headers = headersOf(word, context.names);
  if (headers) return fc.tuple(...headers.map((header, index) => occurrence(index, header)));
  const most = schema.repeat === 'each' ? mostOf(word) : 1;
  return fc.array(occurrence(0), { maxLength: most });
}

function statementOf(
  word: string,
  schema: KeywordSchema,
  context: Context,
  header?: readonly string[],
): fc.Arbitrary<WrittenStatement> {
  const words = header
    ? fc.constant(header)
    : (specialWords(word, schema, context) ?? valueWords(schema.value, context));
  return words.chain((behind) => {
    const line = [word, ...behind] as const;
    const isTop = context.path.length === 0;
    const inside = isTop ? { ...context, header: line } : context;
    const block = blockOf(word, schema, inside) ?? fc.constant(undefined);
    return block.map((statements) => ({
      words: line,
      schema,
      line: undefined,
      within: context.path,
      block: statements,
    }));
  });
}

function blockOf(
  word: string,
  { lines, keywords }: KeywordSchema,
  context: Context,
): fc.Arbitrary<readonly WrittenStatement[]> | undefined {
  const path = [...context.path, word];
  const inside = { ...context, path };
  if (!lines) return keywords && settings(usable(keywords, context.release), inside);
  const facts = { schema: undefined, line: lines, within: path, block: undefined };
  return freeFormLines(lines, inside).map((all) => all.map((words) => ({ words, ...facts })));
}

function settings(keywords: Keywords, context: Context): fc.Arbitrary<readonly WrittenStatement[]> {
  const needed = neededIn(context);
  const isNeeded = (word: string): boolean =>
    keywords[word]?.required === true || needed.includes(word);
  const optional = Object.keys(keywords).filter((word) => !isNeeded(word));
  const some = fc.subarray(optional, { maxLength: Math.min(mostOptional, optional.length) });
  return some.chain((chosen) => {
    const statements = Object.entries(keywords)
      .filter(([word]) => isNeeded(word) || chosen.includes(word))
      .map(([word, schema]) => {
        const most = schema.repeat === 'each' ? mostOf(word) : 1;
        const one = statementOf(word, schema, context);
        return fc.array(one, { minLength: 1, maxLength: most });
      });
    return fc.tuple(...statements).map((parts) => agreeing(context, withoutRepeats(parts.flat())));
  });
}

/** Two servers with one address would be the same server. */
function withoutRepeats(statements: readonly WrittenStatement[]): readonly WrittenStatement[] {
  const isFirst = ({ words }: WrittenStatement, index: number): boolean =>
    statements.findIndex((each) => each.words.join(' ') === words.join(' ')) === index;
  return statements.filter((each, index) => each.words.length === 1 || isFirst(each, index));
}
