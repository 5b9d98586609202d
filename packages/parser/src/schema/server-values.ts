import type { ArgumentsSchema } from './value.ts';

/** 0 stands for no port (keepalived/check/check_parser.c). */
const port = {
  summary: 'Port of the service; 0 stands for none',
  value: { type: 'integer', min: 0, max: 65535 },
  optional: true,
} as const;

/** `ADDRESS [PORT]`: what real_server and sorry_server take. */
export const endpoint = {
  type: 'arguments',
  operands: {
    address: { summary: 'Address of the server', value: { type: 'address' } },
    port,
  },
} as const satisfies ArgumentsSchema;

/** `ADDRESS [PORT]`, `fwmark MARK` or `group NAME`; keepalived/check/check_data.c, alloc_vs() */
export const virtualServerKey = {
  type: 'arguments',
  operands: {
    address: {
      summary: 'Address of the virtual server',
      value: { type: 'address' },
      optional: true,
    },
    port,
  },
  options: {
    fwmark: {
      summary: 'Firewall mark of the packets that are served',
      since: '1.0.0',
      value: { type: 'integer', min: 0, max: 4294967295 },
      ends: true,
    },
    group: {
      summary: 'Name of a virtual_server_group',
      since: '1.0.2',
      value: { type: 'string', syntax: '<NAME>' },
      ends: true,
    },
  },
  unknown: 'ends',
  missing: 'crashes',
  constraints: [{ kind: 'required', oneOf: ['address', 'fwmark', 'group'] }],
} as const satisfies ArgumentsSchema;

/** keepalived/check/check_parser.c, svr_forwarding_handler() */
export const forwarding = {
  type: 'arguments',
  operands: {
    method: {
      summary: 'How packets get to the server: NAT, direct routing, tunnel',
      value: { type: 'enum', values: ['NAT', 'DR', 'TUN'] },
    },
  },
  options: {
    type: {
      summary: 'Kind of the tunnel',
      since: '2.0.18',
      value: { type: 'enum', values: ['ipip', 'gue', 'gre'] },
      build: ['kernel headers >= 5.3'],
    },
    port: {
      summary: 'UDP port of a gue tunnel',
      since: '2.0.18',
      value: { type: 'integer', min: 1, max: 65535 },
      build: ['kernel headers >= 5.3'],
    },
    nocsum: { summary: 'No checksum, which is the default', since: '2.0.18' },
    csum: { summary: 'Checksum in the tunnel', since: '2.0.18' },
    remcsum: { summary: 'Remote checksum offload, for gue tunnels', since: '2.0.18' },
  },
  missing: 'ignores',
  constraints: [
    { kind: 'needs', option: 'type', being: ['gue'], oneOf: ['port'], loss: 'argument' },
    { kind: 'needs', option: 'port', oneOf: ['type'], with: ['gue'], loss: 'argument' },
    { kind: 'needs', option: 'csum', oneOf: ['type'], with: ['gue', 'gre'], loss: 'argument' },
    { kind: 'needs', option: 'remcsum', oneOf: ['type'], with: ['gue'], loss: 'argument' },
  ],
} as const satisfies ArgumentsSchema;

/** keepalived/check/check_parser.c, pgr_handler() */
export const granularity = {
  type: 'arguments',
  operands: {
    netmask: {
      summary: 'Netmask that groups IPv4 clients',
      value: { type: 'address', family: 4, exact: true },
      optional: true,
    },
    prefix: {
      summary: 'Prefix length that groups IPv6 clients',
      value: { type: 'integer', min: 1, max: 128 },
      optional: true,
    },
  },
  anyOrder: true,
  constraints: [{ kind: 'required', oneOf: ['netmask', 'prefix'] }],
} as const satisfies ArgumentsSchema;
