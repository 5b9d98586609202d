import type { ArgumentsSchema, UmaskSchema } from './value.ts';

/** keepalived/core/global_parser.c, smtpserver_handler() */
export const mailServer = {
  type: 'arguments',
  operands: {
    host: { summary: 'Address or name of the mail relay', value: { type: 'host' } },
    port: {
      summary: 'Port of the mail relay, 25 when there is none',
      value: { type: 'integer', min: 1, max: 65535 },
      optional: true,
    },
  },
} as const satisfies ArgumentsSchema;

const timeout = {
  type: 'integer',
  min: 0,
  max: 2678400,
  unit: 's',
} as const;

/** keepalived/core/global_parser.c, lvs_timeouts() */
export const connectionTimeouts = {
  type: 'arguments',
  options: {
    tcp: { summary: 'For TCP connections', value: timeout, loss: 'argument' },
    tcpfin: { summary: 'For TCP connections that close', value: timeout, loss: 'argument' },
    udp: { summary: 'For UDP', value: timeout, loss: 'argument' },
  },
  unknown: 'skipped',
  missing: 'ignores',
  constraints: [{ kind: 'required', oneOf: ['tcp', 'tcpfin', 'udp'] }],
} as const satisfies ArgumentsSchema;

/** keepalived/core/global_parser.c, lvs_syncd_handler() */
export const syncDaemon = {
  type: 'arguments',
  operands: {
    interface: { summary: 'Interface of the sync daemon', value: { type: 'interface' } },
  },
  options: {
    inst: {
      summary: 'VRRP instance whose state decides on master or backup',
      since: '2.1.0',
      value: { type: 'string', syntax: '<VRRP_INSTANCE>' },
      repeat: 'first',
      loss: 'argument',
    },
    id: {
      summary: 'Identifier of the sync daemon; without it, the VRID of the instance',
      since: '1.2.24',
      value: { type: 'integer', min: 0, max: 255 },
      loss: 'argument',
    },
    maxlen: {
      summary: 'Longest packet, in bytes',
      since: '1.2.24',
      value: { type: 'integer', min: 1, max: 65507, unit: 'bytes' },
      loss: 'argument',
      build: ['kernel headers >= 4.3'],
    },
    port: {
      summary: 'UDP port of the packets',
      since: '1.2.24',
      value: { type: 'integer', min: 1, max: 65535 },
      loss: 'argument',
      build: ['kernel headers >= 4.3'],
    },
    ttl: {
      summary: 'Time to live of the packets',
      since: '1.2.24',
      value: { type: 'integer', min: 1, max: 255 },
      loss: 'argument',
      build: ['kernel headers >= 4.3'],
    },
    group: {
      summary: 'Multicast group of the packets',
      since: '1.2.24',
      value: { type: 'address', multicast: true },
      loss: 'argument',
      build: ['kernel headers >= 4.3'],
    },
  },
  unnamed: 'inst',
  unknown: 'skipped',
  missing: 'ignores',
} as const satisfies ArgumentsSchema;

/** keepalived/core/global_parser.c, vrrp_iptables_handler(): XT_EXTENSION_MAXNAMELEN is 29 */
export const firewallChains = {
  type: 'arguments',
  optional: true,
  operands: {
    input: {
      summary: 'Chain for packets that come in',
      value: { type: 'string', syntax: '<INPUT_CHAIN>', maxLength: 27 },
    },
    output: {
      summary: 'Chain for packets that go out',
      value: { type: 'string', syntax: '<OUTPUT_CHAIN>', maxLength: 27 },
      optional: true,
    },
  },
} as const satisfies ArgumentsSchema;

function setName<S extends string>(syntax: S) {
  // IPSET_MAXNAMELEN is 32.
  return { type: 'string', syntax, maxLength: 30 } as const;
}

