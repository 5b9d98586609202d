import type { Address, VirtualServer } from '@kalint/parser';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { connectionChecksOf, type ConnectionSettings } from './checks.ts';
import { misfitsOf } from './families.ts';
import { readVirtualServersOf } from './servers.ts';

/**
 * vs_end_handler() and rs_end_handler() in keepalived/check/check_parser.c: only a tunnel leads from one
 * family to the other.
 */
export const serverFamily = defineRule({
  id: 'server-family',
  scope: 'config',
  severity: 'error',
  summary: 'A server has an address of the other family than its virtual server',
  check(node, { report }) {
    const servers = readVirtualServersOf(node);
    for (const server of servers) {
      for (const { at, family, wanted, keyword } of misfitsOf(server)) {
        if (keyword !== 'real_server' && keyword !== 'sorry_server') continue;
        report({
          at,
          message: `this ${keyword} has an IPv${family} address, and its virtual server is for IPv${wanted}`,
          notes: ['keepalived skips the server ("Address family ... don\'t match")'],
          help: 'use addresses of one family, or `lvs_method TUN` for this server',
          related: [{ location: server.statements[0].keyword, message: 'the virtual server' }],
        });
      }
    }
    for (const { bindto, checked } of sourcesOf(servers)) {
      if (bindto.value.family === checked.family) continue;
      report({
        at: bindto.words[0] ?? locationOf(bindto),
        message: `bindto is an IPv${bindto.value.family} address, and what is checked is an IPv${checked.family} address`,
        notes: ['keepalived skips the line ("does not match address family of connect_ip")'],
        help: 'write an address of the same family',
      });
    }
  },
});

interface Source {
  readonly bindto: NonNullable<ConnectionSettings['bindto']>;
  /** The address of the check, else that of its server. */
  readonly checked: Address;
}

/** The source addresses of checks, and where they lead. */
function sourcesOf(servers: readonly VirtualServer[]): readonly Source[] {
  const sources: Source[] = [];
  for (const { real_server = [] } of servers) {
    for (const real of real_server) {
      for (const { settings } of connectionChecksOf(real)) {
        const { bindto, connect_ip } = settings;
        const checked = connect_ip?.value ?? real.header.address.value;
        if (bindto) sources.push({ bindto, checked });
      }
    }
  }
  return sources;
}
