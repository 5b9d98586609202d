import { nearest } from '../../suggest/nearest.ts';
import { parseDuration } from './duration.ts';
import { didYouMean, quoted } from '../model/read-fault.ts';

/*
 * What must hold of a cluster, as people write it:
 *
 *   healthy: lb1                              while nothing is broken, lb1 is master
 *   healthy VI_1: lb1                         of this virtual router
 *   when lb1:script:chk -> lb2 within 5s      and after five seconds at most
 *   when lb1:down, lb2:interface:eth0 -> lb3  both, in whatever order they come
 *   VI_1: when lb1:down -> lb2 or lb3
 *   after repair of lb1:down -> lb1
 *   never no-master with 1 fault
 *   never split-brain
 *
 * Blanks and commas end a word. Between double quotes they do not, and no word there is a keyword; `\"` and
 * `\\` stand for a quote and a backslash. A quoted part may be a part of a word: lb1:script:"my check".
 */

/** Something that must hold of a cluster. */
export type Expectation = {
  /** As it is written. */
  readonly text: string;
  /** The virtual router, by its id; undefined: each one. */
  readonly router: Term | undefined;
} & (
  | { readonly kind: 'healthy'; readonly holders: Holders }
  | {
      /** `after`: when the faults have been there and are gone again. */
      readonly kind: 'when' | 'after';
      /** As `parseFault` reads them; one to `mostFaults`. */
      readonly faults: readonly Term[];
      readonly holders: Holders;
      /** Seconds that it may take at most. */
      readonly within: number | undefined;
    }
  | {
      readonly kind: 'never';
      readonly verdict: (typeof badVerdicts)[number];
      /** So many faults at once, 1 to `mostFaults`; undefined: as many as are examined anyway. */
      readonly faults: number | undefined;
    }
);

/** A name or a fault, and the column (from 1) at which it is written. */
export interface Term {
  readonly text: string;
  readonly column: number;
}

/** Nodes of which one is master, and no other one. */
export type Holders = readonly Term[];

