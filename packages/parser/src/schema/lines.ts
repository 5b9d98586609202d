import { addressLine } from './address-line.ts';
import { routeLine } from './route-line.ts';
import { ruleLine } from './rule-line.ts';
import type { ArgumentsSchema, ValueSchema } from './value.ts';
import { definedWeight, trackedWeight } from './weight.ts';

/** keepalived/vrrp/vrrp_track.c; keepalived/trackers/track_file.c */
function trackedLine<L extends 253 | 254>(limit: L) {
  return {
    type: 'arguments',
    operands: {
      name: { summary: 'What is tracked', value: { type: 'string', syntax: '<NAME>' } },
    },
    options: {
      weight: {
        summary: 'What it adds to the priority, when it is not what the definition says',
        since: '1.1.13',
        value: trackedWeight(limit),
        loss: 'argument',
        ends: true,
      },
    },
    missing: 'ignores',
  } as const satisfies ArgumentsSchema;
}

const trackedInterfaceLine = {
  type: 'arguments',
  operands: {
    name: { summary: 'The interface that is tracked', value: { type: 'interface' } },
  },
  options: {
    weight: {
      summary: 'What its link state adds to the priority; 0 means FAULT when it is down',
      since: '1.1.13',
      value: definedWeight(253),
      loss: 'argument',
      ends: true,
    },
  },
  missing: 'ignores',
} as const satisfies ArgumentsSchema;

/** keepalived/vrrp/vrrp_data.c, alloc_vrrp_unicast_peer() */
const unicastPeerLine = {
  type: 'arguments',
  operands: {
    address: { summary: 'Address of the other router', value: { type: 'address' } },
  },
  options: {
    min_ttl: {
      summary: 'Smallest TTL or hop limit of its advertisements',
      since: '2.1.0',
      value: { type: 'integer', min: 0, max: 255 },
      loss: 'argument',
    },
    max_ttl: {
      summary: 'Largest TTL or hop limit of its advertisements',
      since: '2.1.0',
      value: { type: 'integer', min: 0, max: 255 },
      loss: 'argument',
    },
  },
  unknown: 'skipped',
  missing: 'ignores',
  constraints: [
    { kind: 'order', lower: 'min_ttl', higher: 'max_ttl', orEqual: true, loss: 'nothing' },
  ],
} as const satisfies ArgumentsSchema;

/** keepalived/check/check_data.c, alloc_vsg_entry() */
const virtualServerGroupLine = {
  type: 'arguments',
  operands: {
    range: {
      summary: 'Address, or range of them',
      value: {
        type: 'address-range',
        availability: { end: { since: '2.2.2' }, prefix: { since: '2.2.2' } },
      },
      optional: true,
    },
    port: {
      summary: 'Port of the service; 0 stands for none',
      value: { type: 'integer', min: 0, max: 65535 },
      optional: true,
    },
  },
  options: {
    fwmark: {
      summary: 'Firewall mark of the packets that are served',
      since: '1.0.2',
      ends: true,
      value: {
        type: 'arguments',
        operands: {
          mark: { summary: 'The mark', value: { type: 'integer', min: 0, max: 4294967295 } },
          family: {
            summary: 'Family of the packets with the mark',
            since: '2.1.0',
            value: { type: 'enum', values: ['inet', 'inet6'] },
            optional: true,
          },
        },
      },
    },
  },
  unknown: 'ends',
  constraints: [{ kind: 'required', oneOf: ['range', 'fwmark'] }],
} as const satisfies ArgumentsSchema;

/** keepalived/vrrp/vrrp_parser.c, alloc_linkbeat_interface() */
const linkbeatInterfaceLine = {
  type: 'arguments',
  operands: {
    interface: { summary: 'The interface that is polled', value: { type: 'interface' } },
    method: {
      summary: 'How it is polled; without it keepalived tries one after the other',
      value: { type: 'enum', values: ['MII', 'ETHTOOL', 'IOCTL'] },
      optional: true,
      loss: 'argument',
    },
  },
  extra: 'reported',
} as const satisfies ArgumentsSchema;

/** keepalived/vrrp/vrrp_parser.c, alloc_if_up_down_delay() */
const interfaceDelayLine = {
  type: 'arguments',
  operands: {
    interface: { summary: 'The interface', value: { type: 'interface' } },
    down: {
      summary: 'Seconds that the link must be down before it counts as down',
      value: { type: 'decimal', min: 0, max: 255, unit: 's', places: 6 },
      optional: true,
    },
    up: {
      summary: 'Seconds that the link must be up before it counts as up',
      value: { type: 'decimal', min: 0, max: 255, unit: 's', places: 6 },
      optional: true,
    },
  },
} as const satisfies ArgumentsSchema;

/**
 * What a line of a free-form block is. Where it is a single value, every word of every line is one
 * (lib/parser.c, read_value_block()).
 */
export const lineSchemas = {
  address: addressLine,
  route: routeLine,
  rule: ruleLine,
  email: { type: 'string', syntax: '<EMAIL>' },
  instance: { type: 'string', syntax: '<VRRP_INSTANCE>' },
  interface: { type: 'interface' },
  'tracked-interface': trackedInterfaceLine,
  'tracked-script': trackedLine(253),
  'tracked-file': trackedLine(254),
  'tracked-process': trackedLine(254),
  'tracked-bfd': trackedLine(253),
  'unicast-peer': unicastPeerLine,
  'virtual-server-group-entry': virtualServerGroupLine,
  'linkbeat-interface': linkbeatInterfaceLine,
  'interface-delay': interfaceDelayLine,
} as const satisfies Readonly<Record<string, ValueSchema>>;

/** A kind of lines of free-form blocks. */
export type LineType = keyof typeof lineSchemas;
