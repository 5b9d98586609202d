import { compareReleases, type Endpoint, type Release } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { virtualServersOf } from './servers.ts';

/** The first release that compares the two. */
const since: Release = '2.0.20';

/** validate_check_config() in keepalived/check/check_data.c, update_quorum_state() in ipwrapper.c */
export const sorryServerIsRealServer = defineRule({
  id: 'sorry-server-is-real-server',
  scope: 'config',
  severity: 'warning',
  summary: 'A sorry_server is one of the real servers',
  check(node, { report, quote, release }) {
    for (const server of virtualServersOf(node)) {
      const { sorry_server: sorry, sorry_server_inhibit, inhibit_on_failure, header } = server;
      const keyOf = ({ address, port }: Endpoint): string =>
        `${address.value.key} ${port?.value ?? header.port?.value ?? 0}`;
      const same =
        sorry && server.real_server?.find((real) => keyOf(real.header) === keyOf(sorry.value));
      if (!sorry || !same) continue;
      const inhibits = same.inhibit_on_failure?.value ?? inhibit_on_failure !== undefined;
      const differs =
        compareReleases(release, since) >= 0 && inhibits !== (sorry_server_inhibit !== undefined);
      report({
        at: sorry.value.address.word,
        message: `the sorry_server ${quote(sorry.value.address.word)} is one of the real servers`,
        notes: [
          'it takes over when too few real servers are left, itself among them perhaps: then all packets go to a server that is known to be dead',
          ...(differs
            ? [
                'keepalived reports that the "inhibit setting differs", and takes that of the real server',
              ]
            : []),
        ],
        help: 'name another server, or remove sorry_server',
        related: [{ location: same.statements[0].keyword, message: 'the real server' }],
      });
    }
  },
});
