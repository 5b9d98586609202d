import type { Location, SourceFile } from './source-file.ts';
import type { Span } from './span.ts';

/** Where something of an expanded text was written. */
export interface Origin extends Location {
  /**
   * The steps from there to the expanded text, the outermost last: the place in a definition, the
   * `~SEQ` line, the include line.
   */
  readonly via: readonly Location[];
}

/** Tells where a piece of an expanded text was written. */
export type Locate = (span: Span) => Origin;

/**
 * The part of an origin that lies in a file: the place itself, or the step through which it came from
 * there, such as the include line. What has nothing to do with the file is behind its end.
 */
export function partIn(source: SourceFile, origin: Origin): Span {
  if (origin.source === source) return origin.span;
  const end = source.text.length;
  return origin.via.find((step) => step.source === source)?.span ?? { start: end, end };
}
