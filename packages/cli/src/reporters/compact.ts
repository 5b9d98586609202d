import { noColours } from '../terminal/colour.ts';
import { visible } from '../terminal/visible.ts';
import { limited, linesOf, positionOf, remarkOn } from './findings.ts';
import { nameAtLineStart } from './line.ts';
import { summary } from './pretty.ts';
import type { Report } from './report.ts';

/** For people: a line for each finding, and one for all. */
export function reportAsCompact(report: Report): string {
  const { shown, left } = limited(report.diagnostics);
  const lines = shown.map(({ rule, severity, message, location, repeats, help }) => {
    const { line, column } = positionOf(location);
    const where = `${nameAtLineStart(location.source.path)}:${line}:${column}`;
    const also = repeats.length === 0 ? '' : ` (also ${linesOf(repeats)})`;
    const advice = help === undefined ? '' : `; ${visible(help)}`;
    return `${where}: ${severity}[${rule}]: ${visible(message)}${also}${advice}`;
  });
  const rest = remarkOn(left);
  return [...lines, ...rest, ...summary(report, noColours), ''].join('\n');
}
