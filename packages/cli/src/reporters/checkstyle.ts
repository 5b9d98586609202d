import type { Diagnostic } from '@kalint/linter';
import { version } from '../version.ts';
import { explanationOf, findingsByFile, positionOf, singleFindings } from './findings.ts';
import { xmlText } from './markup.ts';
import type { Report } from './report.ts';

/** The XML of Checkstyle, for what can read nothing else: each file, and each finding in it. */
export function reportAsCheckstyle(report: Report): string {
  const files = [...findingsByFile(report.files, singleFindings(report))].map(([path, found]) =>
    [`  <file name="${xmlText(path)}">`, ...found.map(error), '  </file>'].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<checkstyle version="${xmlText(version)}">`,
    ...files,
    '</checkstyle>',
    '',
  ].join('\n');
}

function error(finding: Diagnostic): string {
  const { rule, severity, message, location } = finding;
  const { line, column } = positionOf(location);
  const text = [message, ...explanationOf(finding)].join('; ');
  const place = `line="${line}" column="${column}"`;
  // Its severities are called as those of kalint are.
  return `    <error ${place} severity="${severity}" message="${xmlText(text)}" source="kalint.${xmlText(rule)}"/>`;
}
