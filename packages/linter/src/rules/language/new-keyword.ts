import { compareReleases, isReadBy, type Release, type UnavailableKeyword } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { unknownKeywordNote } from './consequence.ts';
import { problemsOf } from './problems.ts';
import { renaming } from './rename.ts';
import { keywordsOf, placeName, schemaIn } from './vocabulary.ts';

/**
 * The releases are those in which the keyword first appears in an install_keyword() call of
 * keepalived's source; the table in packages/parser/src/schema has them.
 */
export const newKeyword = defineRule({
  id: 'new-keyword',
  scope: 'config',
  severity: 'error',
  summary: 'A keyword is newer than the release of keepalived that will read the file',
  check(node, { release, report, quote }) {
    for (const problem of problemsOf(node, 'unavailable-keyword')) {
      const { statement, schema } = problem;
      if (compareReleases(release, schema.since) >= 0) continue;
      const { keyword } = statement;
      const older = olderNameOf(problem, release);
      report({
        at: keyword,
        message:
          schema.since === 'unreleased'
            ? `${quote(keyword)} is in no release of keepalived yet`
            : `keepalived ${release} does not know ${quote(keyword)} ${placeName(problem.block)}: it came with ${schema.since}`,
        notes: [unknownKeywordNote(statement)],
        help: helpFor(schema.since, release, older),
        fix: older === undefined ? undefined : renaming(node, statement, older),
      });
    }
  },
});

function helpFor(since: Release, release: Release, older: string | undefined): string {
  if (older !== undefined) return `in keepalived ${release} it is called \`${older}\``;
  return since === 'unreleased'
    ? 'only a keepalived built from its development branch reads it'
    : `delete the line, or run keepalived ${since} or newer`;
}

/** What the keyword was called before it got its present name. */
function olderNameOf(
  { statement, block }: UnavailableKeyword,
  release: Release,
): string | undefined {
  return keywordsOf(block, release).find((word) => {
    const schema = schemaIn(block, word);
    if (!schema?.deprecated?.renamed || !isReadBy(schema, release)) return false;
    return schema.deprecated.use === statement.keyword.text;
  });
}
