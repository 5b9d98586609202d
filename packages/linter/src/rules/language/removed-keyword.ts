import { isReadBy, type Release, type UnavailableKeyword } from '@kalint/parser';
import type { Fix } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { lineRemoval } from '../line-edits.ts';
import { unknownKeywordNote } from './consequence.ts';
import { problemsOf } from './problems.ts';
import { renaming } from './rename.ts';
import { schemaIn } from './vocabulary.ts';

/**
 * Keywords that older releases install and newer ones do not; keepalived has no memory of them and
 * treats them as any unknown word (lib/parser.c, process_stream()).
 */
export const removedKeyword = defineRule({
  id: 'removed-keyword',
  scope: 'config',
  severity: 'error',
  summary: 'A keyword is no longer read by the release of keepalived that will read the file',
  check(node, { release, report, quote }) {
    for (const problem of problemsOf(node, 'unavailable-keyword')) {
      const { statement, schema } = problem;
      const { removed, replacement } = schema;
      if (removed === undefined) continue;
      const { keyword } = statement;
      report({
        at: keyword,
        message: `keepalived no longer reads ${quote(keyword)}: it was removed in ${removed}`,
        notes: [unknownKeywordNote(statement)],
        help: replacement === undefined ? 'delete the line' : `use \`${replacement}\``,
        fix:
          isRename(problem, release) && replacement
            ? renaming(node, statement, replacement)
            : withoutLine(problem),
      });
    }
  },
});

/** keepalived does without the line already; whoever knows what to write instead should do that. */
function withoutLine({ statement, schema }: UnavailableKeyword): Fix | undefined {
  if (schema.replacement !== undefined || statement.block) return undefined;
  return { title: 'delete the line', safety: 'safe', edits: [lineRemoval(statement)] };
}

/** Whether the replacement stands in the same block and reads the same value. */
function isRename({ schema, block }: UnavailableKeyword, release: Release): boolean {
  const replacement = schema.replacement && schemaIn(block, schema.replacement);
  if (!replacement || !isReadBy(replacement, release)) return false;
  return JSON.stringify(replacement.value) === JSON.stringify(schema.value);
}
