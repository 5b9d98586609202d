import { createHash } from 'node:crypto';
import { documentationUrl, type FoldedDiagnostic, type Standing } from '@kalint/linter';
import { positionAt } from '@kalint/parser';
import { excerptOf } from '../reporters/excerpt.ts';
import { version } from '../version.ts';
import { markupPhrase, markupText } from './escape.ts';
import { pageStyle } from './page-style.ts';
import {
  ladderLegend,
  laddersOf,
  timelineLegend,
  timelinePicturesOf,
  type LadderFigure,
} from './picture/diagrams.ts';
import { icon, type Picture, type Sign } from './picture/picture.ts';
import { enumerated, type Phrase } from './view/phrase.ts';
import type { RouterView, Row, TableView, View } from './view/view.ts';
import { standingText } from './view/words.ts';

/*
 * One page that needs nothing but itself: no script, no font, no network. Its policy lets a browser load
 * nothing at all, and no style but its own.
 */

/** https://www.w3.org/TR/CSP3/#grammardef-hash-source */
function policy(): string {
  const hash = createHash('sha256').update(pageStyle).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

export function failoverAsHtml(view: View): string {
  const ids = numbers();
  const heading = enumerated(view.nodes, 'and', 6);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Failover of ${markupPhrase(heading).replace(/<\/?b>/g, '')}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<header>
<p class="meta">kalint ${version}, for keepalived ${markupText(view.release)}</p>
<h1>Failover of ${markupPhrase(heading)}</h1>
<p class="lead">${markupPhrase(view.summary)}</p>
</header>
${[...expectations(view), ...view.routers.map((router) => routerSection(router, ids)), ...unknown(view), ...findings(view)].join('\n')}
${footer(view)}
</main>
</body>
</html>
`;
}

/** Names for elements that others refer to. */
function numbers(): () => string {
  let last = 0;
  return () => `p${++last}`;
}

function signed(sign: Sign): string {
  return `<svg class="icon" viewBox="0 0 14 14" aria-hidden="true">${icon(sign)}</svg>`;
}

function routerSection(router: RouterView, ids: () => string): string {
  const { id, details, healthy, healthyTone, tables, availability } = router;
  const name = ids();
  const ladders = laddersOf(router);
  const timelines = timelinePicturesOf(router);
  return `<section aria-labelledby="${name}">
<h2 id="${name}">${markupText(id)} <small>${details.map(markupPhrase).join(', ')}</small></h2>
<p class="state">${signed(healthyTone === 'good' ? 'sound' : healthyTone)}<span>${markupPhrase(healthy)}</span></p>
${tables.map((table) => tablePart(table, router)).join('\n')}
${
  ladders.length === 0
    ? ''
    : figures(
        'Priority ladders',
        ladderLegend,
        '',
        ladders.map((each) => ladderFigure(each, ids)),
      )
}
${
  timelines.length === 0
    ? ''
    : figures(
        'How long it takes',
        timelineLegend,
        ' wide',
        timelines.map((each) => timelineFigure(each, ids)),
      )
}
${availability.length > 0 ? `<div class="part"><h3>Availability</h3><ul>${availability.map((line) => `<li>${markupPhrase(line)}</li>`).join('')}</ul></div>` : ''}
</section>`;
}

function figures(title: string, note: string, kind: string, all: readonly string[]): string {
  return `<div class="part">
<h3>${title}</h3>
<p class="note">${note}</p>
<div class="figures${kind}">
${all.join('\n')}
</div>
</div>`;
}

function ladderFigure({ row, picture }: LadderFigure, ids: () => string): string {
  const times = [
    ...(row.takeover === undefined ? [] : [`takeover ${row.takeover}`]),
    ...(row.afterRepair ? [`after repair: ${markupPhrase(row.afterRepair)}`] : []),
  ];
  const below = [row.reason ? markupPhrase(row.reason) : '', times.join('; ')]
    .filter((text) => text !== '')
    .map((text) => `<div>${text}</div>`)
    .join('');
  return `<figure>
<figcaption>${faultCell(row)}${outcome(row)}</figcaption>
${drawn(picture, ids)}
${below === '' ? '' : `<div class="below">${below}</div>`}
</figure>`;
}

function timelineFigure(picture: Picture, ids: () => string): string {
  return `<figure>
<figcaption><b>${markupText(picture.title)}</b></figcaption>
${drawn(picture, ids)}
</figure>`;
}

function drawn(
  { width, height, elements, title, description }: Picture,
  ids: () => string,
): string {
  const [titleId, descriptionId] = [ids(), ids()];
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${titleId} ${descriptionId}"><title id="${titleId}">${markupText(title)}</title><desc id="${descriptionId}">${markupText(description)}</desc>${elements}</svg>`;
}

/** So many members have a column each; of more only those are named that change. */
const mostColumns = 5;

function tablePart({ title, subject, note, rows }: TableView, { members }: RouterView): string {
  const intro = `<h3>${title}</h3>\n<p class="note">${markupPhrase(note)}</p>`;
  if (rows.length === 0) return `<div class="part">\n${intro}\n</div>`;
  const each = members.length <= mostColumns;
  const heads = each
    ? members.map(
        ({ node }) =>
          `<th scope="col" class="number node" role="columnheader">${markupText(node)}</th>`,
      )
    : ['<th scope="col" role="columnheader">priorities</th>'];
  const body = rows.map((row) => {
    const cells = each
      ? row.standings.map((standing, index) => standingCell(standing, members[index]?.node ?? ''))
      : [
          `<td role="cell" data-label="priorities"${row.changed.length === 0 ? ' class="empty"' : ''}><span>${changed(row)}</span></td>`,
        ];
    return `<tr role="row"><th scope="row" role="rowheader">${faultCell(row)}</th><td role="cell">${outcome(row)}${row.reason ? `<div class="reason">${markupPhrase(row.reason)}</div>` : ''}</td>${cells.join('')}${timeCell('takeover', row.takeover === undefined ? undefined : [row.takeover])}${timeCell('after repair', row.afterRepair)}</tr>`;
  });
  return `<div class="part">
${intro}
<table role="table">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${subject}</th><th scope="col" role="columnheader">addresses</th>${heads.join('')}<th scope="col" role="columnheader">takeover</th><th scope="col" role="columnheader">after repair</th></tr></thead>
<tbody role="rowgroup">
${body.join('\n')}
</tbody>
</table>
</div>`;
}

function faultCell({ faults, more }: Row): string {
  const lines = faults.map(
    (fault, index) => `<span class="code">${index === 0 ? '' : '+ '}${plainMarkup(fault)}</span>`,
  );
  const rest = more === 0 ? '' : `<span class="more">and ${more} more</span>`;
  return lines.join('') + rest;
}

function plainMarkup(text: Phrase): string {
  return text
    .map((piece) => markupText(typeof piece === 'string' ? piece : piece.foreign))
    .join('');
}

function outcome(row: Row): string {
  return `<div class="outcome">${signed(row.tone)}<span class="${row.tone}">${markupPhrase(row.outcome)}</span></div>`;
}

function standingCell(standing: Standing | undefined, node: string): string {
  const label = `data-label="${markupText(node)}"`;
  if (standing === undefined) return `<td role="cell" class="number empty" ${label}></td>`;
  const kind = typeof standing === 'number' ? 'number' : 'number off';
  return `<td role="cell" class="${kind}" ${label}>${standingText(standing)}</td>`;
}

function timeCell(label: string, content: Phrase | undefined): string {
  if (!content) return `<td role="cell" class="empty" data-label="${label}">–</td>`;
  const kind = content.every((piece) => typeof piece === 'string') ? ' class="nowrap"' : '';
  return `<td role="cell" data-label="${label}"><span${kind}>${markupPhrase(content)}</span></td>`;
}

function changed(row: Row): string {
  return row.changed
    .map(
      ({ node, standing }) =>
        `<span class="nowrap">${markupText(node)} ${standingText(standing)}</span>`,
    )
    .join(', ');
}

function expectations({ expectations: all }: View): readonly string[] {
  if (all.length === 0) return [];
  const items = all.map(
    ({ text, ok, counterexample }) =>
      `<li>${signed(ok ? 'sound' : 'bad')}<div><span class="${ok ? 'good' : 'bad'}">${ok ? 'holds' : 'fails'}</span>: <code>${markupText(text)}</code>${counterexample === undefined ? '' : `<div class="reason">${markupText(counterexample)}</div>`}</div></li>`,
  );
  return [titled('Expectations', `<ul class="plain">\n${items.join('\n')}\n</ul>`)];
}

function unknown({ unknown: all }: View): readonly string[] {
  if (all.length === 0) return [];
  const items = all.map((each) => `<li>${markupPhrase(each)}</li>`);
  return [titled('Nothing can be said of', `<ul>\n${items.join('\n')}\n</ul>`)];
}

function titled(title: string, content: string): string {
  return `<section>\n<h2>${title}</h2>\n${content}\n</section>`;
}

function findings({ findings: all }: View): readonly string[] {
  return all.length === 0 ? [] : [titled('Findings', all.map(finding).join('\n'))];
}

function finding(diagnostic: FoldedDiagnostic): string {
  const { rule, severity, message, location, notes, help } = diagnostic;
  const { source, span } = location;
  const { line, column } = positionAt(source, span.start);
  const excerpt = excerptOf(location);
  const marks = ' '.repeat(excerpt.indent) + '^'.repeat(excerpt.width);
  const more = [
    ...notes.map((note) => `<p class="reason">${markupText(note)}</p>`),
    ...(help === undefined ? [] : [`<p>${markupText(help)}</p>`]),
  ];
  return `<div class="finding">
<p><span class="${severity === 'error' ? 'bad' : 'warning'}">${severity}</span> <a href="${markupText(documentationUrl(rule))}" rel="noreferrer">${markupText(rule)}</a>: ${markupText(message)}</p>
<p class="reason"><code>${markupText(`${source.path}:${line}:${column}`)}</code></p>
<pre tabindex="0">${markupText(excerpt.text)}
${marks}</pre>
${more.join('\n')}
</div>`;
}

function footer({ routers }: View): string {
  const delayed = routers.some(({ timelines }) => timelines.length > 0);
  return `<footer>
<p>A fault is written as it is given to <code>kalint failover --fail</code>. Priorities are those that the nodes announce; FAULT: the node takes no part.</p>
${delayed ? '<p>Times are the shortest and the longest that the configuration allows.</p>' : ''}
</footer>`;
}
