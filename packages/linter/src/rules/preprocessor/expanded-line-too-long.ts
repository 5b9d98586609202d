import { defineRule } from '../../rule.ts';
import { expandProblemsOf, named } from './problems.ts';

/** lib/parser.c, replace_param(): the buffer has 1024 bytes (lib/parser.h, MAXBUF). */
export const expandedLineTooLong = defineRule({
  id: 'expanded-line-too-long',
  scope: 'preprocessor',
  severity: 'warning',
  summary: 'A line is too long with its definitions put in',
  check(preprocessed, { report, quote }) {
    for (const { at, name, of, limit } of expandProblemsOf(preprocessed, 'line-too-long')) {
      const image = quote(named(at, `$${name}`));
      report({
        at,
        message: `with ${image} put in, the line has more than ${limit} ${of}`,
        notes: [
          of === 'bytes'
            ? 'keepalived leaves the reference in the line as it is; only the log says so'
            : 'kalint goes no further',
        ],
        help: 'use shorter values, or a definition of several lines',
      });
    }
  },
});
