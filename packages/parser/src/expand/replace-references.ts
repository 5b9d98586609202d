import { spend } from './budget.ts';
import type { Step } from './definitions.ts';
import { limits } from './limits.ts';
import type { ProblemFacts } from './problem-list.ts';
import { readReference, type Reference } from './read-reference.ts';
import { imageOf, resolveReference, type Use } from './resolve-reference.ts';
import { report, type Scope } from './scope.ts';
import {
  addPart,
  derived,
  innermost,
  join,
  slice,
  type Piece,
  type TracedText,
} from './traced-text.ts';
import { byteLength } from '../text/byte-length.ts';

/** A reference that stays in the line. */
export interface LeftReference {
  /** How far it is from its beginning to the end of the line. */
  readonly distance: number;
  readonly use: Use;
  /** Undefined when the reason is told already. */
  readonly why: ProblemFacts | undefined;
}

interface Replaced {
  readonly line: TracedText;
  /** Whether the line is to be read once more. Not when it has grown too long on the way. */
  readonly changed: boolean;
  /** In the order of the line. */
  readonly left: readonly LeftReference[];
  /** The steps to definitions of several lines, in the order in which they were met. */
  readonly pending: readonly Step[];
}

/**
 * Puts definitions in for references, from left to right, and again in what was put in: lib/parser.c,
 * replace_param(). It stops behind a value that begins with `~`, and once the line is too long.
 */
export function replaceReferences(
  line: TracedText,
  scope: Scope,
  mostBytes: number = limits.lineBytes,
): Replaced {
  const { budget } = scope.reading;
  const done: Done = { text: '', pieces: [], quoted: false };
  const left: LeftReference[] = [];
  const pending: Step[] = [];
  let rest = line;
  /** What stands before it in the rest is done. */
  let from = 0;
  let bytes = byteLength(line.text);
  let replacements = 0;
  let refused = false;
  for (let at = rest.text.indexOf('$'); at !== -1; at = rest.text.indexOf('$', from)) {
    take(done, rest, from, at);
    from = at;
    const reference = readReference(rest.text, at);
    if (!reference) {
      take(done, rest, from, ++from);
      continue;
    }
    const use: Use = { reference, line: rest, quoted: done.quoted };
    refused ||= !spend(budget, budget.references, 1);
    const resolution = refused ? undefined : resolveReference(use, scope);
    let why = resolution?.kind === 'left' ? resolution.why : undefined;
    if (resolution?.kind === 'value') {
      const { value, step } = resolution;
      const grown = bytes + byteLength(value.text) - (reference.end - at);
      why = refusalOf(reference, grown, mostBytes, replacements);
      if (!why) {
        bytes = grown;
        replacements++;
        if (step) pending.push(step);
        if (value.text.includes('$')) {
          // Perhaps a reference begins in the value and ends behind it.
          rest = join(value, slice(rest, reference.end));
          from = 0;
        } else {
          take(done, value, 0, value.text.length);
          from = reference.end;
        }
        if (beginsSequence(value.text)) break;
        continue;
      }
      refused = true;
    }
    left.push({ distance: rest.text.length - at, use, why });
    take(done, rest, from, ++from);
  }
  take(done, rest, from, rest.text.length);
  const replaced = { text: done.text, pieces: done.pieces };
  return refused
    ? { line: replaced, changed: false, left, pending: [] }
    : { line: replaced, changed: replacements > 0, left, pending };
}

function beginsSequence(text: string): boolean {
  return text.includes('~') && /^[ \t]*~/.test(text);
}

/** The part of a line that is done with. */
interface Done {
  text: string;
  readonly pieces: Piece[];
  /** Whether it ends between two quotes. */
  quoted: boolean;
}

/** Adds a part of a text. */
function take(done: Done, { text, pieces }: TracedText, from: number, to: number): void {
  if (from >= to) return;
  const part = text.slice(from, to);
  done.text += part;
  addPart(done.pieces, pieces, from, to);
  for (let at = part.indexOf('"'); at !== -1; at = part.indexOf('"', at + 1)) {
    done.quoted = !done.quoted;
  }
}

/** The problems of references that stay. */
export function reportLeft(left: readonly LeftReference[], scope: Scope): void {
  for (const { use, why } of left) if (why) report(scope, imageOf(use), why);
}

/**
 * The line with each `${NAME}` that stays as `$NAME`, except in quotes: the mistake is reported, and a
 * block that nobody meant would only hide what else there is to say.
 *
 * @param behind the length of what follows the line, which the references were told from
 */
export function withoutBraces(
  line: TracedText,
  left: readonly LeftReference[],
  behind: number,
): TracedText {
  if (!left.some(({ use }) => use.reference.braces && !use.quoted)) return line;
  const done: Done = { text: '', pieces: [], quoted: false };
  let from = 0;
  for (const { distance, use } of left) {
    const { reference, quoted } = use;
    const image = imageOf(use);
    const place = innermost(image);
    if (!reference.braces || quoted || !place) continue;
    const start = line.text.length + behind - distance;
    take(done, line, from, start);
    const bare = derived(`$${reference.name}`, place, image.pieces[0]?.within);
    take(done, bare, 0, bare.text.length);
    from = start + image.text.length;
  }
  take(done, line, from, line.text.length);
  return { text: done.text, pieces: done.pieces };
}

/** Why the value may not be put in. */
function refusalOf(
  reference: Reference,
  bytes: number,
  mostBytes: number,
  replacements: number,
): ProblemFacts | undefined {
  if (bytes > mostBytes) return tooLong(reference, 'bytes', mostBytes);
  const limit = limits.lineReplacements;
  return replacements < limit ? undefined : tooLong(reference, 'replacements', limit);
}

function tooLong({ name }: Reference, of: 'bytes' | 'replacements', limit: number): ProblemFacts {
  return { kind: 'line-too-long', name, of, limit };
}
