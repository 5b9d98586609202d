import { readText } from '../disk/read-text.ts';
import type { Entry } from './entry.ts';

/** In bytes: room for some ninety thousand entries. */
export const largestBaseline = 16 * 1024 * 1024;

/** The entries of a baseline, or why it is none; none when the file is not there. */
export type BaselineRead =
  { readonly entries: readonly Entry[] | undefined } | { readonly mistake: string };

/**
 * Reads the file of a baseline. It comes with the project, and is not trusted: any bytes are a baseline, or a
 * mistake.
 */
export function readBaseline(path: string): BaselineRead {
  const read = readText(path, largestBaseline);
  if ('failure' in read) {
    return read.failure === 'missing'
      ? { entries: undefined }
      : { mistake: `cannot read the baseline ${path}: ${read.reason}` };
  }
  const outcome = entriesIn(read.text);
  return typeof outcome === 'string'
    ? { mistake: `cannot use ${path} as the baseline: ${outcome}` }
    : { entries: outcome };
}

/** The entries in the text of a baseline, or what is wrong with it. */
export function entriesIn(text: string): readonly Entry[] | string {
  if (/^(?:<<<<<<<|>>>>>>>) /m.test(text))
    return `it has the marks of a merge conflict; take them out, or ${anew}`;
  if (isNestedDeeply(text)) return foreign;
  const value = parsed(text);
  if (value === undefined) return `it is not JSON; name another file or, if this was one, ${anew}`;
  if (!isObject(value) || value['kind'] !== 'kalint-baseline') return foreign;
  const { version, findings } = value;
  if (version !== 1) return `it is of another version of kalint: its \`version\` is not 1; ${anew}`;
  if (Object.keys(value).length !== 3) return 'it has more than kind, version and findings';
  if (!Array.isArray(findings)) return 'its `findings` are no list';
  const entries: Entry[] = [];
  for (const [index, each] of findings.entries()) {
    const entry = entryFrom(each);
    if (!entry) return `the finding at index ${index} has not what it needs (${shape})`;
    entries.push(entry);
  }
  return entries;
}

const anew = 'remove it, and --update-baseline writes it anew';
const foreign = 'it was not written by kalint --update-baseline';
const shape = 'file, rule, fingerprint, and count from 1, and no more';

function entryFrom(value: unknown): Entry | undefined {
  if (!isObject(value) || Object.keys(value).length !== 4) return undefined;
  const { file, rule, fingerprint, count } = value;
  if (typeof file !== 'string' || file === '') return undefined;
  if (typeof rule !== 'string' || !/^[a-z\d-]{1,100}$/.test(rule)) return undefined;
  if (typeof fingerprint !== 'string' || !/^[\da-f]{32}$/.test(fingerprint)) return undefined;
  if (typeof count !== 'number' || !Number.isInteger(count)) return undefined;
  return count >= 1 && count <= mostAlike ? { file, rule, fingerprint, count } : undefined;
}

/** Of one kind in one file; kalint itself lists ten thousand findings of a file. */
const mostAlike = 1_000_000_000;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Without the error's message, which quotes the file. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Whether a text has more levels than a baseline: JSON.parse makes a gigabyte of a few million brackets. */
function isNestedDeeply(text: string): boolean {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isQuoted) {
      if (character === '\\') at++;
      else if (character === '"') isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === ']' || character === '}') depth--;
    else if ((character === '[' || character === '{') && ++depth > 3) return true;
  }
  return false;
}
