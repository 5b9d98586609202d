import type { SourceFile } from '../text/source-file.ts';
import type { Span } from '../text/span.ts';
import type { Step } from './definitions.ts';
import { lineBehind } from './steps.ts';
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
  readonly kind: 'pending';
  readonly text: TracedText;
  readonly indent: string;
  readonly context: Trail | undefined;
  /** The file that the line belongs to. */
  readonly file: OpenFile;
}

/** Lines that are not read from a file. */
export type Pending = DefinedLines | RepeatedLine;

/** The further lines of a definition of several lines. */
interface DefinedLines extends Pick<PendingLine, 'indent' | 'context' | 'file'> {
  readonly kind: 'defined';
  readonly step: Step;
  /** How many of them are taken. */
  taken: number;
}

/** A line of a sequence, again and again. */
interface RepeatedLine {
  readonly kind: 'repeated';
  readonly line: PendingLine;
  readonly count: number;
  /** Gives the variables the values of a repetition. */
  readonly define: (index: number) => void;
  /** How many repetitions are taken. */
  taken: number;
}

/** A line of a file with its line end; it changes when the next line is taken. */
export interface PhysicalLine extends Span {
  readonly kind: 'physical';
  readonly file: OpenFile;
  /** Where its line end begins, carriage returns included. */
  readonly textEnd: number;
  /** Nothing in it is for the preprocessor: the block parser gets it as it is. */
  readonly isPlain: boolean;
}

export type InputLine = PendingLine | PhysicalLine;

/** What is still to be read, the next last. */
export interface Input {
  readonly main: OpenFile;
  readonly files: FileInput[];
  readonly pending: Pending[];
}

/**
 * A file and its line that is being read. It is the same object for every line of the file: most of them are
 * only copied, and an object for each was 5 % of all that expanding 482 files allocated.
 */
interface FileInput extends PhysicalLine {
  start: number;
  end: number;
  textEnd: number;
  isPlain: boolean;
  /** Where the first thing behind the lines so far ends that the preprocessor may want. */
  wanted: number;
}

export function createInput(main: OpenFile): Input {
  const input: Input = { main, files: [], pending: [] };
  openFile(input, main);
  return input;
}

export function openFile({ files }: Input, file: OpenFile): void {
  files.push({ kind: 'physical', file, start: 0, end: 0, textEnd: 0, isPlain: true, wanted: 0 });
}

export function addPending({ pending }: Input, lines: Pending): void {
  if (hasMore(lines)) pending.push(lines);
}

/** Whether there are lines that come before those of the files. */
export function isPending({ pending }: Input): boolean {
  return pending.length > 0;
}

/** The file that is open now: names in include lines and `_PWD` are relative to it. */
export function currentFile({ files, main }: Input): OpenFile {
  return files.at(-1)?.file ?? main;
}

/** The line that comes next. */
export function nextLine(input: Input): InputLine | undefined {
  const { files, pending } = input;
  const youngest = pending.at(-1);
  if (youngest) {
    const line = takePending(youngest);
    if (!hasMore(youngest)) pending.pop();
    return line;
  }
  for (let top = files.at(-1); top; top = files.at(-1)) {
    if (top.end < top.file.source.text.length) return takeLine(top);
    files.pop();
  }
  return undefined;
}

function hasMore(lines: Pending): boolean {
  const { taken } = lines;
  return taken < (lines.kind === 'defined' ? lines.step.definition.others.length : lines.count);
}

function takePending(lines: Pending): PendingLine {
  const index = lines.taken++;
  if (lines.kind === 'repeated') {
    lines.define(index);
    return lines.line;
  }
  const { step, indent: outer, context, file } = lines;
  const indent = outer + (step.definition.others[index]?.indent ?? '');
  return { kind: 'pending', text: lineBehind(step, index), indent, context, file };
}

function takeLine(line: FileInput): PhysicalLine {
  const { text } = line.file.source;
  const start = line.end;
  const newline = text.indexOf('\n', start);
  const end = newline === -1 ? text.length : newline + 1;
  if (line.wanted <= start) line.wanted = endOfWanted(text, start);
  line.start = start;
  line.end = end;
  line.textEnd = withoutCarriageReturns(text, start, newline === -1 ? end : newline);
  line.isPlain = line.wanted > end;
  return line;
}

function withoutCarriageReturns(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text[at - 1] === '\r') at--;
  return at;
}

/** A line without any of these is for the block parser as it is. None of them is in two lines. */
const wanted = /[$@~#!\\]|include/g;

/**
 * Where the first of what the preprocessor may want ends. It is looked for in the whole text and not in each
 * line: between two of them there may be hundreds of lines.
 */
function endOfWanted(text: string, start: number): number {
  wanted.lastIndex = start;
  return wanted.test(text) ? wanted.lastIndex : Infinity;
}
