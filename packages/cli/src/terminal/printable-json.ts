import { invisible } from './visible.ts';

/*
 * JSON that no terminal obeys. Outside of strings JSON is plain ASCII, so what is escaped here stands in
 * a string. JSON leaves these characters as they are; a terminal, or JavaScript of old, does not.
 */

/** A value as JSON, two blanks for each level. */
export function printableJson(value: object): string {
  return withEscapes(`${JSON.stringify(value, null, 2)}\n`);
}

/** So many things of a list are made and written at once: a fleet's take some 250 kB then. */
const mostAtOnce = 256;

/**
 * The same, in pieces, of a value with a list of things that take far more room when they are written than before.
 * The report of a fleet was a text of 92 MB, and while it was made, checked and changed to bytes it was there three
 * times.
 *
 * @param frame the value, with the list empty
 * @param name what the list is called, and nothing that stands before it
 */
export function printableJsonOf<Thing>(
  frame: object,
  name: string,
  things: readonly Thing[],
  written: (thing: Thing) => object,
): readonly string[] {
  const json = printableJson(frame);
  if (things.length === 0) return [json];
  const start = `${JSON.stringify(name)}: [`;
  const at = json.indexOf(`${start}]`) + start.length;
  const pieces = [json.slice(0, at)];
  for (let first = 0; first < things.length; first += mostAtOnce) {
    const some = things.slice(first, first + mostAtOnce).map(written);
    const list = JSON.stringify({ [name]: some }, null, 2);
    const members = list.slice(list.indexOf('[') + 1, list.lastIndexOf('\n  ]'));
    pieces.push(withEscapes(first === 0 ? members : `,${members}`));
  }
  return [...pieces, `\n  ${json.slice(at)}`];
}

/**
 * A value as JSON with what holds only numbers on one line, such as the ranges of which a syntax tree is full:
 * they would take fourteen each.
 */
export function denseJson(value: object): string {
  const pieces: string[] = [];
  writeValue(value, '\n', (piece) => void pieces.push(piece));
  return `${pieces.join('')}\n`;
}

type Write = (piece: string) => void;

function writeValue(value: unknown, newline: string, write: Write): void {
  if (typeof value !== 'object' || value === null) {
    write(withEscapes(JSON.stringify(value)));
  } else if (Array.isArray(value)) {
    writeMembers(
      '[]',
      value.map((each: unknown) => ['', each]),
      newline,
      write,
    );
  } else if (isNumeric(value)) {
    write(JSON.stringify(value).replace(/[{:,]/g, '$& ').replaceAll('}', ' }'));
  } else {
    const members = Object.entries<unknown>({ ...value });
    const named = members.map(([name, each]) => [`${JSON.stringify(name)}: `, each] as const);
    writeMembers('{}', named, newline, write);
  }
}

function writeMembers(
  brackets: '[]' | '{}',
  members: readonly (readonly [label: string, value: unknown])[],
  newline: string,
  write: Write,
): void {
  if (members.length === 0) return write(brackets);
  const inner = `${newline}  `;
  write(brackets.charAt(0));
  for (const [index, [label, value]] of members.entries()) {
    write(`${index > 0 ? ',' : ''}${inner}${label}`);
    writeValue(value, inner, write);
  }
  write(newline + brackets.charAt(1));
}

/** Whether a value is a number, or an object of such values. */
function isNumeric(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value === 'number';
  const members = Object.values(value);
  return !Array.isArray(value) && members.length > 0 && members.every(isNumeric);
}

/** What may be harmful: line ends stand outside of strings, and a report of a fleet has millions. */
const unusual = /[^\n -~]+/g;

function withEscapes(json: string): string {
  // Nearly always there is nothing, and a report of a fleet is too large to be made twice.
  if (!holdsHarmful(json)) return json;
  const each = invisible('g');
  return json.replace(unusual, (letters) =>
    letters.replace(each, (character) => character.split('').map(escaped).join('')),
  );
}

function holdsHarmful(json: string): boolean {
  unusual.lastIndex = 0;
  for (let match = unusual.exec(json); match; match = unusual.exec(json)) {
    harmful ??= invisible('');
    if (harmful.test(match[0])) return true;
  }
  return false;
}

let harmful: RegExp | undefined;

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
