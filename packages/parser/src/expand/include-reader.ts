import type { SourceFile } from '../text/source-file.ts';

/**
 * Gives the files which a pattern stands for, in sorted order. `from` is the file that is open:
 * keepalived works in its directory.
 */
export type ReadInclude = (
  pattern: string,
  from: SourceFile,
) => readonly SourceFile[] | { readonly problem: string };
