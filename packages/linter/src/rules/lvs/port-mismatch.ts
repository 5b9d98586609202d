import type { Config, Endpoint, Location, VirtualServer } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { methodOf, portsOf, selectionOf } from './servers.ts';

/**
 * validate_check_config() in keepalived/check/check_data.c: only NAT can change the port of a packet, so
 * with DR and TUN a server has that of the virtual server.
 */
export const portMismatch = defineRule({
  id: 'port-mismatch',
  scope: 'config',
  severity: 'warning',
  summary: 'Without NAT, a server has another port than its virtual server',
  check({ config }, { report }) {
    for (const server of config.virtual_server ?? []) {
      for (const { endpoint, method, at, keyword } of targetsOf(server)) {
        const port = endpoint.port?.value ?? 0;
        const problem =
          method === 'NAT' || port === 0 ? undefined : problemOf(port, server, config);
        if (problem === undefined) continue;
        report({
          at: endpoint.port?.words[0] ?? at,
          message: `port ${port} of this ${keyword} is not used: ${problem}`,
          notes: [
            `with ${method} packets keep their port; keepalived reports that the ports don't match, or that the port will be ignored`,
          ],
          help: 'give it the port of the virtual server, or none, or use NAT',
        });
      }
    }
  },
});

function problemOf(port: number, server: VirtualServer, config: Config): string | undefined {
  if (selectionOf(server, config)?.byMark) {
    return 'the virtual server is chosen by firewall mark';
  }
  const other = portsOf(server, config).find((each) => each !== port);
  if (other === undefined) return undefined;
  return other === 0 ? 'the virtual server has none' : `that of the virtual server is ${other}`;
}

interface Target {
  readonly endpoint: Endpoint;
  readonly method: 'NAT' | 'DR' | 'TUN';
  readonly at: Location;
  readonly keyword: 'real_server' | 'sorry_server';
}

function targetsOf(server: VirtualServer): readonly Target[] {
  const { real_server: servers = [], sorry_server: sorry, sorry_server_lvs_method } = server;
  const real = servers.map(({ header, lvs_method, statements: [{ keyword }] }) => ({
    endpoint: header,
    method: methodOf(server, lvs_method),
    at: keyword,
    keyword: 'real_server' as const,
  }));
  if (!sorry) return real;
  const last = {
    endpoint: sorry.value,
    method: methodOf(server, sorry_server_lvs_method),
    at: sorry.statement.keyword,
    keyword: 'sorry_server' as const,
  };
  return [...real, last];
}
