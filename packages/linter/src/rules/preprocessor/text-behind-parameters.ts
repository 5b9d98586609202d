import { compareReleases } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { expandProblemsOf, named } from './problems.ts';

/** lib/parser.c, replace_param() up to 2.3.4 moves what follows by a wrong length. */
export const textBehindParameters = defineRule({
  id: 'text-behind-parameters',
  scope: 'preprocessor',
  severity: 'error',
  summary: 'Before release 2.4.0 text behind a reference with parameters is garbled',
  check(preprocessed, { release, report, quote }) {
    if (compareReleases(release, '2.4.0') >= 0) return;
    for (const { at, name } of expandProblemsOf(preprocessed, 'text-behind-parameters')) {
      report({
        at,
        message: `keepalived ${release} garbles what stands behind ${quote(named(at, `\${${name} ...}`))}`,
        notes: [
          'up to release 2.3.4 text behind a reference with parameters is moved by a wrong length',
        ],
        help: 'let the reference end the line: give it a definition of its own',
      });
    }
  },
});
