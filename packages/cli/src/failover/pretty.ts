import type { Palette } from '../terminal/colour.ts';
import { widthOf } from '../terminal/width.ts';
import { diagnosticForPeople } from '../reporters/pretty.ts';
import { terminalPhrase, terminalText } from './escape.ts';
import type { Phrase } from './view/phrase.ts';
import type { RouterView, Row, TableView, Tone, View } from './view/view.ts';
import { standingText } from './view/words.ts';

/** The report for people who look at a terminal that is so many columns wide. */
export function failoverForPeople(view: View, palette: Palette, width: number): string {
  const sections = [
    wrapped(terminalPhrase(view.summary), width).map((line) => palette.strong(line)),
    ...view.routers.flatMap((router) => routerSections(router, palette, width)),
    ...unknownSection(view, palette, width),
    ...expectationSection(view, palette, width),
    ...legend(view),
    ...view.findings.map((finding) => diagnosticForPeople(finding, palette)),
  ];
  return sections.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function routerSections(
  router: RouterView,
  palette: Palette,
  width: number,
): readonly (readonly string[])[] {
  const { id, details, healthy, healthyTone, tables, availability } = router;
  const heading = `${palette.strong(terminalText(id))}: ${details.map(terminalPhrase).join(', ')}`;
  const state = wrapped(terminalPhrase(healthy), width - markWidth).map(
    (line, index) =>
      (index === 0 ? markOf(healthyTone, palette) : ' '.repeat(markWidth)) +
      highlight(healthyTone, palette)(line),
  );
  return [
    [heading, ...state],
    ...tables.map((table) => tableLines(table, router, palette, width)),
    ...(availability.length > 0
      ? [['Availability', ...availability.flatMap((line) => indented(line, width))]]
      : []),
  ];
}

/** A column: what stands above it, and the lines of each of its cells. */
interface Column {
  readonly head: string;
  readonly align: 'left' | 'right';
  readonly cellOf: (row: Row) => readonly string[];
  /** Coloured like the row. */
  readonly speaks?: boolean;
}

const gap = '  ';

function tableLines(
  { title, subject, note, rows }: TableView,
  router: RouterView,
  palette: Palette,
  width: number,
): readonly string[] {
  const intro = wrapped(`${title}. ${terminalPhrase(note)}`, width);
  if (rows.length === 0) return intro;
  const fitting = layouts(router, subject).find(
    (columns) => widthOfColumns(columns, rows) <= width,
  );
  return [
    ...intro,
    '',
    ...(fitting ? aligned(fitting, rows, palette, width) : stacked(rows, palette, width)),
  ];
}

/** The widest first. */
function layouts(
  { members }: RouterView,
  subject: TableView['subject'],
): readonly (readonly Column[])[] {
  const faults: Column = { head: subject, align: 'left', cellOf: faultLines };
  const outcome = (most: number): Column => ({
    head: 'addresses',
    align: 'left',
    cellOf: (row) => wrapped(terminalPhrase(row.outcome), most),
    speaks: true,
  });
  const each = members.map(({ node }, index): Column => ({
    head: terminalText(node),
    align: 'right',
    cellOf: ({ standings }) => {
      const standing = standings[index];
      return [standing === undefined ? '' : standingText(standing)];
    },
  }));
  const changed: Column = { head: 'priorities', align: 'left', cellOf: changedLines };
  const takeover: Column = {
    head: 'takeover',
    align: 'left',
    cellOf: (row) => [row.takeover ?? '-'],
  };
  const repair = (most: number): Column => ({
    head: 'after repair',
    align: 'left',
    cellOf: (row) => (row.afterRepair ? wrapped(terminalPhrase(row.afterRepair), most) : ['-']),
  });
  return [
    ...cellWidths.map((most) => [faults, outcome(most), ...each, takeover, repair(most)]),
    ...cellWidths.map((most) => [faults, outcome(most), changed, takeover, repair(most)]),
    [faults, outcome(0), takeover, repair(0)],
  ];
}

/** Cells break into lines where they get wider than this, if there is a blank. */
const cellWidths = [40, 20, 16, 12];

function faultLines({ faults, more }: Row): readonly string[] {
  const lines = faults.map((fault, index) => `${index === 0 ? '' : '+ '}${terminalPhrase(fault)}`);
  return more === 0 ? lines : [...lines, `and ${more} more`];
}

function changedLines({ changed }: Row): readonly string[] {
  return changed.map(({ node, standing }) => `${terminalText(node)} ${standingText(standing)}`);
}

const markWidth = 3;

function widthOfColumns(columns: readonly Column[], rows: readonly Row[]): number {
  const widths = columns.map((column) => columnWidth(column, rows));
  return (
    markWidth + widths.reduce((sum, each) => sum + each, 0) + gap.length * (columns.length - 1)
  );
}

function columnWidth({ head, cellOf }: Column, rows: readonly Row[]): number {
  return Math.max(cellsOf(head), ...rows.flatMap((row) => cellOf(row).map(cellsOf)));
}

function aligned(
  columns: readonly Column[],
  rows: readonly Row[],
  palette: Palette,
  width: number,
): readonly string[] {
  const widths = columns.map((column) => columnWidth(column, rows));
  const line = (
    cells: readonly string[],
    paint: (text: string, column: Column) => string,
  ): string =>
    cells
      .map((cell, index) => {
        const column = columns[index];
        if (!column) return cell;
        const blank = ' '.repeat(Math.max(0, (widths[index] ?? 0) - cellsOf(cell)));
        const painted = paint(cell, column);
        if (column.align === 'right') return blank + painted;
        return index === columns.length - 1 ? painted : painted + blank;
      })
      .join(gap)
      .trimEnd();
  const head = line(
    columns.map((column) => column.head),
    (text) => palette.quiet(text),
  );
  return [
    ' '.repeat(markWidth) + head,
    ...rows.flatMap((row) => {
      const cells = columns.map((column) => column.cellOf(row));
      const height = Math.max(...cells.map(({ length }) => length));
      const mark = markOf(row.tone, palette);
      const own = Array.from({ length: height }, (_, index) => {
        const start = index === 0 ? mark : ' '.repeat(markWidth);
        const body = line(
          cells.map((each) => each[index] ?? ''),
          (text, column) => (column.speaks ? highlight(row.tone, palette)(text) : text),
        );
        return (start + body).trimEnd();
      });
      return [...own, ...reasonLines(row, palette, width)];
    }),
  ];
}

/** For what does not fit beside each other. */
function stacked(rows: readonly Row[], palette: Palette, width: number): readonly string[] {
  return rows.flatMap((row) => {
    const mark = markOf(row.tone, palette);
    const indent = ' '.repeat(markWidth + 2);
    const times = [
      ...(row.takeover === undefined ? [] : [`takeover ${row.takeover}`]),
      ...(row.afterRepair ? [`after repair: ${terminalPhrase(row.afterRepair)}`] : []),
    ];
    return [
      mark + faultLines(row).join(' '),
      indent + highlight(row.tone, palette)(terminalPhrase(row.outcome)),
      ...wrapped(changedLines(row).join(', '), width - indent.length).map((line) => indent + line),
      ...(times.length === 0 ? [] : [indent + times.join('; ')]),
      ...reasonLines(row, palette, width),
    ];
  });
}

function reasonLines({ reason }: Row, palette: Palette, width: number): readonly string[] {
  if (!reason) return [];
  const indent = ' '.repeat(markWidth + 2);
  return wrapped(terminalPhrase(reason), width - indent.length).map(
    (line) => indent + palette.quiet(line),
  );
}

/** Nothing depends on colours. */
function markOf(tone: Tone, palette: Palette): string {
  const mark = { bad: '!!', warning: '!', unavoidable: '~', good: '', calm: '' }[tone];
  const blank = ' '.repeat(markWidth - mark.length);
  return mark === '' ? blank : highlight(tone, palette)(mark) + blank;
}

function highlight(tone: Tone, palette: Palette): (text: string) => string {
  if (tone === 'bad') return palette.error;
  return tone === 'warning' ? palette.warning : (text) => text;
}

function indented(text: Phrase, width: number): readonly string[] {
  return wrapped(terminalPhrase(text), width - 2).map((line) => `  ${line}`);
}

function unknownSection(
  { unknown }: View,
  { strong }: Palette,
  width: number,
): readonly string[][] {
  if (unknown.length === 0) return [];
  const lines = unknown.flatMap((each) => indented(each, width));
  return [[strong('Nothing can be said of:'), ...lines]];
}

function expectationSection(
  { expectations }: View,
  palette: Palette,
  width: number,
): readonly string[][] {
  if (expectations.length === 0) return [];
  const lines = expectations.flatMap(({ text, ok, counterexample }) => [
    `${ok ? '  holds   ' : palette.error('  FAILS')}${ok ? '' : '   '}${terminalText(text)}`,
    ...(counterexample === undefined
      ? []
      : wrapped(terminalText(counterexample), width - 10).map((line) => ' '.repeat(10) + line)),
  ]);
  return [[palette.strong('Expectations'), ...lines]];
}

function legend({ routers }: View): readonly string[][] {
  const tones = new Set(
    routers.flatMap(({ healthyTone, tables }) => [
      healthyTone,
      ...tables.flatMap(({ rows }) => rows.map(({ tone }) => tone)),
    ]),
  );
  const lines = [
    ...(tones.has('bad') ? ['!! nobody, or more than one node, holds the addresses'] : []),
    ...(tones.has('warning')
      ? ['!  they are where something fails, or it is not decided where they are']
      : []),
    ...(tones.has('unavoidable')
      ? ['~  VRRP cannot prevent it: no node is left, or nodes do not hear each other']
      : []),
  ];
  return lines.length === 0 ? [] : [lines];
}

/** How many columns a terminal gives to a text that is made visible already. */
function cellsOf(text: string): number {
  let cells = 0;
  for (const character of text) cells += widthOf(character);
  return cells;
}

/** Lines of at most so many columns; what is longer than one is not broken. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  // A number stays with its unit.
  for (const word of text.split(/ (?!(?:ms|s|min|h|d|%)(?:[ ,;.]|$))/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && cellsOf(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}
