import type { Severity } from '@kalint/linter';
import type { Location } from '@kalint/parser';
import { visible } from '../terminal/visible.ts';
import { positionOf, singleFindings } from './findings.ts';
import { nameAtLineStart } from './line.ts';
import type { Report } from './report.ts';

/*
 * As GCC writes them (https://gcc.gnu.org/onlinedocs/gcc/Diagnostic-Message-Formatting-Options.html): editors, and
 * whatever else reads the messages of compilers, know these lines. Nothing is written when nothing is found.
 */

export function reportAsGcc(report: Report): string {
  const lines = singleFindings(report).flatMap(
    ({ rule, severity, message, location, related, help }) => [
      line(location, levels[severity], `${message} [${rule}]`),
      ...related.map((other) => line(other.location, 'note', other.message)),
      ...(help === undefined ? [] : [line(location, 'note', help)]),
    ],
  );
  return lines.join('');
}

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

function line(location: Location, level: string, text: string): string {
  const { line: number, column } = positionOf(location);
  const where = `${nameAtLineStart(location.source.path)}:${number}:${column}`;
  return `${where}: ${level}: ${visible(text)}\n`;
}