/** Why an expectation cannot be understood. */
export interface ExpectationMistake {
  readonly message: string;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** What can be ruled out. */
export const badVerdicts = ['no-master', 'split-brain', 'undecided'] as const;

/** As many faults can be named, or counted, in one expectation. */
export const mostFaults = 4;

/** Reads an expectation. Whether the nodes and faults exist is asked by `checkExpectations`. */
export function parseExpectation(text: string): Expectation | ExpectationMistake {
  try {
    return readExpectation(text, createWords(text));
  } catch (error) {
    if (error instanceof Misread) return { message: error.message, column: error.column };
    throw error;
  }
}

/** Ends the reading of an expectation at its first mistake. */
class Misread extends Error {
  readonly column: number;
  constructor(message: string, column: number) {
    super(message);
    this.column = column;
  }
}

interface Word extends Term {
  /** As it is written, with its quotes. */
  readonly raw: string;
}

/** The words of an expectation, read from the left. */
interface Words {
  /** The next one, which stays there; undefined at the end. */
  readonly peek: () => Word | undefined;
  /** The next one; `expected` says what should stand there. */
  readonly take: (expected: string) => Word;
  /** Takes the next word if it is this keyword. */
  readonly takeIf: (keyword: string) => boolean;
  /** Takes a word that must be one of these keywords. */
  readonly takeOneOf: <T extends string>(keywords: readonly T[], expected: string) => T;
}

function readExpectation(text: string, words: Words): Expectation {
  const router = takeRouter(words);
  const meant = router && !isKind(words.peek()) ? nearest(router.text, kinds) : [];
  if (router && meant.length > 0) {
    const problem = `${quoted(router.text)} begins no expectation`;
    throw new Misread(`${problem}; ${didYouMean(meant)}`, router.column);
  }
  const kind = words.takeOneOf(kinds, 'an expectation');
  switch (kind) {
    case 'healthy':
    case 'healthy:': {
      const own = kind === 'healthy' ? takeRouter(words) : undefined;
      const { column } = words.peek() ?? endOf(text);
      if (kind === 'healthy' && !own)
        throw new Misread('a colon should stand before the node: `healthy: lb1`', column);
      if (router && own) throw new Misread('the virtual router is named twice', own.column);
      const holders = takeHolders(words);
      return ended(words, { text, router: router ?? own, kind: 'healthy', holders });
    }
    case 'when':
    case 'after': {
      if (kind === 'after') {
        words.takeOneOf(['repair'], '`repair of`');
        words.takeOneOf(['of'], '`of`');
      }
      const faults = takeFaults(words);
      const holders = takeHolders(words);
      const within = words.takeIf('within') ? takeDuration(words) : undefined;
      return ended(words, { text, router, kind, faults, holders, within });
    }
    case 'never': {
      const verdict = words.takeOneOf(badVerdicts, badVerdicts.join(' or '));
      const faults = words.takeIf('with') ? takeCount(words) : undefined;
      return ended(words, { text, router, kind, verdict, faults });
    }
  }
}

const kinds = ['healthy', 'when', 'after', 'never', 'healthy:'] as const;

function isKind(word: Word | undefined): boolean {
  return kinds.some((kind) => kind === word?.raw);
}

/** `VI_1:`, but not `healthy:`. */
function takeRouter(words: Words): Term | undefined {
  const word = words.peek();
  if (!word || !word.raw.endsWith(':') || word.raw === 'healthy:') return undefined;
  const { column, text } = words.take('a virtual router');
  if (text === ':') throw new Misread('the name of the virtual router is missing', column);
  return { column, text: text.slice(0, -1) };
}

function takeFaults(words: Words): readonly Term[] {
  const faults: Term[] = [];
  do {
    const fault = words.take('a fault, such as lb1:down');
    if (fault.raw === '->' || fault.raw === ',')
      throw new Misread('a fault is missing here, such as lb1:down', fault.column);
    if (faults.length === mostFaults)
      throw new Misread(`more than ${mostFaults} faults are not looked at`, fault.column);
    faults.push(termOf(fault));
  } while (words.takeIf(','));
  words.takeOneOf(['->'], '`->` and a node');
  return faults;
}

function takeHolders(words: Words): Holders {
  const holders: Term[] = [];
  do {
    const holder = words.take('a node');
    if (['->', ',', 'or', 'within'].includes(holder.raw))
      throw new Misread('a node is missing here', holder.column);
    holders.push(termOf(holder));
  } while (words.takeIf('or'));
  return holders;
}

function takeDuration(words: Words): number {
  const word = words.take('a time, such as 5s');
  const seconds = parseDuration(word.raw);
  if (seconds === undefined)
    throw new Misread(`${quoted(word.raw)} is no time; write 5s, 500ms or 1m30s`, word.column);
  return seconds;
}

function takeCount(words: Words): number {
  const word = words.take('a number of faults');
  const count = /^\d{1,3}$/.test(word.raw) ? Number(word.raw) : 0;
  if (count < 1 || count > mostFaults)
    throw new Misread(`it should be a number from 1 to ${mostFaults}`, word.column);
  words.takeOneOf(['fault', 'faults'], '`fault` or `faults`');
  return count;
}

function ended(words: Words, expectation: Expectation): Expectation {
  const word = words.peek();
  if (!word) return expectation;
  throw new Misread(`${quoted(word.raw)} is too much here`, word.column);
}

function termOf({ text, column }: Word): Term {
  return { text, column };
}

function endOf(text: string): Pick<Term, 'column'> {
  return { column: text.trimEnd().length + 1 };
}

function createWords(text: string): Words {
  const words = wordsIn(text);
  let next = 0;
  const take = (expected: string): Word => {
    const word = words[next];
    if (!word) throw new Misread(`${expected} should stand here`, endOf(text).column);
    next++;
    return word;
  };
  return {
    peek: () => words[next],
    take,
    takeIf: (keyword) => {
      if (words[next]?.raw !== keyword) return false;
      next++;
      return true;
    },
    takeOneOf: (keywords, expected) => {
      const { raw, column } = take(expected);
      const keyword = keywords.find((each) => each === raw);
      if (keyword !== undefined) return keyword;
      const meant = nearest(raw, keywords);
      const problem = `${quoted(raw)} stands where ${expected} should begin`;
      throw new Misread(meant.length > 0 ? `${problem}; ${didYouMean(meant)}` : problem, column);
    },
  };
}

function wordsIn(text: string): readonly Word[] {
  return Array.from(
    text.matchAll(/(?<word>,|(?:"(?:[^"\\]|\\[^])*"|[^\s,"])+)|\S/g),
    ({ 0: raw, index, groups }) => {
      if (groups?.['word'] === undefined) throw new Misread('this quote has no end', index + 1);
      return { raw, column: index + 1, text: unquoted(raw) };
    },
  );
}

function unquoted(raw: string): string {
  return raw.replace(/"((?:[^"\\]|\\[^])*)"/g, (_, inner: string) =>
    inner.replace(/\\([^])/g, '$1'),
  );
}

/** A name as it must be written in an expectation so that it is read as one word. */
export function quoteTerm(name: string): string {
  return /[\s,"]|^(?:->|or|within|)$|:$/.test(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : name;
}
