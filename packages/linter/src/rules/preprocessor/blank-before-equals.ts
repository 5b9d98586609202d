import { defineRule } from '../../rule.ts';
import { expandProblemsOf, named, replacing, writtenAs } from './problems.ts';

/** lib/parser.c, check_definition() wants the `=` right behind the name. */
export const blankBeforeEquals = defineRule({
  id: 'blank-before-equals',
  scope: 'preprocessor',
  severity: 'error',
  summary: 'A definition has a blank before its `=` and so is none',
  check(preprocessed, { report, quote }) {
    for (const { at, name } of expandProblemsOf(preprocessed, 'blank-before-equals')) {
      const written = writtenAs(at, `$${name}`);
      const behindName = name.length + 1;
      const equals = written ? written.source.text.indexOf('=', written.span.start) : 0;
      report({
        at: {
          ...at,
          span: { start: at.span.start, end: Math.min(at.span.end, at.span.start + behindName) },
        },
        message: `${quote(named(at, `$${name}`))} is not defined here: a blank stands before the \`=\``,
        notes: [
          'keepalived takes the line for one with an unknown keyword, and all references to the name stay as they are',
        ],
        help: `write \`$${name}=\``,
        fix: written && {
          title: 'remove the blank before `=`',
          safety: 'safe',
          edits: [replacing(written, behindName, equals - written.span.start, '')],
        },
      });
    }
  },
});
