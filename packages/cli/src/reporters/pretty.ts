import { documentationUrl, type FoldedDiagnostic, type Severity } from '@kalint/linter';
import { positionAt, type Location } from '@kalint/parser';
import { counted } from '../counted.ts';
import type { Palette } from '../terminal/colour.ts';
import { visible } from '../terminal/visible.ts';
import { excerptOf, type Excerpt } from './excerpt.ts';
import { limited, linesOf, remarkOn } from './findings.ts';
import type { Report } from './report.ts';

/** The report for people: what, where, why, and what to do. */
export function reportForPeople(report: Report, palette: Palette): string {
  const { shown, left } = limited(report.diagnostics);
  const sections = shown.map((diagnostic) => diagnosticForPeople(diagnostic, palette));
  const rest = remarkOn(left).map((line) => [line]);
  return [...sections, ...rest, [...summary(report, palette), ...hint(report)]]
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

/** A place of a diagnostic, the excerpt made once: the gutter is as wide as the widest number. */
interface Shown {
  readonly location: Location;
  readonly message: string | undefined;
  readonly excerpt: Excerpt;
}

/** The lines of one diagnostic. */
export function diagnosticForPeople(
  diagnostic: FoldedDiagnostic,
  palette: Palette,
): readonly string[] {
  const { rule, severity, message, location, related, repeats, notes, help, fix } = diagnostic;
  const main: Shown = { location, message: undefined, excerpt: excerptOf(location) };
  const others = related.map((each): Shown => ({ ...each, excerpt: excerptOf(each.location) }));
  const gutter = Math.max(...[main, ...others].map(({ excerpt }) => String(excerpt.line).length));
  const more = repeats.length === 0 ? '' : ` (and ${repeats.length} more)`;
  const footer = [
    ...(repeats.length === 0 ? [] : [['also', linesOf(repeats)] as const]),
    ...notes.map((note) => ['note', note] as const),
    ...(help === undefined ? [] : [['help', help] as const]),
    ...(fix ? [['fix', fix.title] as const] : []),
  ];
  return [
    `${palette.link(palette[severity](`${severity}[${rule}]`), documentationUrl(rule))}${palette.strong(`: ${visible(message)}${more}`)}`,
    ...place(main, gutter, '^', palette[severity], palette),
    ...others.flatMap((other) => place(other, gutter, '-', palette.info, palette)),
    ...footer.map(([label, text]) => `  ${palette.label(`${label}:`)} ${visible(text)}`),
  ];
}

function place(
  { location, message, excerpt }: Shown,
  gutter: number,
  mark: string,
  highlight: (text: string) => string,
  palette: Palette,
): readonly string[] {
  const { line, column } = positionAt(location.source, location.span.start);
  const where = `${visible(location.source.path)}:${line}:${column}`;
  const bar = palette.quiet('|');
  const margin = ' '.repeat(gutter);
  const marks = ' '.repeat(excerpt.indent) + highlight(mark.repeat(excerpt.width));
  return [
    `${margin} ${palette.quiet('at')} ${where}${message === undefined ? '' : `: ${visible(message)}`}`,
    ` ${palette.quiet(String(line).padStart(gutter))} ${bar} ${excerpt.text}`.trimEnd(),
    ` ${margin} ${bar} ${marks}`,
  ];
}

const singular: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
};

/** How many findings there are, in how many files. */
export function summary(
  { diagnostics, files, repairable }: Report,
  palette: Palette,
): readonly string[] {
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const found = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return found === 0 ? [] : [palette[severity](counted(found, singular[severity]))];
  });
  const what = counts.length === 0 ? 'no findings' : counts.join(', ');
  const most = repairable === diagnostics.length ? 'all' : repairable;
  const repairs = repairable === 0 ? '' : `; --fix has repairs for ${most}`;
  return [`${what} in ${counted(files.length, 'file')}${repairs}`];
}

function hint({ diagnostics }: Report): readonly string[] {
  const [first] = diagnostics;
  return first ? [`\`kalint explain ${first.rule}\` says more`] : [];
}
