import {
  language,
  placementsOf,
  type Keywords,
  type KeywordSchema,
  type ValueSchema,
} from '@kalint/parser';
import { editDistance } from '../suggest/nearest.ts';

/** What a word has to do with secrets; `onlyFirst`: only where a line, or a block, begins. */
export type Role =
  /** A keyword: what stands behind its first `length` characters is secret. */
  | { readonly kind: 'secret'; readonly length: number; readonly onlyFirst: boolean }
  /** Opens a block in which secrets stand. */
  | { readonly kind: 'block'; readonly onlyFirst: boolean }
  /** A keyword beside the secret ones; what follows is shown if it is such a value. */
  | { readonly kind: 'harmless'; readonly value: ValueSchema; readonly onlyInBlock: boolean }
  /** A keyword that has nothing to do with secrets. */
  | { readonly kind: 'keyword' }
  | { readonly kind: 'other' };

const knownRoles = new Map<string, Role>();

/** So many are remembered: keywords come in every file. Each may keep the text of its file in memory. */
const mostKnown = 1000;

/** Says what a word has to do with secrets, however it is spelt. */
export function roleOf(word: string): Role {
  // Numbers and addresses are many, and would drive out what is remembered.
  if (!mayBeName.test(word)) return other;
  const known = knownRoles.get(word);
  if (known) return known;
  if (knownRoles.size >= mostKnown) knownRoles.clear();
  const role = findRole(word);
  knownRoles.set(word, role);
  return role;
}

const other: Role = { kind: 'other' };
const plainKeyword: Role = { kind: 'keyword' };

/** No keyword has fewer than three letters, and none that is so short may have more than one wrong. */
const mayBeName = /[a-z][^]*[a-z]/i;

/** Whether a value is one that a keyword allows, and so no secret that has gone astray. */
export function isHarmless(value: ValueSchema, word: string): boolean {
  if (/^[=:;,]+$/.test(word)) return true;
  if (value.type === 'integer') return /^\d{1,5}$/.test(word);
  return (
    value.type === 'enum' &&
    value.values.some((each) => sameLetters(each, word.replace(/[;,]+$/, '')))
  );
}

function findRole(word: string): Role {
  const { passwords, keywords, blocks, harmless, all } = vocabulary();
  // No other keyword is spelt nearly like one of these (test: "no other keyword has to do with secrets").
  if (!all.has(word) && placementsOf(word).length > 0) return plainKeyword;
  const secret = passwordRole(word, passwords, keywords);
  if (secret) return secret;
  const name = withoutMarks(word);
  for (const { keyword, value } of harmless) {
    if (isNear(name, keyword)) return { kind: 'harmless', value, onlyInBlock: isShort(keyword) };
  }
  const block = blocks.find((each) => (isShort(each) ? each === word : isNear(name, each)));
  if (block) return { kind: 'block', onlyFirst: isShort(block) };
  // Nothing else of the language begins like this.
  const stem = /^auth[_-]/i.exec(name)?.[0];
  if (stem) return secretFrom(word.indexOf(stem) + stem.length);
  if (/^auth(?:n|enticat\w*)?$/i.test(name)) return { kind: 'block', onlyFirst: true };
  return other;
}

/** The name within `auth_pass` and the like, for when a blank or the right letters are missing. */
const passwordWithin = /auth[_-]?pass(?:word|wd|phrase)?|password|passwd|passphrase/i;
const longestName = 'auth_passphrase'.length;
const passwordAtEnd = /(?:pass|pwd|pw|secret)$/i;

/** The directory of the file, as the preprocessor calls it. */
const workingDirectory = /^\$?_PWD$/;

function passwordRole(
  word: string,
  passwords: readonly string[],
  keywords: readonly string[],
): Role | undefined {
  const separator = word.search(/[=:]/);
  const name = withoutMarks(separator === -1 ? word : word.slice(0, separator));
  const length = separator === -1 ? word.length : separator + 1;
  const meant = passwords.find((each) => isNear(name, each));
  if (meant) return { kind: 'secret', length, onlyFirst: isShort(meant) };
  const within = passwordWithin.exec(word);
  if (within) {
    const isGlued = /[a-z0-9]$/i.test(word.slice(0, within.index));
    return secretFrom(isGlued ? 0 : within.index + within[0].length);
  }
  const beginning = keywords.find(
    (each) => !isShort(each) && isNear(word.slice(0, each.length), each),
  );
  if (beginning) return secretFrom(beginning.length - 2);
  if (!passwordAtEnd.test(name) || workingDirectory.test(word)) return undefined;
  // What makes it longer than any name may belong to the line before.
  return secretFrom(name.length > longestName ? 0 : length);
}

function secretFrom(length: number): Role {
  return { kind: 'secret', length, onlyFirst: false };
}

/** Without what may stand before a name: `$`, `-`. */
function withoutMarks(word: string): string {
  return /^[a-z]/i.test(word) ? word : word.replace(/^[^a-z]+/i, '');
}

/** A short word is everywhere: it counts only where its keyword stands. */
function isShort(keyword: string): boolean {
  return keyword.length < 8;
}

function isNear(word: string, keyword: string): boolean {
  const limit = Math.max(1, Math.floor(keyword.length / 4));
  if (Math.abs(word.length - keyword.length) > limit) return false;
  return editDistance(word.toLowerCase(), keyword.toLowerCase(), limit) <= limit;
}

function sameLetters(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

interface Vocabulary {
  /** `auth_pass`, `key`, `password` */
  readonly keywords: readonly string[];
  /** Those, and what they are called by mistake. */
  readonly passwords: readonly string[];
  /** Those that hold them: `authentication`, `auth_hmac`, `SSL` */
  readonly blocks: readonly string[];
  /** The other keywords of these blocks: `auth_type`, `active_key`, ... */
  readonly harmless: readonly { readonly keyword: string; readonly value: ValueSchema }[];
  /** All of these. */
  readonly all: ReadonlySet<string>;
}

let words: Vocabulary | undefined;

/** What the keyword table marks as secret, and what stands beside it. */
function vocabulary(): Vocabulary {
  words ??= collectVocabulary();
  return words;
}

function collectVocabulary(): Vocabulary {
  const keywords = new Set<string>();
  const blocks = new Set<string>();
  const harmless = new Map<string, KeywordSchema>();
  const collect = (block: string, content: Keywords): void => {
    const entries = Object.entries(content);
    const hasSecret = entries.some(([, schema]) => schema.secret);
    if (hasSecret) blocks.add(block);
    for (const [word, schema] of entries) {
      if (schema.secret) keywords.add(word);
      else if (hasSecret) harmless.set(word, schema);
      if (schema.keywords) collect(word, schema.keywords);
    }
  };
  collect('', language);
  const all = new Set([...keywords, ...blocks, ...harmless.keys()]);
  return {
    keywords: [...keywords],
    passwords: [...keywords, 'auth_password'],
    blocks: [...blocks],
    harmless: Array.from(harmless, ([keyword, { value }]) => ({ keyword, value })),
    all,
  };
}