/** keepalived/core/global_parser.c, vrrp_ipsets_handler() */
export const firewallSets = {
  type: 'arguments',
  optional: true,
  operands: {
    addresses: { summary: 'Set of IPv4 addresses', value: setName('<ADDR4>') },
    addresses6: {
      summary: 'Set of IPv6 addresses',
      value: setName('<ADDR6>'),
      optional: true,
    },
    interfaces6: {
      summary: 'Set of IPv6 addresses with interfaces',
      value: setName('<ADDR_IFACE6>'),
      optional: true,
    },
    igmp: { summary: 'Set for IGMP', since: '2.0.19', value: setName('<IGMP>'), optional: true },
    mld: { summary: 'Set for MLD', since: '2.0.19', value: setName('<MLD>'), optional: true },
    neighbours: {
      summary: 'Set for neighbour discovery on VMACs',
      since: '2.3.0',
      value: setName('<VMAC_ND>'),
      optional: true,
    },
  },
} as const satisfies ArgumentsSchema;

/** keepalived/core/global_parser.c, notify_fifo() */
export const namedPipe = {
  type: 'arguments',
  operands: {
    path: { summary: 'Path of the pipe', value: { type: 'string', syntax: '<FIFO>' } },
    owner: {
      summary: 'User and group that own the pipe',
      since: '2.0.16',
      value: { type: 'user' },
      optional: true,
    },
  },
} as const satisfies ArgumentsSchema;

/** keepalived/core/global_parser.c, vrrp_rx_bufs_policy_handler() */
export const receiveBuffers = {
  type: 'arguments',
  operands: {
    size: {
      summary: 'What the size follows, or the size in bytes',
      value: {
        type: 'integer',
        min: 0,
        max: 4294967295,
        names: ['MTU', 'ADVERT'],
        ignoreCase: true,
        unit: 'bytes',
      },
    },
  },
  extra: 'reported',
} as const satisfies ArgumentsSchema;

/** `[all] SECONDS`, in any order. */
export function extraInterfaces<M extends 0 | 1>(min: M) {
  return {
    type: 'arguments',
    operands: {
      interval: {
        summary: 'Seconds between two gratuitous ARPs',
        value: { type: 'integer', min, max: 86400, unit: 's' },
      },
    },
    options: { all: { summary: 'On all interfaces, and not only on VMACs' } },
    anyOrder: true,
  } as const satisfies ArgumentsSchema;
}

const checks = ['read', 'match', 'wildcard_match', 'brace_match'] as const;
const changes = [
  ...(['+read', '+match', '+wildcard_match', '+brace_match'] as const),
  ...(['-read', '-match', '-wildcard_match', '-brace_match'] as const),
] as const;

/** lib/parser.c, include_check_set(): only the first one may stand without a sign. */
export const includeChecks = {
  type: 'arguments',
  optional: true,
  operands: {
    first: {
      summary: 'What is checked, or what is checked too or no longer',
      value: { type: 'enum', values: [...checks, ...changes] },
      optional: true,
      loss: 'argument',
    },
    more: {
      summary: 'What is checked too or no longer',
      value: { type: 'list', of: { type: 'enum', values: changes } },
      optional: true,
      loss: 'argument',
    },
  },
} as const satisfies ArgumentsSchema;

/** keepalived/core/global_parser.c, umask_handler() */
export const permissionBits = {
  type: 'umask',
  bits: {
    IRUSR: 0o400,
    IWUSR: 0o200,
    IXUSR: 0o100,
    IRWXU: 0o700,
    IRGRP: 0o40,
    IWGRP: 0o20,
    IXGRP: 0o10,
    IRWXG: 0o70,
    IROTH: 0o4,
    IWOTH: 0o2,
    IXOTH: 0o1,
    IRWXO: 0o7,
  },
  availability: {
    IRWXU: { since: '2.2.8' },
    IRWXG: { since: '2.2.8' },
    IRWXO: { since: '2.2.8' },
  },
} as const satisfies UmaskSchema;
