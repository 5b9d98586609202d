import type { Config, Endpoint, Location, RealServer, VirtualServer } from '@kalint/parser';
import type { Fix } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { removal } from '../line-edits.ts';
import { connectionChecksOf, type ConnectionCheck } from './checks.ts';
import { methodOf, portsOf, selectionOf, virtualServersOf } from './servers.ts';

/**
 * validate_check_config() in keepalived/check/check_data.c: only NAT can change the port of a packet, so
 * with DR and TUN a server has that of the virtual server.
 */
export const portMismatch = defineRule({
  id: 'port-mismatch',
  scope: 'config',
  severity: 'warning',
  summary: 'Without NAT, a server has another port than its virtual server',
  check(node, { report }) {
    for (const server of virtualServersOf(node)) {
      const targets = targetsOf(server);
      let addresses: ReadonlyMap<string, number> | undefined;
      for (const target of targets) {
        const { endpoint, method, at, keyword } = target;
        const port = endpoint.port?.value ?? 0;
        const problem =
          method === 'NAT' || port === 0 ? undefined : problemOf(port, server, node.config);
        if (problem === undefined) continue;
        addresses ??= countedAddresses(targets);
        report({
          at: endpoint.port?.words[0] ?? at,
          message: `port ${port} of this ${keyword} is not used: ${problem.why}`,
          notes: [
            `with ${method} packets keep their port; keepalived reports that the ports don't match, or that the port will be ignored`,
          ],
          help: problem.help,
          // Without its port it might be the same server as another one.
          fix: addresses.get(addressOf(target)) === 1 ? fixOf(target, problem) : undefined,
        });
      }
    }
  },
});

interface Problem {
  readonly why: string;
  readonly help: string;
  /** The port that the server has then, 0 for none; undefined when there are several. */
  readonly used: number | undefined;
}

const withoutPort = {
  help: 'remove the port, and write it as `connect_port` in the checks that need one',
  used: 0,
} as const;

function problemOf(port: number, server: VirtualServer, config: Config): Problem | undefined {
  if (selectionOf(server, config)?.byMark) {
    return { why: 'the virtual server is chosen by firewall mark', ...withoutPort };
  }
  const ports = portsOf(server, config);
  const other = ports.find((each) => each !== port);
  if (other === undefined) return undefined;
  if (other === 0) return { why: 'the virtual server has none', ...withoutPort };
  return {
    why: `that of the virtual server is ${other}`,
    help: `write port ${other}, and \`connect_port ${port}\` in the checks when they are to go there; or use NAT`,
    used: ports.every((each) => each === other) ? other : undefined,
  };
}

/** Writes what keepalived takes anyway; the checks of the server have to find a port then, too. */
function fixOf({ endpoint, checked }: Target, { used }: Problem): Fix | undefined {
  const word = endpoint.port?.words[0];
  if (!word || used === undefined) return undefined;
  const isChecked = checked !== undefined && connectionChecksOf(checked).some(goesToPort);
  if (used !== 0) {
    return {
      title: `write port ${used}`,
      safety: isChecked ? 'unsafe' : 'safe',
      edits: [{ source: word.source, span: word.span, text: String(used) }],
    };
  }
  if (isChecked) return undefined;
  return {
    title: 'remove the port that is not used',
    safety: 'safe',
    edits: [removal(word.source, { start: endpoint.address.word.span.end, end: word.span.end })],
  };
}

interface Target {
  readonly endpoint: Endpoint;
  readonly method: 'NAT' | 'DR' | 'TUN';
  readonly at: Location;
  readonly keyword: 'real_server' | 'sorry_server';
  /** The server, when it can have checks. */
  readonly checked: RealServer | undefined;
}

/** Whether a check goes to the port of the server. */
function goesToPort({ transport, settings }: ConnectionCheck): boolean {
  return transport !== 'ICMP' && !settings.connect_port;
}

function targetsOf(server: VirtualServer): readonly Target[] {
  const { real_server: servers = [], sorry_server: sorry, sorry_server_lvs_method } = server;
  const targets: Target[] = [];
  for (const each of servers) {
    targets.push({
      endpoint: each.header,
      method: methodOf(server, each.lvs_method, each.statements[0]),
      at: each.statements[0].keyword,
      keyword: 'real_server',
      checked: each,
    });
  }
  if (!sorry) return targets;
  targets.push({
    endpoint: sorry.value,
    method: methodOf(server, sorry_server_lvs_method, sorry.statement),
    at: sorry.statement.keyword,
    keyword: 'sorry_server',
    checked: undefined,
  });
  return targets;
}

function addressOf({ endpoint }: Target): string {
  return endpoint.address.value.key;
}

/** How many servers there are at each address. */
function countedAddresses(targets: readonly Target[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const target of targets) {
    const address = addressOf(target);
    counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  return counts;
}
