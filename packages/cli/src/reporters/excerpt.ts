import { redactedLine } from '@kalint/linter';
import { lineSpan, positionAt, type Location } from '@kalint/parser';
import { isPlain, visibleCharacter } from '../terminal/visible.ts';
import { widthOf } from '../terminal/width.ts';

/** A line of a file as it is shown, and which part of it is meant, counted in columns. */
export interface Excerpt {
  readonly line: number;
  readonly text: string;
  readonly indent: number;
  /** At least 1: a place without width is pointed at, too. */
  readonly width: number;
}

const tabStop = 4;
const widestLine = 100;
/** Of a line that is longer (in UTF-16 code units) only what is this near is looked at. */
const nearby = 2000;
/** How much stays visible before what is meant, when a line is cut. */
const lead = 24;
const ellipsis = '…';

/** The first line of a range, without its secrets, and without anything that acts on a terminal. */
export function excerptOf({ source, span }: Location): Excerpt {
  const { line, column } = positionAt(source, span.start);
  const text = redactedLine(source, line);
  const clipStart = Math.max(0, column - 1 - nearby);
  const clipped = text.slice(clipStart, column - 1 + nearby);
  const cells = cellsOf(clipped);
  const lineStart = (lineSpan(source, line)?.start ?? 0) + clipStart;
  const from = columnAt(cells, span.start - lineStart);
  const to = Math.max(columnAt(cells, span.end - lineStart), from + 1);
  const hidden = { before: clipStart > 0, after: clipStart + clipped.length < text.length };
  return { line, ...cut(cells, from, to, hidden) };
}

/** A character as it is shown. */
interface Cell {
  readonly text: string;
  readonly column: number;
  readonly width: number;
  /** Where it ends in the text, in UTF-16 code units. */
  readonly end: number;
}

function cellsOf(line: string): readonly Cell[] {
  const cells: Cell[] = [];
  const plain = isPlain(line);
  let column = 0;
  let end = 0;
  for (const character of line) {
    const text =
      character === '\t'
        ? ' '.repeat(tabStop - (column % tabStop))
        : plain
          ? character
          : visibleCharacter(character);
    const width = plain || text !== character ? text.length : widthOf(character);
    end += character.length;
    cells.push({ text, column, width, end });
    column += width;
  }
  return cells;
}

/** Where the character at an offset is shown; behind the line, the column after its last one. */
function columnAt(cells: readonly Cell[], offset: number): number {
  return cells.find(({ end }) => offset < end)?.column ?? widthOfAll(cells);
}

function widthOfAll(cells: readonly Cell[]): number {
  const last = cells.at(-1);
  return last ? last.column + last.width : 0;
}

/** A line that is too long is cut around the columns that are meant. */
function cut(
  cells: readonly Cell[],
  from: number,
  to: number,
  hidden: { readonly before: boolean; readonly after: boolean },
): Omit<Excerpt, 'line'> {
  const all = widthOfAll(cells);
  const first = all <= widestLine || to <= widestLine ? 0 : Math.max(0, from - lead);
  const shown = cells.filter(
    ({ column, width }) => column >= first && column + width <= first + widestLine,
  );
  const start = shown[0]?.column ?? 0;
  const end = widthOfAll(shown);
  const before = hidden.before || start > 0 ? ellipsis : '';
  const after = hidden.after || end < all ? ellipsis : '';
  return {
    text: before + textOf(shown) + after,
    indent: before.length + from - start,
    // Carets may stand behind the end of a line that is shown to its end.
    width: after === '' ? to - from : Math.max(1, Math.min(to, end) - from),
  };
}

function textOf(cells: readonly Cell[]): string {
  return cells.map(({ text }) => text).join('');
}
