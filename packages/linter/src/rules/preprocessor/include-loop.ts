import { defineRule } from '../../rule.ts';
import { expandProblemsOf, named } from './problems.ts';

/** lib/parser.c, open_glob_file() opens whatever is named, whether it is open or not. */
export const includeLoop = defineRule({
  id: 'include-loop',
  scope: 'preprocessor',
  severity: 'error',
  summary: 'A file includes itself, or files are included too deeply',
  check(preprocessed, { report, quote }) {
    for (const { at, path, limit } of expandProblemsOf(preprocessed, 'include-loop')) {
      const file = quote(named(at, path));
      report({
        at,
        message:
          limit === undefined
            ? `${file} is included while it is being read`
            : `${file} is not read: more than ${limit} files include each other`,
        notes: [
          limit === undefined
            ? 'keepalived reads it again and again, until the system lets it open no more files'
            : `kalint reads includes that are nested ${limit} deep`,
        ],
        help: limit === undefined ? 'remove the include' : 'include the files from fewer levels',
      });
    }
  },
});
