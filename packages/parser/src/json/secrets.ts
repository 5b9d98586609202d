import type { Location, SourceFile } from '../text/source-file.ts';
import type { Span } from '../text/span.ts';

/** What stands in the JSON for a text that must not be shown. */
export const mask = '********';

/** The spans of a file that must not be shown, in order; `secretSpans` of the linter finds them. */
export type FindSecrets = (source: SourceFile) => readonly Span[];

/** The first secret that a place overlaps. */
export function secretIn(
  findSecrets: FindSecrets | undefined,
  { source, span }: Location,
): Span | undefined {
  if (!findSecrets) return undefined;
  const secret = firstEndingAfter(findSecrets(source), span.start);
  return secret && secret.start < span.end ? secret : undefined;
}

function firstEndingAfter(spans: readonly Span[], offset: number): Span | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return spans[low];
}
