import { lineText, positionAt, type MissingValue } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { isInBlock, problemsOf } from './problems.ts';

/**
 * lib/parser.c, null_strvec(): "is missing a parameter after keyword", and exit(2) at once. Handlers
 * that look first report it and go on; a few read behind the end (bfd/bfd_parser.c) and crash.
 */
export const missingValue = defineRule({
  id: 'missing-value',
  scope: 'config',
  severity: 'error',
  summary: 'A keyword stands without its value',
  check(node, { report, quote }) {
    for (const problem of problemsOf(node, 'missing-value')) {
      const { statement, schema, expected, after } = problem;
      // `keyword {` where a value belongs: unexpected-block says what to do.
      const takesBlock = schema.keywords !== undefined || schema.lines !== undefined;
      if (statement.block && !takesBlock) continue;
      const word = after ?? statement.keyword;
      report({
        at: word,
        severity: problem.schema.logOnly ? 'warning' : undefined,
        message: `${quote(word)} has no value`,
        notes: [consequenceOfMissing(problem), ...commentNote(problem)],
        help: `write \`${after ? expected : `${statement.keyword.text} ${expected}`}\``,
      });
    }
  },
});

/** What keepalived does when it looks for a value that is not there. */
export function consequenceOfMissing({ onMissing, statement, after }: MissingValue): string {
  if (onMissing === 'crashes') return 'keepalived crashes here (segmentation fault)';
  if (onMissing === 'ignores') {
    return statement.block && !(after && isInBlock(after, statement))
      ? 'keepalived reports it and skips the whole block'
      : 'keepalived reports it and ignores the line';
  }
  return 'keepalived reports "is missing a parameter", reads nothing more and ends with status 2';
}

/** A value that begins with `#` or `!` is none. */
function commentNote({ statement, after }: MissingValue): readonly string[] {
  const { source, span } = after ?? statement.keyword;
  const { line, column } = positionAt(source, span.end);
  const [, mark] = /^[ \t]+([#!])[^\s#!]/.exec(lineText(source, line).slice(column - 1)) ?? [];
  return mark === undefined
    ? []
    : [`\`${mark}\` begins a comment, unless it stands between double quotes`];
}
