import { newestRelease, type BlockPath } from '@kalint/parser';
import {
  choice,
  keyword as keywordLiteral,
  literal,
  optional,
  remarked,
  repetition,
  sequence,
  symbol,
  type Chapter,
  type Expression,
  type Production,
} from '../ebnf/expression.ts';
import {
  blockName,
  innerEntries,
  isBlock,
  isCurrent,
  settingName,
  topEntries,
  type Entry,
} from './entries.ts';
import { outlined } from '../ebnf/outline.ts';
import { fateOf } from './facts.ts';
import { allLines, lineExpression, lineOf } from './lines.ts';
import { valueExpression } from './values.ts';

/** The production of a whole file, as keepalived understands it. */
export const startName = 'keepalived.conf';

/** The keyword table as productions. */
export function keywordChapter(): Chapter {
  return {
    title: 'Blocks and keywords',
    introduction: [
      `What the blocks of keepalived ${newestRelease} take, after the preprocessor. Here a literal, and a ` +
        'symbol with a capital letter, is a word: its text without the quotes around it. Only Command is ' +
        'the text as it is written, and may be made of several words.',
      'Names are those of the blocks: setting.vrrp_instance is a line of a vrrp_instance, ' +
        'block.vrrp_instance.authentication a block in it. Bounds stand in remarks.',
    ],
    productions: eachOnce(
      [
        { name: startName, expression: startExpression() },
        ...productionsOf(currentTop(), []),
        ...allLines().map((line) => ({ name: line.name, expression: lineExpression(line) })),
      ].flatMap(outlined),
    ),
  };
}

/** Two names of the same option lead to the same production. */
function eachOnce(productions: readonly Production[]): readonly Production[] {
  return [...new Map(productions.map((production) => [production.name, production])).values()];
}

/** The whole file. */
export function startExpression(): Expression {
  return contentsOf(currentTop(), []);
}

function currentTop(): readonly Entry[] {
  return topEntries().filter(isCurrent);
}

function productionsOf(entries: readonly Entry[], block: BlockPath): readonly Production[] {
  const settings = entries.filter((entry) => !isBlock(entry));
  return [
    ...(settings.length === 0
      ? []
      : [{ name: settingName(block), expression: choice(...settings.map(settingExpression)) }]),
    ...entries
      .filter(isBlock)
      .flatMap((entry) => [
        { name: blockName(entry), expression: blockExpression(entry) },
        ...productionsOf(innerEntries(entry).filter(isCurrent), [...block, entry.keyword]),
      ]),
  ];
}

/** `'priority' Integer` */
export function settingExpression(entry: Entry): Expression {
  return remarked(headOf(entry), fateOf(entry.schema));
}

function headOf({ keyword, schema, block }: Entry): Expression {
  const value = valueExpression(schema.value, [...block, keyword]);
  return sequence(keywordLiteral(keyword), value);
}

/** `'vrrp_instance' Text '{' ... '}'` */
export function blockExpression(entry: Entry): Expression {
  const { keyword, schema, block } = entry;
  const inner = schema.lines
    ? linesOf(symbol(lineOf(keyword, schema.lines).name), [])
    : contentsOf(innerEntries(entry).filter(isCurrent), [...block, keyword]);
  return sequence(headOf(entry), literal('{'), inner, literal('}'));
}

function contentsOf(entries: readonly Entry[], block: BlockPath): Expression {
  const blocks = entries.filter(isBlock).map((entry) => symbol(blockName(entry)));
  if (blocks.length === entries.length) return repetition(choice(...blocks));
  return linesOf(symbol(settingName(block)), blocks);
}

/** Blocks, and lines of which the last one needs no newline. */
function linesOf(line: Expression, blocks: readonly Expression[]): Expression {
  const ended = sequence(line, symbol('Newline'));
  return sequence(repetition(choice(ended, ...blocks)), optional(line));
}
