import type { ArgumentsSchema } from './value.ts';

const group = {
  summary: 'Interface group, by name or number',
  since: '2.3.0',
  value: { type: 'integer', min: 0, max: 2147483647, base: 'any', namedIn: 'group' },
  loss: 'argument',
} as const;

const name = {
  summary: 'Name of the interface that is made',
  since: '2.3.0',
  value: { type: 'interface', created: true },
  repeat: 'first',
  loss: 'argument',
} as const;

/** keepalived/vrrp/vrrp_parser.c, vrrp_vmac_handler() */
export const vmac = {
  type: 'arguments',
  optional: true,
  operands: {
    mac: {
      summary: 'MAC address of the interface',
      since: '2.2.5',
      value: { type: 'mac' },
      optional: true,
      repeat: 'first',
      loss: 'argument',
    },
  },
  options: {
    name,
    netlink_notify_msg: {
      summary: 'Asks the kernel to announce the addresses of the interface',
      since: '2.3.0',
    },
    group,
  },
  anyOrder: true,
  unnamed: 'name',
} as const satisfies ArgumentsSchema;

/** keepalived/vrrp/vrrp_parser.c, vrrp_ipvlan_handler() */
export const ipvlan = {
  type: 'arguments',
  optional: true,
  operands: {
    address: {
      summary: 'Address of the interface, from which advertisements are sent',
      value: { type: 'cidr' },
      optional: true,
      repeat: 'first',
      loss: 'argument',
    },
  },
  options: {
    name: { ...name, value: { type: 'interface' } },
    group,
    bridge: { summary: 'All interfaces above the same one reach each other' },
    private: { summary: 'Interfaces above the same one do not reach each other' },
    vepa: { summary: 'An outer switch passes packets between the interfaces' },
  },
  anyOrder: true,
  unnamed: 'name',
  constraints: [{ kind: 'exclusive', among: ['bridge', 'private', 'vepa'], loss: 'argument' }],
} as const satisfies ArgumentsSchema;

/** keepalived/vrrp/vrrp_parser.c, vrrp_auth_hmac_key_handler() */
export const hmacKey = {
  type: 'arguments',
  operands: {
    id: {
      summary: 'Number of the key',
      value: { type: 'integer', min: 1, max: 255 },
    },
    key: {
      summary: 'The key itself',
      value: { type: 'hmac-key', minBytes: 32, maxBytes: 64 },
    },
  },
  missing: 'ignores',
} as const satisfies ArgumentsSchema;
