import { defineRule } from '../../rule.ts';
import { expandProblemsOf, named, replacing, writtenAs } from './problems.ts';

/** lib/parser.c, find_definition() and replace_param() differ on where `${NAME }` ends. */
export const blankInReference = defineRule({
  id: 'blank-in-reference',
  scope: 'preprocessor',
  severity: 'error',
  summary: 'A blank stands before the `}` of a `${NAME }`',
  check(preprocessed, { report, quote }) {
    for (const { at, name } of expandProblemsOf(preprocessed, 'blank-in-reference')) {
      const written = writtenAs(at, `\${${name}`);
      const behindName = name.length + 2;
      const brace = written ? written.source.text.indexOf('}', written.span.start) : 0;
      report({
        at,
        message: `a blank stands before the \`}\` of ${quote(named(at, `\${${name}}`))}`,
        notes: [
          'keepalived puts the value in and leaves a `}` behind it, which ends the block around it',
        ],
        help: 'remove the blank',
        fix: written && {
          title: 'remove the blank before `}`',
          safety: 'safe',
          edits: [replacing(written, behindName, brace - written.span.start, '')],
        },
      });
    }
  },
});
