import type { FoldedDiagnostic, Severity } from '@kalint/linter';
import { visible } from '../terminal/visible.ts';
import { explanationOf, limited, linesOf, rangeOf, remarkOn } from './findings.ts';
import type { Report } from './report.ts';

/*
 * Annotations, as the runner of GitHub Actions makes them of what is printed
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions). Of each severity it takes ten from a
 * step, so the worst come first, and what is said of several lines is said once.
 */

export function reportAsGithub(report: Report, pathInProject: (path: string) => string): string {
  const { shown, left } = limited(report.diagnostics);
  const commands = severities.flatMap((severity) =>
    shown
      .filter((diagnostic) => diagnostic.severity === severity)
      .map((diagnostic) => annotation(diagnostic, pathInProject)),
  );
  const rest = remarkOn(left);
  return [...commands, ...rest].map((line) => `${line}\n`).join('');
}

const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

function annotation(diagnostic: FoldedDiagnostic, pathInProject: (path: string) => string): string {
  const { rule, severity, message, location, repeats } = diagnostic;
  const { start, end } = rangeOf(location);
  // Columns are taken of one line only, and the last one belongs to the place.
  const columns = start.line === end.line && {
    col: start.column,
    endColumn: Math.max(start.column, end.column - 1),
  };
  const properties = {
    file: pathInProject(location.source.path),
    line: start.line,
    endLine: end.line,
    ...columns,
    title: rule,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(`${value}`)}`);
  const also = repeats.length === 0 ? [] : [`also ${linesOf(repeats)}`];
  const lines = [message, ...also, ...explanationOf(diagnostic)];
  return `::${levels[severity]} ${list.join(',')}::${lines.map(data).join('%0A')}`;
}

/** Without line ends: nothing that is visible has any. */
function data(text: string): string {
  return visible(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
