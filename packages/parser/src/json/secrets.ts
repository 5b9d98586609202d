import type { Location, SourceFile } from '../text/source-file.ts';
import { firstEndingAfter, type Span } from '../text/span.ts';

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
