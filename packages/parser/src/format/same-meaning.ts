import { configIdsIn } from '../expand/conditions.ts';
import { expand, type ExpandOptions } from '../expand/expand.ts';
import { isRefused, type ReadInclude } from '../expand/include-reader.ts';
import { usesPreprocessor } from '../expand/uses-preprocessor.ts';
import { bind } from '../model/bind.ts';
import { parse, parseExpanded } from '../parse.ts';
import type { Release } from '../schema/releases.ts';
import type { SyntaxTree } from '../syntax/tree.ts';
import type { SourceFile } from '../text/source-file.ts';
import { modelOf, textsOf, wordsOf } from './contents.ts';

/** What the meaning of a file depends on besides the file. */
export interface MeaningOptions extends Pick<ExpandOptions, 'environment' | 'readInclude'> {
  /** The release that reads it. */
  readonly release: Release;
  /** Ids (`keepalived -i`) besides those that the file and the files that it includes name. */
  readonly configIds?: readonly string[];
}

/**
 * Whether two texts of a file say the same: each of its nodes reads the same words in the same blocks, which make
 * the same model with the same problems, and nothing within quotes or comments differs.
 */
export function sameMeaning(
  before: SourceFile,
  after: SourceFile,
  options: MeaningOptions,
): boolean {
  const [old, now] = [parse(before), parse(after)];
  if (!isSame(wordsOf(old), wordsOf(now)) || !isSame(textsOf(old), textsOf(now))) return false;
  if (!usesPreprocessor(old) && !usesPreprocessor(now)) return readsSame(old, now, options.release);
  const ids = new Set([...(options.configIds ?? []), ...configIdsIn(old)]);
  const readInclude = options.readInclude && noticing(options.readInclude, ids);
  const reading = { ...options, ...(readInclude && { readInclude }) };
  // The node that has none of the ids comes first: with it, all files are seen that are included for everybody.
  if (!expandsSame(before, after, undefined, reading)) return false;
  const most = Math.max(1, Math.min(mostIds, Math.floor(mostCharacters / before.text.length)));
  return [...ids].slice(0, most).every((id) => expandsSame(before, after, id, reading));
}

/** Each node of a file is read on its own: so many of them, of so many characters together. */
const mostIds = 32;
const mostCharacters = 4 * 1024 * 1024;

/**
 * So many characters of what the preprocessor makes are compared, or as many as the file has: a few nested
 * sequences become megabytes.
 */
const longestExpansion = 80_000;

/** Learns the ids that included files name. */
function noticing(readInclude: ReadInclude, ids: Set<string>): ReadInclude {
  const known = new Set<SourceFile>();
  return (pattern, from) => {
    const matches = readInclude(pattern, from);
    for (const match of matches) {
      if (isRefused(match) || known.has(match)) continue;
      known.add(match);
      for (const id of configIdsIn(parse(match))) ids.add(id);
    }
    return matches;
  };
}

/** Whether the node with an id reads the same. */
function expandsSame(
  before: SourceFile,
  after: SourceFile,
  configId: string | undefined,
  { readInclude, environment, release }: MeaningOptions,
): boolean {
  const maxCharacters = Math.max(before.text.length, longestExpansion);
  const [old, now] = [before, after].map((source) =>
    expand(source, {
      ...{ configId, maxCharacters },
      ...(readInclude && { readInclude }),
      ...(environment && { environment }),
    }),
  );
  if (!old || !now) return false;
  const kinds = ({ problems }: typeof old): readonly string[] => problems.map(({ kind }) => kind);
  if (old.complete && now.complete) {
    const [oldTree, nowTree] = [parseExpanded(old), parseExpanded(now)];
    return isSame(kinds(old), kinds(now)) && readsSame(oldTree, nowTree, release);
  }
  // Both end at a limit, which counts blanks, too: what the shorter one has must be in the other one.
  const [one = '', other = ''] = [old, now]
    .map(({ expanded }) => expanded.text.replace(/\s+/g, ''))
    .sort((a, b) => a.length - b.length);
  return old.complete === now.complete && other.startsWith(one);
}

function readsSame(old: SyntaxTree, now: SyntaxTree, release: Release): boolean {
  return (
    isSame(wordsOf(old), wordsOf(now)) &&
    isSame(modelOf(bind(old, release)), modelOf(bind(now, release)))
  );
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
