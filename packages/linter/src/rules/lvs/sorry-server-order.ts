import type { Statement, VirtualServer } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { moveBehind } from '../line-edits.ts';
import { readVirtualServersOf } from './servers.ts';

/** ssvri_handler() and ss_forwarding_handler() in keepalived/check/check_parser.c need the server first. */
export const sorryServerOrder = defineRule({
  id: 'sorry-server-order',
  scope: 'config',
  severity: 'error',
  summary: 'A setting of the sorry server stands in front of sorry_server, or without it',
  check(node, { report }) {
    for (const server of readVirtualServersOf(node)) {
      const { sorry_server: sorry, sorry_server_inhibit, sorry_server_lvs_method } = server;
      for (const setting of [sorry_server_inhibit, sorry_server_lvs_method]) {
        if (!setting) continue;
        const { keyword } = setting.statement;
        if (standsAbove('sorry_server', setting.statement, server)) continue;
        report({
          at: keyword,
          message: `\`${keyword.text}\` needs a sorry_server above it`,
          notes: ['keepalived ignores the line ("used before or without sorry_server")'],
          help: sorry ? 'move it below `sorry_server`' : 'add `sorry_server`, or remove the line',
          fix: sorry && {
            title: 'move the line below `sorry_server`',
            safety: 'safe',
            edits: moveBehind(setting.statement, sorry.statement),
          },
        });
      }
    }
  },
});

/** Whether a keyword stands above a line, be it the last of its kind or not. */
function standsAbove(keyword: string, line: Statement, { statements }: VirtualServer): boolean {
  const items = statements.flatMap(({ block }) => block?.items ?? []);
  const first = items.findIndex(
    (item) => item.kind === 'statement' && item.keyword.text === keyword,
  );
  return first !== -1 && first < items.indexOf(line);
}
