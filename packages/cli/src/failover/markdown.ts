import { positionAt } from '@kalint/parser';
import { documentationUrl, type FoldedDiagnostic } from '@kalint/linter';
import { markdownCode, markdownPhrase, markdownText } from './escape.ts';
import type { RouterView, Row, TableView, Tone, View } from './view/view.ts';
import { standingText } from './view/words.ts';

/** The report as a comment to a pull request: what needs attention is open, the rest can be unfolded. */
export function failoverAsMarkdown(view: View): string {
  const blocks = [
    '## Failover',
    `**${markdownPhrase(view.summary)}**`,
    ...expectations(view),
    ...view.routers.flatMap(routerBlocks),
    ...unknown(view),
    ...findings(view),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function routerBlocks(router: RouterView): readonly string[] {
  const { id, details, healthy, healthyTone, tables, availability } = router;
  return [
    `### ${markdownCode(id)} (${details.map(markdownPhrase).join(', ')})`,
    `${symbolOf(healthyTone)}${markdownPhrase(healthy)}`,
    ...tables.flatMap((table) => tableBlocks(table, router)),
    ...(availability.length > 0
      ? [
          ['**Availability.**', ...availability.map((line) => `- ${markdownPhrase(line)}`)].join(
            '\n',
          ),
        ]
      : []),
  ];
}

/** A table that nobody has to read is folded. */
const longestOpen = 12;

function tableBlocks(
  { title, subject, note, rows }: TableView,
  router: RouterView,
): readonly string[] {
  const intro = `**${title}.** ${markdownPhrase(note)}`;
  if (rows.length === 0) return [intro];
  const loud = rows.filter(({ needsAttention }) => needsAttention);
  if (rows.length <= longestOpen || loud.length === rows.length)
    return [intro, markdownTable(rows, router, subject)];
  const quiet = rows.filter((row) => !loud.includes(row));
  return [
    intro,
    ...(loud.length === 0 ? [] : [markdownTable(loud, router, subject)]),
    `<details><summary>The other ${quiet.length} rows</summary>\n\n${markdownTable(quiet, router, subject)}\n\n</details>`,
  ];
}

/** So many members have a column each; of more only those are named that change. */
const mostColumns = 4;

function markdownTable(
  rows: readonly Row[],
  { members }: RouterView,
  subject: TableView['subject'],
): string {
  const each = members.length <= mostColumns;
  const heads = [
    subject,
    'addresses',
    ...(each ? members.map(({ node }) => markdownCode(node)) : ['priorities']),
    'takeover',
    'after repair',
  ];
  const body = rows.map((row) => [
    faults(row),
    `${symbolOf(row.tone)}${emphasised(row.tone, markdownPhrase(row.outcome))}${row.reason ? `<br>${markdownPhrase(row.reason)}` : ''}`,
    ...(each
      ? row.standings.map((one) => (one === undefined ? '' : standingText(one)))
      : [changed(row)]),
    row.takeover ?? '–',
    row.afterRepair ? markdownPhrase(row.afterRepair) : '–',
  ]);
  const rule = heads.map((_, index) =>
    each && index > 1 && index < heads.length - 2 ? '--:' : '---',
  );
  return [heads, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function faults({ faults: each, more }: Row): string {
  const all = each.map(markdownPhrase).join('<br>+ ');
  return more === 0 ? all : `${all}<br>and ${more} more`;
}

function changed({ changed: members }: Row): string {
  return members
    .map(({ node, standing }) => `${markdownCode(node)} ${standingText(standing)}`)
    .join('<br>');
}

function emphasised(tone: Tone, text: string): string {
  return tone === 'bad' || tone === 'warning' ? `**${text}**` : text;
}

/** Plain characters: not every page shows pictures, and none of them is only a colour. */
function symbolOf(tone: Tone): string {
  return { bad: '❌ ', warning: '⚠️ ', unavoidable: 'ℹ️ ', good: '', calm: '' }[tone];
}

function expectations({ expectations: all }: View): readonly string[] {
  if (all.length === 0) return [];
  const lines = all.map(({ text, ok, counterexample }) => {
    const why = counterexample === undefined ? '' : `: ${markdownText(counterexample)}`;
    return `- ${ok ? '✅ holds' : '❌ **fails**'}: ${markdownCode(text)}${why}`;
  });
  return ['### Expectations', lines.join('\n')];
}

function unknown({ unknown: all }: View): readonly string[] {
  if (all.length === 0) return [];
  return ['### Nothing can be said of', all.map((each) => `- ${markdownPhrase(each)}`).join('\n')];
}

function findings({ findings: all }: View): readonly string[] {
  if (all.length === 0) return [];
  return ['### Findings', all.map(finding).join('\n')];
}

function finding({ rule, severity, message, location, help }: FoldedDiagnostic): string {
  const { source, span } = location;
  const { line } = positionAt(source, span.start);
  const what = `- **${severity}** [${rule}](${documentationUrl(rule)}): ${markdownText(message)}`;
  const where = `  in ${markdownCode(`${source.path}:${line}`)}`;
  return [what, where, ...(help === undefined ? [] : [`  ${markdownText(help)}`])].join('\n');
}
