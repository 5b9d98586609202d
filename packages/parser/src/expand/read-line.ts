import { byteLength } from '../text/byte-length.ts';
import { skipBlanks, withoutComment } from './comments.ts';
import { readCondition } from './conditions.ts';
import { readDefinition } from './definitions.ts';
import type { PendingLine, PhysicalLine } from './input.ts';
import { limits } from './limits.ts';
import { readIncludeLine } from './read-includes.ts';
import { readParts } from './read-parts.ts';
import { report, type Reading, type Scope } from './scope.ts';
import { join, slice, written, type TracedText } from './traced-text.ts';

/** A line without any of these is for the block parser as it is. */
const preprocessed = /[$@~#!\\]|include/;

/** Reads a line of a file. The expanded text has a line for each, if often an empty one. */
export function readPhysicalLine(line: PhysicalLine, reading: Reading): void {
  const { file, start, next } = line;
  const { source, context } = file;
  const { output, table, budget } = reading;
  const end = withoutCarriageReturns(source.text, start, line.end);
  const isShort = (end - start) * bytesPerUnit <= limits.writtenBytes;
  if (isShort && !table.isOpen() && !preprocessed.test(source.text.slice(start, end))) {
    if (!budget.spend('characters', next - start)) return;
    output.startLine();
    output.copy(source, { start, end: next }, context);
    return;
  }
  const raw = written(source, start, end);
  const indent = raw.text.slice(0, skipBlanks(raw.text, 0));
  const scope: Scope = { reading, indent, context, file };
  if (!budget.spend('characters', indent.length + next - end)) return;
  output.startLine();
  const isReadable = isShort || checkLength(raw, scope);
  const text = uncomment(raw, scope);
  if (text.text === '' && table.isOpen()) {
    if (raw.text !== '') report(scope, raw, { kind: 'definition-cut' });
    table.end();
  }
  const begin = (): void => output.copy(source, { start, end: start + indent.length }, context);
  if (text.text === '') {
    // Nothing is left.
  } else if (table.isOpen()) {
    table.take({ text, indent });
  } else if (isReadable) {
    readParts(text, scope, readIncludeLine(text.text) !== undefined, begin);
  } else if (budget.spend('characters', text.text.length)) {
    begin();
    output.write(text, context);
  }
  output.copy(source, { start: end, end: next }, context);
}

/** Reads a line that a sequence or a definition of several lines gives. */
export function readPendingLine(line: PendingLine, reading: Reading): void {
  const { text, indent, context, file } = line;
  const { output, table, budget } = reading;
  if (!budget.spend('lines', 1) || !budget.spend('characters', indent.length + 1)) return;
  if (table.isOpen()) {
    if (text.text === '') table.end();
    else table.take(line);
  } else if (text.text !== '') {
    readParts(text, { reading, indent, context, file }, false, () => {
      output.startLine();
      output.pad(indent);
    });
  }
}

/** Of UTF-8, at most, for each UTF-16 code unit. */
const bytesPerUnit = 3;

/** Whether keepalived can read a line of this length. */
function checkLength(raw: TracedText, scope: Scope): boolean {
  const bytes = byteLength(raw.text);
  const limit = limits.writtenBytes;
  if (bytes > limit) report(scope, raw, { kind: 'written-line-too-long', bytes, limit });
  return bytes <= limit;
}

/**
 * Cuts the comment off, and says so when a backslash in it counts in older releases.
 * In a definition it is taken to count: that is what its author means by it.
 */
function uncomment(raw: TracedText, scope: Scope): TracedText {
  const { text, backslashInComment: at } = withoutComment(raw);
  if (at === undefined) return text;
  const isDefinition = scope.reading.table.isOpen() || isDefinitionLine(text);
  const backslash = slice(raw, at, at + 1);
  const place = isDefinition ? 'definition' : text.text === '' ? 'comment-line' : 'line';
  report(scope, backslash, { kind: 'backslash-in-comment', place });
  return isDefinition ? join(text, backslash) : text;
}

function isDefinitionLine(text: TracedText): boolean {
  const rest = readCondition(text.text)?.rest;
  return readDefinition(rest === undefined ? text : slice(text, rest)) !== undefined;
}

function withoutCarriageReturns(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text[at - 1] === '\r') at--;
  return at;
}
