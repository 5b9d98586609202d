import type { Location } from '../text/source-file.ts';
import { skipBlanksBack } from './comments.ts';
import { innermost, nothing, slice, type TracedText } from './traced-text.ts';

/** `$NAME=value`. The value is looked into when it is used, not before. */
export interface Definition {
  readonly name: string;
  /** At least one; more than one only when `multiline`. */
  readonly lines: readonly DefinedLine[];
  /** Written with a backslash at the end of its first line. */
  readonly multiline: boolean;
  readonly location: Location | undefined;
}

export interface DefinedLine {
  readonly text: TracedText;
  /** The blanks before it where it was written. */
  readonly indent: string;
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

/** A definition of one line. */
export function define(name: string, value: TracedText): Definition {
  return {
    name,
    lines: [{ text: value, indent: '' }],
    multiline: false,
    location: innermost(value),
  };
}

/** Begins a definition of several lines. */
function openDefinition(line: TracedText, { name, value }: DefinitionLine): OpenDefinition {
  const lines = value.text === '' ? [] : [{ text: value, indent: '' }];
  return { name, lines, location: innermost(line) };
}

/** The definition so far. One that stayed empty has one empty line after all. */
function closeDefinition({ name, lines, location }: OpenDefinition): Definition {
  if (lines.length === 0) return { ...define(name, nothing), location };
  return { name, lines, multiline: true, location };
}

function withoutBackslash(line: TracedText): TracedText {
  return slice(line, 0, skipBlanksBack(line.text, line.text.length - 1));
}

/** The definitions so far. */
export interface DefinitionTable {
  readonly known: ReadonlyMap<string, Definition>;
  /** Where the names were defined that are defined for other ids only. */
  readonly ofOthers: ReadonlyMap<string, Location>;
  readonly set: (definition: Definition) => void;
  /** Whether the lines that follow belong to a definition. */
  readonly isOpen: () => boolean;
  /** A line that defines something. */
  readonly begin: (line: TracedText, definition: DefinitionLine) => void;
  /** A line that would define something under another id. */
  readonly skip: (line: TracedText, definition: DefinitionLine) => void;
  /** A further line of the definition that is open. */
  readonly take: (line: DefinedLine) => void;
  /** Ends the definition that is open without a further line. */
  readonly end: () => void;
}

export function createDefinitionTable(): DefinitionTable {
  const known = new Map<string, Definition>();
  const ofOthers = new Map<string, Location>();
  let open: OpenDefinition | undefined;
  const set = (definition: Definition): void => {
    open = undefined;
    known.set(definition.name, definition);
  };
  return {
    known,
    ofOthers,
    set,
    skip: (line, { name }) => {
      const location = innermost(line);
      if (location) ofOthers.set(name, location);
    },
    isOpen: () => open !== undefined,
    begin: (line, definition) => {
      const { name, value, goesOn } = definition;
      if (goesOn) open = openDefinition(line, definition);
      else set({ ...define(name, value), location: innermost(line) });
    },
    take: (line) => {
      if (!open) return;
      if (!line.text.text.endsWith('\\')) {
        open.lines.push(line);
        set(closeDefinition(open));
        return;
      }
      // Lines with nothing but the backslash are dropped (lib/parser.c, read_line).
      const text = withoutBackslash(line.text);
      if (text.text !== '') open.lines.push({ text, indent: line.indent });
    },
    end: () => {
      if (open) set(closeDefinition(open));
    },
  };
}
