import type { ValueSchema } from '@kalint/parser';
import type { Expression } from '../ebnf/expression.ts';
import { operandsOf, optionGroups } from '../grammar/arguments.ts';
import { isBlock, isCurrent, type Entry } from '../grammar/entries.ts';
import { boundsOf, buildFacts, factsOf, fateOf } from '../grammar/facts.ts';
import { settingExpression } from '../grammar/keywords.ts';
import { valueExpression } from '../grammar/values.ts';
import { diagramOf } from './diagram.ts';
import { escapeHtml, prose } from './html.ts';

/* Lists of settings, operands and options: a drawing each, what it means, and facts. */

/** The settings of a block; nothing when it has none. */
export function settingList(entries: readonly Entry[], id: string): string {
  const settings = entries.filter((entry) => isCurrent(entry) && !isBlock(entry));
  const items = settings.map((entry) => {
    const { schema, block, keyword } = entry;
    const parts = [
      drawing(settingExpression(entry)),
      `<p>${prose(schema.summary)}</p>`,
      factList(factsOf(schema), fateOf(schema)),
      argumentList(schema.value, [...block, keyword]),
    ];
    return parts.join('');
  });
  return list(items, id);
}

/** The operands and options behind a keyword, and those behind the options. */
export function argumentList(value: ValueSchema, path: readonly string[]): string {
  if (value.type !== 'arguments') return '';
  const operands = list(operandsOf(value, path, valueExpression).map(operandItem));
  const options = optionGroups(value, path, valueExpression).map((group) =>
    list(group.options.map(optionItem), group.name),
  );
  return `<div class="arguments">${operands}${options.join('')}</div>`;
}

type OperandArgument = ReturnType<typeof operandsOf>[number];
type OptionArgument = ReturnType<typeof optionGroups>[number]['options'][number];

function operandItem({ name, schema, expression, path }: OperandArgument): string {
  return [
    `<p><span class="operand">${escapeHtml(name)}</span>: ${prose(schema.summary)}</p>`,
    drawing(expression),
    factList([...sinceOf(schema), boundsOf(schema.value), ...buildFacts(schema.build)]),
    argumentList(schema.value, path),
  ].join('');
}

function optionItem({ schema, expression, path }: OptionArgument): string {
  const { value, family, unsupported, deprecated } = schema;
  return [
    drawing(expression),
    `<p>${prose(schema.summary)}</p>`,
    factList(
      [
        ...sinceOf(schema),
        value ? boundsOf(value) : '',
        family ? `IPv${family} only` : '',
        unsupported ? 'not supported' : '',
        ...buildFacts(schema.build),
      ],
      deprecated ? `deprecated since ${deprecated.since}: use ${deprecated.use}` : '',
    ),
    value ? argumentList(value, path) : '',
  ].join('');
}

function sinceOf({ since }: { readonly since?: string }): readonly string[] {
  return since === undefined ? [] : [`since ${since}`];
}

/** A diagram that may be scrolled where it is wider than the page. */
export function drawing(expression: Expression): string {
  return `<div class="diagram">${diagramOf(expression)}</div>`;
}

function list(items: readonly string[], id?: string): string {
  if (items.length === 0) return '';
  const anchor = id === undefined ? '' : ` id="${escapeHtml(id)}"`;
  return `<ul class="entries"${anchor}>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`;
}

/** A few words each; what one should know first stands out. */
export function factList(texts: readonly string[], warning = ''): string {
  const items = texts.filter((text) => text !== '').map((text) => `<li>${escapeHtml(text)}</li>`);
  if (warning !== '') items.unshift(`<li class="old">${escapeHtml(warning)}</li>`);
  return items.length === 0 ? '' : `<ul class="facts">${items.join('')}</ul>`;
}
