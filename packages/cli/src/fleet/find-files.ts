import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { isBelow } from '../disk/include-roots.ts';
import { counted } from '../counted.ts';
import { realPath, statsOf } from '../disk/real-path.ts';
import { describeSystemError, isSystemError } from '../system-error.ts';
import { ignoredBy, type Ignored } from './ignored.ts';
import { pathPattern, type PathPattern } from './path-pattern.ts';
import { folderOfPattern, looksLikePattern } from '../disk/looks-like-pattern.ts';
import { recognise } from './recognise.ts';

/** A file that a word of the command line stands for. */
export interface FoundFile {
  /** As reports call it: the word itself, or the word's folder and what is below it, with `/`. */
  readonly path: string;
  /** Somebody has named it; else it was found in a folder or by a pattern. */
  readonly isNamed: boolean;
}

/** What the words of a command line stand for. */
export interface FilesFound {
  /** Each once, in the order of the words; those of one word sorted. */
  readonly files: readonly FoundFile[];
  /** Why a word leads to nothing. */
  readonly failures: readonly string[];
  /** What is worth saying. */
  readonly remarks: readonly string[];
}

/**
 * The files that words stand for. A name of a file, or of nothing, is itself; a folder stands for the
 * configurations of keepalived below it, a pattern for all files that fit it. Hidden names and
 * `node_modules` are left out unless they are named, and links are not followed out of the folder.
 *
 * @param ignored what of that is left out; what is named never is
 */
export function findFiles(words: readonly string[], ignored?: Ignored): FilesFound {
  const files = new Map<string, FoundFile>();
  const failures: string[] = [];
  const remarks: string[] = [];
  const isIgnored = ignored ? ignoredBy(ignored) : () => false;
  for (const word of words) {
    const search = searchFor(word);
    if (!search) {
      const identity = realPath(word) ?? word;
      const known = files.get(identity);
      if (known?.isNamed) remarks.push(describeRepeated(word, known.path));
      else files.set(identity, { path: word, isNamed: true });
      continue;
    }
    if (typeof search === 'string') {
      failures.push(search);
      continue;
    }
    const outcome = searchThrough(search);
    if ('failure' in outcome) {
      failures.push(outcome.failure);
      continue;
    }
    const left = outcome.found.filter(({ path }) => !isIgnored(path));
    if (outcome.found.length === 0) failures.push(describeNothing(search, outcome));
    else if (left.length === 0) failures.push(describeIgnored(search, outcome, ignored));
    remarks.push(...outcome.remarks);
    for (const { path, identity } of left)
      if (!files.has(identity)) files.set(identity, { path, isNamed: false });
  }
  return { files: [...files.values()], failures, remarks };
}

function describeRepeated(word: string, first: string): string {
  const both = first === word ? `${word} is given twice` : `${word} is the same file as ${first}`;
  return `${both}; it is read once`;
}

/** Where files are looked for, and which. */
interface Search {
  readonly word: string;
  readonly folder: string;
  /** Undefined: whatever is a configuration of keepalived. */
  readonly pattern: PathPattern | undefined;
}

/** What a word asks to be looked for: nothing when it is a name; or why that cannot be done. */
function searchFor(word: string): Search | string | undefined {
  const stats = statsOf(word);
  if (stats?.isDirectory()) return { word, folder: word, pattern: undefined };
  if (stats || !looksLikePattern(word)) return undefined;
  // A Windows shell leaves patterns to the program, and people write them with its separator.
  const text = process.platform === 'win32' ? word.replaceAll('\\', '/') : word;
  const start = folderOfPattern(text);
  const pattern = pathPattern(text.slice(start.length));
  if (!pattern) return `the pattern ${word} stands for too many patterns; write fewer braces`;
  return { word, folder: start.replace(/(?!^)\/$/, '') || '.', pattern };
}

interface Found {
  readonly path: string;
  /** The same for the same file. */
  readonly identity: string;
  readonly isLink: boolean;
}

interface Searched {
  readonly found: readonly Found[];
  /** How many files there were. */
  readonly seen: number;
  readonly remarks: readonly string[];
}

/** A folder that has more is no folder of configurations; to look at each would take minutes. */
const mostEntries = 1_000_000;

