import { defineRule } from '../../rule.ts';
import { lineRemoval } from '../line-edits.ts';
import { misfitsOf } from './families.ts';
import { readVirtualServersOf } from './servers.ts';

const complaints = {
  ip_family: '"conflicts with server family"',
  persistence_granularity: '"Invalid IPv6 persistence_granularity"',
};

const advice = {
  ip_family: 'remove the line: only a virtual server that is chosen by firewall mark needs it',
  persistence_granularity: 'write a prefix length, such as 64',
};

/** ip_family_handler() and pgr_handler() in keepalived/check/check_parser.c */
export const conflictingFamily = defineRule({
  id: 'conflicting-family',
  scope: 'config',
  severity: 'error',
  summary: 'An ip_family or persistence_granularity is not for the family of its virtual_server',
  check(node, { report, quote }) {
    for (const server of readVirtualServersOf(node)) {
      for (const { at, keyword, statement, family, wanted } of misfitsOf(server)) {
        if (keyword !== 'ip_family' && keyword !== 'persistence_granularity') continue;
        report({
          at,
          message: `the virtual server is for IPv${wanted}, and ${quote(at)} for IPv${family}`,
          notes: [`keepalived ignores the line (${complaints[keyword]})`],
          help: advice[keyword],
          fix: {
            title: 'remove the line that keepalived ignores',
            safety: 'safe',
            edits: [lineRemoval(statement)],
          },
        });
      }
    }
  },
});
