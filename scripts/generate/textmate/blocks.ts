import { literalsOf, symbolsOf, type Expression, type Literal } from '../ebnf/expression.ts';
import { blockName, innerEntries, isBlock, type Entry } from '../grammar/entries.ts';
import { lineExpression, lineOf } from '../grammar/lines.ts';
import { valueExpression } from '../grammar/values.ts';
import {
  anyOf,
  blank,
  include,
  scope,
  statementEnd,
  wordEnd,
  wordStart,
  type Repository,
  type Rule,
} from './rule.ts';

/*
 * The keyword table: in each block its keywords, and behind each keyword the words that it takes. What a
 * value looks like follows from its grammar.
 */

/** A rule for each block, and for each of those inside. */
export function blockRules(entries: readonly Entry[]): Repository {
  return Object.assign(
    {},
    ...entries.filter(isBlock).map((entry) => ({
      [blockName(entry)]: blockRule(entry),
      ...blockRules(innerEntries(entry)),
    })),
  );
}

/** What may stand where a statement begins. */
export function contentsOf(entries: readonly Entry[]): readonly Rule[] {
  return [
    include('comment'),
    include('directive'),
    ...entries.filter(isBlock).map((entry) => include(blockName(entry))),
    ...settingRules(entries.filter((entry) => !isBlock(entry))),
    include('unknown-statement'),
    include('unknown-block'),
  ];
}

/**
 * The `{` may stand on a later line. A line that begins with anything else shows that it was forgotten,
 * and the block is over.
 */
function blockRule(entry: Entry): Rule {
  const { keyword, schema } = entry;
  return {
    name: scope(`meta.block.${keyword}`),
    begin: keywordPattern([keyword]),
    end: `(\\})|^(?=${blank}*[^ \\t\\r\\n\\f\\x0B{#!])`,
    beginCaptures: { 1: { name: keywordScope(entry, 'storage.type.block') } },
    endCaptures: { 1: { name: scope('punctuation.section.block.end') } },
    patterns: [
      {
        begin: '\\{',
        end: '(?=\\})',
        beginCaptures: { 0: { name: scope('punctuation.section.block.begin') } },
        patterns: schema.lines
          ? lineContents(lineExpression(lineOf(keyword, schema.lines)))
          : contentsOf(innerEntries(entry)),
      },
      include('comment'),
      include('word-parts'),
      ...wordRules(valueExpression(schema.value, []), 'title'),
    ],
  };
}

function lineContents(line: Expression): readonly Rule[] {
  return [
    include('comment'),
    include('directive'),
    {
      name: scope('meta.line'),
      begin: '(?=[^ \\t\\r\\n\\f\\x0B{}#!])',
      end: statementEnd,
      patterns: [include('word-parts'), ...wordRules(line, 'text')],
    },
    include('unknown-block'),
  ];
}

/** One rule for all settings of a block that take the same words. */
function settingRules(entries: readonly Entry[]): readonly Rule[] {
  const groups = new Map<string, { readonly rule: Rule; readonly keywords: string[] }>();
  for (const entry of entries) {
    const rule: Rule = {
      name: scope('meta.setting'),
      end: statementEnd,
      beginCaptures: { 1: { name: keywordScope(entry, 'keyword.other.setting') } },
      patterns: [
        include('word-parts'),
        ...wordRules(valueExpression(entry.schema.value, []), 'text'),
      ],
    };
    const group = groups.get(JSON.stringify(rule));
    if (group) group.keywords.push(entry.keyword);
    else groups.set(JSON.stringify(rule), { rule, keywords: [entry.keyword] });
  }
  return [...groups.values()].map(({ rule, keywords }) => ({
    begin: keywordPattern(keywords),
    ...rule,
  }));
}

function keywordPattern(keywords: readonly string[]): string {
  return `${wordStart}(${anyOf(keywords)})${wordEnd}`;
}

/** Deprecated or removed, or else what it is. */
function keywordScope(entry: Entry, name: string): string {
  const { deprecated, removed } = entry.schema;
  return scope(deprecated || removed ? 'invalid.deprecated' : name);
}

/** The rule for each kind of word. */
const wordRuleNames: Readonly<Record<string, string>> = {
  Boolean: 'boolean',
  Integer: 'number',
  AnyInteger: 'number',
  Unsigned: 'number',
  Decimal: 'number',
  Duration: 'duration',
  IntegerRange: 'numbers',
  HexOctets: 'hexadecimal',
  HexPattern: 'hexadecimal',
  MacAddress: 'hexadecimal',
  PermissionBits: 'text',
  AddressRange: 'address',
  Host: 'text',
  Interface: 'text',
  Command: 'command',
  HmacKey: 'text',
  Text: 'text',
  Group: 'text',
};

/** The rules for the words of an expression: the particular ones first, any text last. */
function wordRules(expression: Expression, textRule: 'text' | 'title'): readonly Rule[] {
  const names = new Set(symbolsOf(expression).map(wordRuleName));
  const hasText = names.delete('text');
  return [
    ...literalRules(expression),
    ...[...names].map(include),
    ...(hasText ? [include(textRule)] : []),
  ];
}

function wordRuleName(symbol: string): string {
  if (/(?:Address|Network)$/.test(symbol) && symbol !== 'MacAddress') return 'address';
  const name = /By[A-Z]/.test(symbol) ? 'numbers' : wordRuleNames[symbol];
  if (name === undefined) throw new Error(`no rule of the TextMate grammar for ${symbol}`);
  return name;
}

/** Names of options, and words that are values; a word that is both is an option. */
function literalRules(expression: Expression): readonly Rule[] {
  const literals = literalsOf(expression);
  const options = literals.filter(({ isKeyword }) => isKeyword);
  const values = literals.filter(({ isKeyword }) => !isKeyword);
  return [
    ...literalRule(options, 'keyword.other.option', '(?:'),
    ...literalRule(
      values.filter(({ anyCase }) => !anyCase),
      'constant.language',
      '(?:',
    ),
    ...literalRule(
      values.filter(({ anyCase }) => anyCase),
      'constant.language',
      '(?i:',
    ),
  ];
}

function literalRule(literals: readonly Literal[], name: string, group: string): readonly Rule[] {
  const words = [...new Set(literals.map(({ text }) => text))];
  if (words.length === 0) return [];
  return [{ name: scope(name), match: `${wordStart}${group}${anyOf(words)})${wordEnd}` }];
}