function searchThrough({ word, folder, pattern }: Search): Searched | { readonly failure: string } {
  const root = realPath(folder);
  if (root === undefined) return { found: [], seen: 0, remarks: [] };
  const found: Found[] = [];
  const remarks: string[] = [];
  const links: string[] = [];
  let entries = 0;
  let seen = 0;
  const take = (path: readonly string[], name: string, target?: string): void => {
    seen++;
    const full = pathBelow(folder, path);
    const file = {
      path: full,
      identity: target ?? join(root, ...path),
      isLink: target !== undefined,
    };
    if (pattern) {
      if (pattern.fits(path)) found.push(file);
      return;
    }
    const what = recognise(full, name);
    if (what === 'configuration') found.push(file);
    if (what === 'unreadable') remarks.push(`cannot read ${full}: it is not checked`);
  };
  const open: (readonly string[])[] = [[]];
  for (let at = open.pop(); at && entries <= mostEntries; at = open.pop()) {
    const here = pathBelow(folder, at);
    const content = entriesOf(here);
    if (typeof content === 'string') {
      if (at.length === 0) return { failure: `cannot look into ${word}: ${content}` };
      remarks.push(`cannot look into ${here}: ${content}; what is in it is not checked`);
      continue;
    }
    entries += content.length;
    for (const entry of content) {
      const { name } = entry;
      const path = [...at, name];
      if (isLeftOut(name, pattern, path)) continue;
      if (entry.isDirectory()) {
        if (!pattern || pattern.leadsInto(path)) open.push(path);
      } else if (entry.isFile()) take(path, name);
      else if (entry.isSymbolicLink()) {
        const target = realPath(pathBelow(folder, path));
        if (target === undefined) continue;
        const isFile = statsOf(target)?.isFile() === true;
        // What a link within the folder leads to is found where it is; a file may have a telling name here only.
        if (isBelow(target, [root])) {
          if (isFile) take(path, name, target);
        } else if (isFile ? mayBeMeant(name, path, pattern) : !pattern || pattern.leadsInto(path)) {
          links.push(pathBelow(folder, path));
        }
      }
    }
  }
  if (entries > mostEntries)
    return { failure: `${word} has more than ${mostEntries} files; name a folder in it` };
  const [link] = links;
  if (link !== undefined)
    remarks.push(
      `${counted(links.length, 'symbolic link')} in ${word} not followed out of it, such as ${link}`,
    );
  return { found: withoutSecondNames(found.sort(byPath)), seen, remarks };
}

function mayBeMeant(
  name: string,
  path: readonly string[],
  pattern: PathPattern | undefined,
): boolean {
  return pattern ? pattern.fits(path) : /\.conf$/i.test(name);
}

/** Without what is hidden, and what others have brought. */
function isLeftOut(
  name: string,
  pattern: PathPattern | undefined,
  path: readonly string[],
): boolean {
  if (name === 'node_modules') return true;
  if (!name.startsWith('.')) return false;
  return !pattern || !(pattern.fits(path) || pattern.leadsInto(path));
}

function entriesOf(folder: string): readonly Dirent[] | string {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return describeSystemError(error);
  }
}

/** How what is below a folder is called. */
function pathBelow(folder: string, path: readonly string[]): string {
  const rest = path.join('/');
  if (rest === '') return folder;
  if (/^\.[/\\]*$/.test(folder)) return rest;
  return /[/\\]$/.test(folder) ? `${folder}${rest}` : `${folder}/${rest}`;
}

/** Of several names of one file that counts which is no link, else the first. */
function withoutSecondNames(sorted: readonly Found[]): readonly Found[] {
  const files = new Map<string, Found>();
  for (const each of sorted) {
    const known = files.get(each.identity);
    if (!known || (known.isLink && !each.isLink)) files.set(each.identity, each);
  }
  return [...files.values()].sort(byPath);
}

/** The same order everywhere, whatever the language of the system. */
function byPath(a: Found, b: Found): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function describeIgnored(
  { word }: Search,
  { found }: Searched,
  ignored: Ignored | undefined,
): string {
  const all = found.length === 1 ? 'the only file' : `all ${found.length} files`;
  return `${all} found for ${word} fit \`ignore\` in ${ignored?.by ?? 'the configuration'}; --no-ignore checks them`;
}

function describeNothing({ word, pattern }: Search, { seen }: Searched): string {
  if (pattern) return `no file fits the pattern ${word}`;
  return `${word} has no configuration of keepalived: of ${counted(seen, 'file')} none is called like keepalived.conf, and no other *.conf has a block such as vrrp_instance`;
}
