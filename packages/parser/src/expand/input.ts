import type { SourceFile } from '../text/source-file.ts';
import type { TracedText, Trail } from './traced-text.ts';

/*
 * Where the next line comes from: lib/parser.c, read_line(). A line that a sequence or a definition
 * of several lines has still to give comes before the files, the youngest first. Files that were
 * included on the way wait until these are done.
 */

/** A file that is being read. */
export interface OpenFile {
  readonly source: SourceFile;
  /** The include lines that led to it. */
  readonly context: Trail | undefined;
  readonly includedFrom: OpenFile | undefined;
  readonly depth: number;
}

/** A line that is not read from a file. */
export interface PendingLine {
  readonly text: TracedText;
  readonly indent: string;
  readonly context: Trail | undefined;
  /** The file that the line belongs to. */
  readonly file: OpenFile;
}

/** Gives lines, one at a time. */
export interface Pending {
  readonly take: () => PendingLine;
  readonly hasMore: () => boolean;
}

/** A line of a file, without its line end. */
export interface PhysicalLine {
  readonly file: OpenFile;
  readonly start: number;
  readonly end: number;
  /** Where the next line begins. */
  readonly next: number;
}

export type InputLine =
  ({ readonly kind: 'pending' } & PendingLine) | ({ readonly kind: 'physical' } & PhysicalLine);

export interface Input {
  readonly open: (file: OpenFile) => void;
  readonly push: (pending: Pending) => void;
  readonly next: () => InputLine | undefined;
  /** Whether there are lines that come before those of the files. */
  readonly isPending: () => boolean;
  /** The file that is open now: names in include lines and `_PWD` are relative to it. */
  readonly current: () => OpenFile;
}

export function createInput(main: OpenFile): Input {
  const files: { readonly file: OpenFile; at: number }[] = [{ file: main, at: 0 }];
  const pending: Pending[] = [];
  return {
    open: (file) => void files.push({ file, at: 0 }),
    push: (lines) => {
      if (lines.hasMore()) pending.push(lines);
    },
    next: () => {
      const youngest = pending.at(-1);
      if (youngest) {
        const line = youngest.take();
        if (!youngest.hasMore()) pending.pop();
        return { kind: 'pending', ...line };
      }
      for (let top = files.at(-1); top; top = files.at(-1)) {
        const { text } = top.file.source;
        const start = top.at;
        if (start < text.length) {
          const newline = text.indexOf('\n', start);
          const end = newline === -1 ? text.length : newline;
          top.at = newline === -1 ? end : end + 1;
          return { kind: 'physical', file: top.file, start, end, next: top.at };
        }
        files.pop();
      }
      return undefined;
    },
    isPending: () => pending.length > 0,
    current: () => files.at(-1)?.file ?? main,
  };
}
