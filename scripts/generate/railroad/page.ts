import { newestRelease } from '@kalint/parser';
import { keyword, literal, symbol, type Expression } from '../ebnf/expression.ts';
import { chapters } from '../grammar/chapters.ts';
import { diagramOf } from './diagram.ts';
import { escapeHtml, prose } from './html.ts';
import { blockSections, lineSections, productionSections, type Section } from './sections.ts';
import { style } from './style.ts';

interface Part {
  readonly id: string;
  readonly title: string;
  readonly introduction: readonly string[];
  readonly sections: readonly Section[];
}

/** The whole page. It loads nothing, and runs nothing. */
export function page(): string {
  const parts = partsOf();
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The grammar of keepalived.conf</title>
<style>${style}</style>
<nav aria-label="Contents">
${parts.map(indexOf).join('\n')}
</nav>
<main>
<h1>The grammar of keepalived.conf</h1>
<p>As keepalived ${newestRelease} reads it. Written by kalint from the grammar of its parser and from its
table of keywords; the same as text is <code>keepalived.ebnf</code>, as data <code>keywords.json</code>.</p>
<ul class="legend" aria-label="How to read the diagrams">
${legend.map(([expression, meaning]) => `<li>${diagramOf(expression)}<span>${meaning}</span></li>`).join('\n')}
</ul>
${parts.map(renderPart).join('\n')}
<footer><p>MIT License. Diagrams by <code>railroad-diagrams</code>.</p></footer>
</main>
</html>
`;
}

const legend: readonly (readonly [Expression, string])[] = [
  [keyword('priority'), 'a keyword, as it is written'],
  [literal('MASTER'), 'a word, as it is written'],
  [literal('tcp', { anyCase: true }), 'in upper or lower case'],
  [symbol('Integer'), 'defined elsewhere: follow it'],
];

function partsOf(): readonly Part[] {
  const [syntax, keywords, words, lexical] = chapters();
  return [
    { ...syntax, id: 'syntax', sections: productionSections(syntax) },
    { ...keywords, id: 'blocks', sections: blockSections() },
    {
      id: 'lines',
      title: 'Lines of free-form blocks',
      introduction: ['Blocks like virtual_ipaddress hold no keywords, but a list.'],
      sections: lineSections(),
    },
    { ...words, id: 'values', sections: productionSections(words) },
    { ...lexical, id: 'tokens', sections: productionSections(lexical) },
  ];
}

function indexOf({ id, title, sections }: Part): string {
  return `<p class="part"><a href="#${id}">${escapeHtml(title)}</a></p>${linksTo(sections)}`;
}

function linksTo(sections: readonly Section[]): string {
  if (sections.length === 0) return '';
  const items = sections.map(
    ({ id, title, inner }) =>
      `<li><a href="#${escapeHtml(id)}">${escapeHtml(title)}</a>${linksTo(inner)}</li>`,
  );
  return `<ul>${items.join('')}</ul>`;
}

function renderPart({ id, title, introduction, sections }: Part): string {
  const paragraphs = introduction.map((text) => `<p>${prose(text)}</p>`).join('\n');
  return `<section><h2 id="${id}">${escapeHtml(title)}</h2>\n${paragraphs}\n${sections.map(renderSection).join('\n')}</section>`;
}

function renderSection({ html, inner }: Section): string {
  return [html, ...inner.map(renderSection)].join('\n');
}
