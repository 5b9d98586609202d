/** A line of the formatted text, before its columns are known. */
export type Row = BlankRow | KeptRow | LaidOutRow;

export interface BlankRow {
  readonly kind: 'blank';
}

/** A line that stays as it is. */
export interface KeptRow {
  readonly kind: 'kept';
  readonly text: string;
}

export interface LaidOutRow {
  readonly kind: 'laid-out';
  /** The number of blocks around it. */
  readonly depth: number;
  /** The first word; all but the comment where no part may be moved; empty for a comment alone. */
  readonly head: string;
  /** What stands behind the first word. */
  readonly rest: Part | undefined;
  readonly comment: Part | undefined;
  /** The line as it was written, when the row is that line and nothing else. */
  readonly written: string | undefined;
}

/** A part of a line, and where its author has put it. Widths and columns are in characters. */
export interface Part {
  readonly text: string;
  /** The width of the blanks before it. */
  readonly gap: number;
  /** The column (from 0) at which it began; undefined when it was not put below or above anything. */
  readonly column: number | undefined;
}

/** Whether a block begins at the end of a row. */
export function opensBlock(row: Row): boolean {
  return row.kind === 'laid-out' && (row.rest?.text ?? row.head).endsWith('{');
}

/** Whether a block ends at the beginning of a row. */
export function closesBlock(row: Row): boolean {
  return row.kind === 'laid-out' && row.head.startsWith('}');
}
