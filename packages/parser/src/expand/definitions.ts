import type { Location } from '../text/source-file.ts';
import { skipBlanksBack } from './comments.ts';
import { innermost, nothing, slice, type TracedText, type Trail } from './traced-text.ts';

/** `$NAME=value`. The value is looked into when it is used, not before. */
export interface Definition {
  readonly name: string;
  /** The first line. */
  readonly value: TracedText;
  /** The other lines; there are some only when `multiline`. */
  readonly others: readonly DefinedLine[];
  /** Written with a backslash at the end of its first line. */
  readonly multiline: boolean;
  readonly location: Location | undefined;
  /** The last steps that led to it, the latest first. */
  readonly steps: Step[];
}

export interface DefinedLine {
  readonly text: TracedText;
  /** The blanks before it where it was written. */
  readonly indent: string;
}

/** The step from a reference to its definition, and what it leads to. */
export interface Step {
  readonly trail: Trail;
  readonly definition: Definition;
  /** What the reference stands for: the first line of the definition. */
  readonly value: TracedText;
  /** The other lines, as far as somebody has asked for them. */
  readonly others: (TracedText | undefined)[];
}

/** A definition whose last line is not read yet. */
interface OpenDefinition {
  readonly name: string;
  readonly lines: DefinedLine[];
  readonly location: Location | undefined;
}

/** The beginning of a definition: lib/parser.c, check_definition(). */
interface DefinitionLine {
  readonly name: string;
  readonly value: TracedText;
  readonly goesOn: boolean;
}

const definitionHead = /^\$([A-Za-z_][A-Za-z0-9_]*)=[ \t]*/;
const almostDefinitionHead = /^\$([A-Za-z_][A-Za-z0-9_]*)[ \t]+=/;

export function readDefinition(line: TracedText): DefinitionLine | undefined {
  if (!line.text.startsWith('$')) return undefined;
  const [head, name] = definitionHead.exec(line.text) ?? [];
  if (head === undefined || name === undefined) return undefined;
  const value = slice(line, head.length);
  const goesOn = value.text.endsWith('\\');
  return { name, value: goesOn ? withoutBackslash(value) : value, goesOn };
}

/** The name in `$NAME =value`, which keepalived does not take for a definition. */
export function readAlmostDefinition({ text }: TracedText): string | undefined {
  return text.startsWith('$') ? almostDefinitionHead.exec(text)?.[1] : undefined;
}

const none: readonly DefinedLine[] = [];

/** A definition of one line. */
export function define(name: string, value: TracedText, line = value): Definition {
  return { name, value, others: none, multiline: false, location: innermost(line), steps: [] };
}

/** Begins a definition of several lines. */
function openDefinition(line: TracedText, { name, value }: DefinitionLine): OpenDefinition {
  const lines = value.text === '' ? [] : [{ text: value, indent: '' }];
  return { name, lines, location: innermost(line) };
}

/** The definition so far. One that stayed empty has one empty line after all. */
function closeDefinition({ name, lines, location }: OpenDefinition): Definition {
  const [first, ...others] = lines;
  if (!first) return { ...define(name, nothing), location };
  return { name, value: first.text, others, multiline: true, location, steps: [] };
}

function withoutBackslash(line: TracedText): TracedText {
  return slice(line, 0, skipBlanksBack(line.text, line.text.length - 1));
}

/** The definitions so far. */
export interface DefinitionTable {
  readonly known: Map<string, Definition>;
  /** Where the names were defined that are defined for other ids only. */
  readonly ofOthers: Map<string, Location>;
  /** The definition that the lines that follow belong to. */
  open: OpenDefinition | undefined;
}

export function createDefinitionTable(): DefinitionTable {
  return { known: new Map(), ofOthers: new Map(), open: undefined };
}

export function setDefinition(table: DefinitionTable, definition: Definition): void {
  table.open = undefined;
  table.known.set(definition.name, definition);
}

/** A line that defines something. */
export function beginDefinition(
  table: DefinitionTable,
  line: TracedText,
  definition: DefinitionLine,
): void {
  const { name, value, goesOn } = definition;
  if (goesOn) table.open = openDefinition(line, definition);
  else setDefinition(table, define(name, value, line));
}

/** A line that would define something under another id. */
export function skipDefinition(
  { ofOthers }: DefinitionTable,
  line: TracedText,
  { name }: DefinitionLine,
): void {
  const location = innermost(line);
  if (location) ofOthers.set(name, location);
}

/**
 * A further line of the definition that is open.
 *
 * @param isContinued whether there is a backslash behind the text, unless the text itself ends with one
 */
export function takeDefinedLine(
  table: DefinitionTable,
  text: TracedText,
  indent: string,
  isContinued = false,
): void {
  const { open } = table;
  if (!open) return;
  if (!isContinued && !text.text.endsWith('\\')) {
    open.lines.push({ text, indent });
    setDefinition(table, closeDefinition(open));
    return;
  }
  // Lines with nothing but the backslash are dropped (lib/parser.c, read_line).
  const rest = isContinued ? text : withoutBackslash(text);
  if (rest.text !== '') open.lines.push({ text: rest, indent });
}

/** Ends the definition that is open without a further line. */
export function endDefinition(table: DefinitionTable): void {
  if (table.open) setDefinition(table, closeDefinition(table.open));
}
