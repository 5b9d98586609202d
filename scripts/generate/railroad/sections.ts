import type { Chapter, Production } from '../ebnf/expression.ts';
import { outlined } from '../ebnf/outline.ts';
import {
  blockName,
  innerEntries,
  isBlock,
  isCurrent,
  settingName,
  topEntries,
  type Entry,
} from '../grammar/entries.ts';
import { factsOf, fateOf } from '../grammar/facts.ts';
import { blockExpression, startExpression, startName } from '../grammar/keywords.ts';
import { allLines, lineExpression } from '../grammar/lines.ts';
import { argumentList, drawing, factList, settingList } from './entries.ts';
import { escapeHtml, prose } from './html.ts';

/** A part of the page, and its place in the index. */
export interface Section {
  readonly html: string;
  readonly id: string;
  readonly title: string;
  readonly inner: readonly Section[];
}

/** A chapter that is drawn production by production. */
export function productionSections({ productions }: Chapter): readonly Section[] {
  return productions.map(({ name, expression, note }) => ({
    id: name,
    title: name,
    inner: [],
    html:
      heading(name, name) +
      (note === undefined ? '' : `<p>${prose(note)}</p>`) +
      drawing(expression),
  }));
}

/** The file as keepalived understands it, and each of its blocks. */
export function blockSections(): readonly Section[] {
  const entries = topEntries();
  return [
    {
      id: startName,
      title: startName,
      inner: [],
      html:
        heading(startName, startName) +
        '<p>The top level of a file.</p>' +
        drawing(startExpression()) +
        settingList(entries, settingName([])),
    },
    ...entries.filter((entry) => isBlock(entry) && isCurrent(entry)).map(blockSection),
  ];
}

function blockSection(entry: Entry): Section {
  const { keyword, schema, block } = entry;
  const inner = innerEntries(entry);
  const id = blockName(entry);
  return {
    id,
    title: keyword,
    inner: inner.filter((each) => isBlock(each) && isCurrent(each)).map(blockSection),
    html: [
      heading(keyword, id, block),
      `<p>${prose(schema.summary)}</p>`,
      factList(factsOf(schema), fateOf(schema)),
      ...productionOf(entry).map(({ expression }) => drawing(expression)),
      argumentList(schema.value, [...block, keyword]),
      settingList(inner, settingName([...block, keyword])),
    ].join(''),
  };
}

/** With the options of its header left to their own list. */
function productionOf(entry: Entry): readonly Production[] {
  return outlined({ name: blockName(entry), expression: blockExpression(entry) }).slice(0, 1);
}

/** What the lines of free-form blocks are. */
export function lineSections(): readonly Section[] {
  return allLines().map((line) => {
    const { name, keyword, schema } = line;
    const list = argumentList(schema, [keyword]);
    return {
      id: name,
      title: keyword,
      inner: [],
      html: heading(keyword, name) + drawing(lineExpression(line)) + list,
    };
  });
}

function heading(title: string, id: string, within: readonly string[] = []): string {
  const place = within.length === 0 ? '' : ` <span class="within">in ${within.join(' › ')}</span>`;
  const anchor = escapeHtml(id);
  return `<h3 id="${anchor}"><a href="#${anchor}">${escapeHtml(title)}</a>${place}</h3>`;
}
