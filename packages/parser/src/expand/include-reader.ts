import type { SourceFile } from '../text/source-file.ts';

/**
 * Gives what a pattern stands for, in the order in which keepalived reads it. `from` is the file that is
 * open: keepalived works in its directory. A file that is given twice is the same object.
 */
export type ReadInclude = (pattern: string, from: SourceFile) => readonly IncludeMatch[];

/** A file that an include line stands for, or why it is not read. */
export type IncludeMatch = SourceFile | RefusedFile;

/** Something that a pattern stands for, or should, and that is not read. */
export interface RefusedFile {
  readonly path: string;
  readonly refusal: Refusal;
}

/** Why something that an include line stands for is not read. */
export type Refusal =
  /** There is no such file; for a path that ends with a slash, no such directory. */
  | { readonly kind: 'missing' }
  /** keepalived does not read it: no regular file, or one that somebody may execute. */
  | { readonly kind: 'skipped'; readonly because: 'directory' | 'special' | 'executable' }
  /** It may not be read here, or cannot. */
  | { readonly kind: 'unread'; readonly because: 'outside' | 'denied' | 'not-text' | 'failed' }
  /** Too large, in bytes, or too many files. */
  | { readonly kind: 'unread'; readonly because: 'size' | 'count'; readonly limit: number };

/** Whether what an include line stands for is not read. */
export function isRefused(match: IncludeMatch): match is RefusedFile {
  return 'refusal' in match;
}
