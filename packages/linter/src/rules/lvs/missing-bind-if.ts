import { defineRule } from '../../rule.ts';
import { mentions } from '../blocks/mentions.ts';
import { connectionChecksOf, type ConnectionSettings } from './checks.ts';
import { readVirtualServersOf } from './servers.ts';

/** check_conn_opts() in keepalived/check/check_api.c */
export const missingBindIf = defineRule({
  id: 'missing-bind-if',
  scope: 'config',
  severity: 'error',
  summary: 'A check goes to a link-local address, and does not say on which interface',
  check(node, { report, quote }) {
    const servers = readVirtualServersOf(node).flatMap(({ real_server = [] }) => real_server);
    for (const real of servers) {
      for (const { name, settings } of connectionChecksOf(real)) {
        const { connect_ip, bind_if } = settings;
        const address = connect_ip?.value ?? real.header.address.value;
        // Then it is these that are checked.
        if (name === 'SMTP_CHECK' && hasHosts(settings)) continue;
        if (bind_if || address.family !== 6 || !address.linkLocal) continue;
        const word = connect_ip?.words[0] ?? real.header.address.word;
        report({
          at: settings.statements[0].keyword,
          message: `this ${name} goes to the link-local address ${quote(word)}, and has no \`bind_if\``,
          notes: [
            'keepalived removes the check ("requires a bind_if"): nothing looks after the real server',
          ],
          help: 'add `bind_if` with the interface on whose network the server is',
        });
      }
    }
  },
});

function hasHosts({ statements }: ConnectionSettings): boolean {
  return statements.some(({ block }) => mentions(block?.items ?? [], 'host'));
}
