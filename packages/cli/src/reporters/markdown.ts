import { documentationUrl, type FoldedDiagnostic } from '@kalint/linter';
import { noColours } from '../terminal/colour.ts';
import { explanationOf, limited, linesOf, positionOf, remarkOn } from './findings.ts';
import { markdownCode, markdownText } from './markup.ts';
import { summary } from './pretty.ts';
import type { Report } from './report.ts';

/**
 * A comment to a pull request, or the summary of a job. GitHub's comments may have 65,536 characters; some are left
 * for what others write around the report.
 */
const mostCharacters = 60_000;

export function reportAsMarkdown(report: Report): string {
  const { shown } = limited(report.diagnostics);
  const rows: string[] = [];
  let size = 0;
  for (const diagnostic of shown) {
    const row = rowOf(diagnostic);
    size += row.length;
    if (size > mostCharacters) break;
    rows.push(row);
  }
  const left = report.diagnostics.length - rows.length;
  const blocks = [
    '## kalint',
    `**${summary(report, noColours).join(' ')}**`,
    ...(rows.length === 0 ? [] : [[...tableHead, ...rows].join('\n')]),
    ...remarkOn(left),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const tableHead = ['| | where | what |', '| --- | --- | --- |'];

/** Not by colour alone: whoever does not see the sign reads the word. */
const signs = { error: '❌ error', warning: '⚠️ warning', info: 'ℹ️ info' } as const;

function rowOf(diagnostic: FoldedDiagnostic): string {
  const { rule, severity, message, location, repeats } = diagnostic;
  const where = `${location.source.path}:${positionOf(location).line}`;
  const also = repeats.length === 0 ? '' : `<br>also ${linesOf(repeats)}`;
  const what = [
    `${markdownText(message)} ([${rule}](${documentationUrl(rule)}))`,
    ...explanationOf(diagnostic).map(markdownText),
  ];
  return `| ${signs[severity]} | ${markdownCode(where)}${also} | ${what.join('<br>')} |`;
}
