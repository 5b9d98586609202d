import type { RealServer, VirtualServer } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { connectionChecksOf, type ConnectionCheck } from './checks.ts';
import { selectionOf, virtualServersOf } from './servers.ts';

/**
 * Ports on which one service usually answers on TCP and UDP (IANA, Service Name and Transport Protocol Port
 * Number Registry; RFC 9114 for HTTP): there a check over the other protocol tells something.
 */
const commonPorts: ReadonlySet<number> = new Set([
  ...[53, 80, 88, 111, 135, 389, 443, 464, 514, 636, 749, 853, 1194, 2049, 3389, 3478, 5060, 5061],
  ...[5349, 6514, 8443, 12201, 51820],
]);

/** The sockets are made in keepalived/check/check_tcp.c, check_http.c, check_dns.c and check_udp.c. */
export const checkProtocolMismatch = defineRule({
  id: 'check-protocol-mismatch',
  scope: 'config',
  severity: 'warning',
  profile: 'strict',
  summary: 'A check speaks TCP to the port of a UDP service, or UDP to one of TCP',
  check(node, { report }) {
    for (const server of virtualServersOf(node)) {
      const { protocol } = server;
      if (!protocol || selectionOf(server, node.config)?.byMark !== false) continue;
      for (const { check, port } of checksOfServices(server)) {
        const { name, transport, settings } = check;
        if (transport === 'ICMP' || transport === protocol.value || commonPorts.has(port)) continue;
        report({
          at: settings.statements[0].keyword,
          message: `this ${name} goes to ${transport} port ${port}, but the service is on ${protocol.value}`,
          notes: [
            `what answers there, if anything, is not the service: the check can fail while the service runs, and pass while it does not`,
          ],
          help: helpFor(protocol.value),
          related: [{ location: protocol.statement.keyword, message: 'the protocol' }],
        });
      }
    }
  },
});

interface ServiceCheck {
  readonly check: ConnectionCheck;
  readonly port: number;
}

/** The checks that go where the service is: not to another address or port. */
function checksOfServices({ real_server: servers = [] }: VirtualServer): readonly ServiceCheck[] {
  return servers.flatMap((real: RealServer) => {
    const port = real.header.port?.value ?? 0;
    return port === 0
      ? []
      : connectionChecksOf(real)
          .filter(({ settings }) => !settings.connect_port && !settings.connect_ip)
          .map((check) => ({ check, port }));
  });
}

function helpFor(protocol: 'TCP' | 'UDP' | 'SCTP'): string {
  const fitting = { TCP: '`TCP_CHECK`', UDP: '`UDP_CHECK`', SCTP: '`MISC_CHECK`' };
  return `use ${fitting[protocol]}, or say with \`connect_port\` which port is checked instead`;
}
