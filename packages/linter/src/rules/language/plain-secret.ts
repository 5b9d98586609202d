import { visitStatements } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { schemaIn } from './vocabulary.ts';

/**
 * keepalived reads secrets from the file only (vrrp/vrrp_parser.c, vrrp_auth_pass_handler()), but the file may
 * include others, and take values from the environment.
 */
export const plainSecret = defineRule({
  id: 'plain-secret',
  scope: 'config',
  severity: 'info',
  profile: 'strict',
  summary: 'A password or key stands in the file itself',
  check({ tree, source }, { report }) {
    visitStatements(tree, ({ keyword, words }, ancestors) => {
      const block = ancestors.map((ancestor) => ancestor.keyword.text);
      const schema = schemaIn(block, keyword.text);
      const secret = words.at(-1);
      if (!schema?.secret || !secret || secret.text.startsWith('file:')) return;
      // It comes from another file, or from a definition, which has come from the environment perhaps.
      if (keyword.source !== source || secret.source !== source || secret.via) return;
      if (secret.text.includes('$')) return;
      report({
        at: keyword,
        message: `the secret of \`${keyword.text}\` can be read by all who can read this file`,
        notes: [
          'it is also in each copy of the file: in a repository, in a backup, in a question to others',
        ],
        help: 'write it into a file of its own that only root can read, and `include` that',
      });
    });
  },
});
