import { documentationUrl, homepage, type Diagnostic, type Severity } from '@kalint/linter';
import { lineSpan, positionAt, type Location } from '@kalint/parser';
import { printableJson } from '../terminal/printable-json.ts';
import { visible } from '../terminal/visible.ts';
import { explanationOf, singleFindings } from './findings.ts';
import type { Report } from './report.ts';

/*
 * The Reviewdog Diagnostic Format (https://github.com/reviewdog/reviewdog/tree/master/proto/rdf). Its columns count
 * bytes of UTF-8, and a suggestion is one change to the file of the finding: a repair of several changes has none.
 */

export function reportAsRdjson(report: Report): string {
  return printableJson({
    source: { name: 'kalint', url: homepage },
    diagnostics: singleFindings(report).map(diagnostic),
  });
}

const severities: Readonly<Record<Severity, string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  info: 'INFO',
};

function diagnostic(finding: Diagnostic): object {
  const { rule, severity, message, location } = finding;
  const suggestion = suggestionOf(finding);
  return {
    message: [message, ...explanationOf(finding)].map(visible).join('\n'),
    location: { path: location.source.path, range: range(location) },
    severity: severities[severity],
    code: { value: rule, url: documentationUrl(rule) },
    ...(suggestion && { suggestions: [suggestion] }),
  };
}

function suggestionOf({ fix, location }: Diagnostic): object | undefined {
  const [edit, another] = fix?.edits ?? [];
  if (!edit || another || edit.source.path !== location.source.path) return undefined;
  return { range: range(edit), text: edit.text };
}

function range({ source, span }: Location): object {
  return { start: position(source, span.start), end: position(source, span.end) };
}

function position(source: Location['source'], offset: number): object {
  const { line } = positionAt(source, offset);
  const start = lineSpan(source, line)?.start ?? 0;
  return { line, column: Buffer.byteLength(source.text.slice(start, offset)) + 1 };
}
