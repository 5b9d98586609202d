import { limits } from './limits.ts';
import type { ProblemFacts } from './problem-list.ts';
import { readReference, type Reference } from './read-reference.ts';
import { imageOf, resolveReference, type PendingLines, type Use } from './resolve-reference.ts';
import { report, type Scope } from './scope.ts';
import { derived, innermost, slice, splice, type Piece, type TracedText } from './traced-text.ts';
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
  /** The further lines of definitions of several lines, in the order in which they were met. */
  readonly pending: readonly PendingLines[];
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
  const done = createPrefix();
  const left: LeftReference[] = [];
  const pending: PendingLines[] = [];
  let rest = line;
  let bytes = byteLength(line.text);
  let replacements = 0;
  let refused = false;
  for (let at = rest.text.indexOf('$'); at !== -1; at = rest.text.indexOf('$')) {
    rest = done.take(rest, at);
    const reference = readReference(rest.text, 0);
    if (!reference) {
      rest = done.take(rest, 1);
      continue;
    }
    const use: Use = { reference, line: rest, quoted: done.endsInQuotes() };
    refused ||= !scope.reading.budget.spend('references', 1);
    const resolution = refused ? undefined : resolveReference(use, scope);
    let why = resolution?.kind === 'left' ? resolution.why : undefined;
    if (resolution?.kind === 'value') {
      const { value } = resolution;
      const grown = bytes + byteLength(value.text) - reference.end;
      why = refusalOf(reference, grown, mostBytes, replacements);
      if (!why) {
        rest = splice(rest, reference, value);
        bytes = grown;
        replacements++;
        if (resolution.pending) pending.push(resolution.pending);
        if (value.text.includes('~') && /^[ \t]*~/.test(value.text)) break;
        continue;
      }
      refused = true;
    }
    left.push({ distance: rest.text.length, use, why });
    rest = done.take(rest, 1);
  }
  done.take(rest, rest.text.length);
  return refused
    ? { line: done.traced(), changed: false, left, pending: [] }
    : { line: done.traced(), changed: replacements > 0, left, pending };
}

/** The part of a line that is done with. */
interface Prefix {
  /** Adds the beginning of a text, up to `end`, and gives what is behind it. */
  readonly take: (text: TracedText, end: number) => TracedText;
  readonly endsInQuotes: () => boolean;
  readonly traced: () => TracedText;
}

function createPrefix(): Prefix {
  const pieces: Piece[] = [];
  let text = '';
  let quoted = false;
  return {
    take: (line, end) => {
      if (end === 0) return line;
      const part = slice(line, 0, end);
      for (const piece of part.pieces) pieces.push(piece);
      text += part.text;
      for (let at = part.text.indexOf('"'); at !== -1; at = part.text.indexOf('"', at + 1)) {
        quoted = !quoted;
      }
      return slice(line, end);
    },
    endsInQuotes: () => quoted,
    traced: () => ({ text, pieces }),
  };
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
  const done = createPrefix();
  let rest = line;
  for (const { distance, use } of left) {
    const { reference, quoted } = use;
    const image = imageOf(use);
    const place = innermost(image);
    if (!reference.braces || quoted || !place) continue;
    rest = done.take(rest, rest.text.length + behind - distance);
    const bare = derived(`$${reference.name}`, place, image.pieces[0]?.within);
    done.take(bare, bare.text.length);
    rest = slice(rest, image.text.length);
  }
  done.take(rest, rest.text.length);
  return done.traced();
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
