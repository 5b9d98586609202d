import type { Address, Location, RealServer, Statement, VirtualServer } from '@kalint/parser';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { generalMethodOf } from './servers.ts';

/**
 * vs_end_handler() and rs_end_handler() in keepalived/check/check_parser.c: only a tunnel leads from one
 * family to the other. Servers take over the method that stands above them (alloc_rs() and alloc_ssvr() in
 * keepalived/check/check_data.c).
 */
export const serverFamily = defineRule({
  id: 'server-family',
  scope: 'config',
  severity: 'error',
  summary: 'A server has an address of the other family than its virtual server',
  check({ config }, { report }) {
    for (const server of config.virtual_server ?? []) {
      const wanted = familyOf(server);
      if (!wanted) continue;
      for (const { at, family, isTunnel, keyword } of targetsOf(server)) {
        if (isTunnel || family === wanted) continue;
        report({
          at,
          message: `this ${keyword} has an IPv${family} address, and its virtual server is for IPv${wanted}`,
          notes: ['keepalived skips the server ("Address family ... don\'t match")'],
          help: 'use addresses of one family, or `lvs_method TUN` for this server',
          related: [{ location: server.statements[0].keyword, message: 'the virtual server' }],
        });
      }
    }
    for (const { bindto, checked } of sourcesOf(config.virtual_server ?? [])) {
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

/** The family of the address, or the one that is said; a firewall mark has none by itself. */
function familyOf({ header, ip_family }: VirtualServer): 4 | 6 | undefined {
  const said = ip_family && (ip_family.value === 'inet6' ? 6 : 4);
  return header.address?.value.family ?? said;
}

interface Target {
  readonly at: Location;
  readonly family: 4 | 6;
  readonly isTunnel: boolean;
  readonly keyword: 'real_server' | 'sorry_server';
}

function targetsOf(server: VirtualServer): readonly Target[] {
  const { real_server: servers = [], sorry_server: sorry, sorry_server_lvs_method } = server;
  const real = servers.map(
    ({ header, statements, lvs_method = methodAbove(server, statements[0]) }) => ({
      at: header.address.word,
      family: header.address.value.family,
      isTunnel: leadsThroughTunnel(lvs_method),
      keyword: 'real_server' as const,
    }),
  );
  if (!sorry) return real;
  const last = {
    at: sorry.value.address.word,
    family: sorry.value.address.value.family,
    isTunnel: leadsThroughTunnel(sorry_server_lvs_method ?? methodAbove(server, sorry.statement)),
    keyword: 'sorry_server' as const,
  };
  return [...real, last];
}

type Method = VirtualServer['lvs_method'];

function leadsThroughTunnel(method: Method): boolean {
  return method?.value.method.value === 'TUN';
}

/** The method of the virtual server, if it stands above a server. */
function methodAbove(server: VirtualServer, below: Statement): Method {
  const method = generalMethodOf(server);
  if (!method || method.statement.source !== below.source) return method;
  return method.statement.span.start < below.span.start ? method : undefined;
}

interface Source {
  readonly bindto: NonNullable<NonNullable<RealServer['TCP_CHECK']>[number]['bindto']>;
  /** The address of the check, else that of its server. */
  readonly checked: Address;
}

/** The source addresses of checks, and where they lead. */
function sourcesOf(servers: readonly VirtualServer[]): readonly Source[] {
  return servers
    .flatMap(({ real_server = [] }) => real_server)
    .flatMap(
      ({ header, TCP_CHECK, HTTP_GET, SSL_GET, SMTP_CHECK, DNS_CHECK, UDP_CHECK, PING_CHECK }) =>
        [TCP_CHECK, HTTP_GET, SSL_GET, SMTP_CHECK, DNS_CHECK, UDP_CHECK, PING_CHECK]
          .flatMap((checks): readonly Connection[] => checks ?? [])
          .flatMap(({ bindto, connect_ip }) =>
            bindto ? [{ bindto, checked: connect_ip?.value ?? header.address.value }] : [],
          ),
    );
}

type Connection = Pick<NonNullable<RealServer['TCP_CHECK']>[number], 'bindto' | 'connect_ip'>;
