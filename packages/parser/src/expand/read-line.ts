import { byteLength } from '../text/byte-length.ts';
import { spend } from './budget.ts';
import { boundsOf, skipBlanks } from './comments.ts';
import { readCondition } from './conditions.ts';
import { endDefinition, readDefinition, takeDefinedLine } from './definitions.ts';
import type { PendingLine, PhysicalLine } from './input.ts';
import { limits } from './limits.ts';
import { beginLine, readParts } from './read-parts.ts';
import { report, type Reading, type Scope } from './scope.ts';
import { join, slice, written, type TracedText } from './traced-text.ts';

/** Reads a line of a file. The expanded text has a line for each, if often an empty one. */
export function readPhysicalLine(line: PhysicalLine, reading: Reading): void {
  const { file, start, end, textEnd } = line;
  const { source, context } = file;
  const { output, table, budget } = reading;
  const isShort = (textEnd - start) * bytesPerUnit <= limits.writtenBytes;
  if (line.isPlain && isShort && !table.open) {
    if (!spend(budget, budget.characters, end - start)) return;
    output.startLine();
    output.copy(source, line, context);
    return;
  }
  const raw = source.text.slice(start, textEnd);
  const indent = raw.slice(0, skipBlanks(raw, 0));
  const scope: Scope = { reading, indent, context, file };
  if (!spend(budget, budget.characters, indent.length + end - textEnd)) return;
  output.startLine();
  const isReadable = isShort || checkLength(raw, line, scope);
  const { text, backslash } = uncomment(raw, line, scope);
  if (text.text === '' && !backslash) {
    if (table.open && raw !== '') {
      report(scope, written(source, start, textEnd), { kind: 'definition-cut' });
    }
    endDefinition(table);
  } else if (table.open) {
    takeDefinedLine(table, text, indent, backslash !== undefined);
  } else {
    readText(backslash ? join(text, backslash) : text, line, scope, isReadable);
  }
  output.copy(source, { start: textEnd, end }, context);
}

function readText(text: TracedText, line: PhysicalLine, scope: Scope, isReadable: boolean): void {
  const { budget, output } = scope.reading;
  if (isReadable) {
    readParts(line, text, scope);
  } else if (spend(budget, budget.characters, text.text.length)) {
    beginLine(line, scope);
    output.write(text, scope.context);
  }
}

/** Reads a line that a sequence or a definition of several lines gives. */
export function readPendingLine(line: PendingLine, reading: Reading): void {
  const { text, indent, context, file } = line;
  const { table, budget } = reading;
  if (!spend(budget, budget.lines, 1)) return;
  if (!spend(budget, budget.characters, indent.length + 1)) return;
  if (table.open) {
    if (text.text === '') endDefinition(table);
    else takeDefinedLine(table, text, indent);
  } else if (text.text !== '') {
    readParts(line, text, { reading, indent, context, file });
  }
}

/** Of UTF-8, at most, for each UTF-16 code unit. */
const bytesPerUnit = 3;

/** Whether keepalived can read a line of this length. */
function checkLength(raw: string, { file, start }: PhysicalLine, scope: Scope): boolean {
  const bytes = byteLength(raw);
  const limit = limits.writtenBytes;
  if (bytes <= limit) return true;
  const place = written(file.source, start, start + raw.length);
  report(scope, place, { kind: 'written-line-too-long', bytes, limit });
  return false;
}

/** A line without its comment, and the backslash that ends it, if one does. */
interface Uncommented {
  readonly text: TracedText;
  readonly backslash: TracedText | undefined;
}

/**
 * Cuts the comment off, and says so when a backslash in it counts in older releases.
 * In a definition it is taken to count: that is what its author means by it.
 */
function uncomment(raw: string, { file, start: from }: PhysicalLine, scope: Scope): Uncommented {
  const { source } = file;
  const { start, end, backslash: own, backslashInComment } = boundsOf(raw);
  const text = written(source, from + start, from + end);
  const at = own ?? backslashInComment;
  if (at === undefined) return { text, backslash: undefined };
  const backslash = written(source, from + at, from + at + 1);
  if (own !== undefined) return { text, backslash };
  const isDefinition = scope.reading.table.open !== undefined || isDefinitionLine(text);
  const place = isDefinition ? 'definition' : text.text === '' ? 'comment-line' : 'line';
  report(scope, backslash, { kind: 'backslash-in-comment', place });
  return { text, backslash: isDefinition ? backslash : undefined };
}

function isDefinitionLine(text: TracedText): boolean {
  const rest = readCondition(text.text)?.rest;
  return readDefinition(rest === undefined ? text : slice(text, rest)) !== undefined;
}
