import { realms, routingTable, trafficClass } from './iproute-values.ts';
import type { ArgumentsSchema, Options } from './value.ts';

const network = { type: 'cidr', words: ['default', 'any', 'all', 'default6'] } as const;

const skipped = { type: 'string', syntax: '<SKIPPED WORD>', optional: true } as const;

/** sscanf(3) with %u-%u: both numbers are needed. */
const range = {
  type: 'numbers',
  separator: '-',
  least: 2,
  most: 2,
  min: 0,
  max: 4294967295,
} as const;

/** What a rule does with packets, other than to look their destination up in a table. */
const ownActions = {
  goto: {
    summary: 'Goes on at the rule with this preference',
    since: '1.2.24',
    value: { type: 'integer', min: 0, max: 4294967295 },
    repeat: 'first',
  },
  nop: { summary: 'Does nothing', since: '1.2.24', repeat: 'first' },
  blackhole: { summary: 'Drops the packets', since: '1.2.24', repeat: 'first' },
  unreachable: {
    summary: 'Rejects the packets: network unreachable',
    since: '1.2.24',
    repeat: 'first',
  },
  prohibit: {
    summary: 'Rejects the packets: communication prohibited',
    since: '1.2.24',
    repeat: 'first',
  },
} as const satisfies Options;

const ownActionNames = ['goto', 'nop', 'blackhole', 'unreachable', 'prohibit'] as const;
const actions = ['table', 'l3mdev', 'type', ...ownActionNames] as const;

/** keepalived/vrrp/vrrp_iprule.c, alloc_rule() */
export const ruleLine = {
  type: 'arguments',
  options: {
    inet: {
      summary: 'Makes the rule an IPv4 rule; the word behind it is skipped',
      since: '2.0.1',
      value: skipped,
      family: 4,
    },
    inet6: {
      summary: 'Makes the rule an IPv6 rule; the word behind it is skipped',
      since: '2.0.1',
      value: skipped,
      family: 6,
    },
    not: { summary: 'Applies to what does not match', since: '1.2.24' },
    from: { summary: 'Source addresses that match', since: '1.2.20', value: network },
    to: { summary: 'Destination addresses that match', since: '1.2.20', value: network },
    table: {
      summary: 'Looks the destination up in this routing table, of which 32 bits count',
      since: '1.2.20',
      value: routingTable(1),
      repeat: 'first',
    },
    lookup: { summary: 'Same as table', since: '1.2.24', sameAs: 'table' },
    preference: {
      summary: 'Place among the rules; low numbers come first',
      since: '1.2.24',
      value: { type: 'integer', min: 0, max: 4294967295, base: 'any' },
    },
    order: { summary: 'Same as preference', since: '1.2.24', sameAs: 'preference' },
    priority: { summary: 'Same as preference', since: '1.2.24', sameAs: 'preference' },
    tos: {
      summary: 'Type of service that matches',
      since: '1.2.24',
      value: trafficClass,
    },
    dsfield: { summary: 'Same as tos', since: '1.2.24', sameAs: 'tos' },
    fwmark: {
      summary: 'Firewall mark that matches, with the bits of it that count',
      since: '1.2.24',
      value: {
        type: 'numbers',
        separator: '/',
        least: 1,
        most: 2,
        min: 0,
        max: 4294967295,
        base: 'any',
      },
    },
    realms: {
      summary: 'Realms of the packets that match',
      since: '1.2.24',
      value: realms,
      family: 4,
    },
    suppress_prefixlength: {
      summary: 'Rejects what the table has by a prefix of at most this length',
      since: '1.2.24',
      value: { type: 'integer', min: 0, max: 2147483647 },
    },
    sup_pl: {
      summary: 'Same as suppress_prefixlength',
      since: '1.2.24',
      sameAs: 'suppress_prefixlength',
    },
    suppress_ifgroup: {
      summary: 'Rejects what the table has through an interface of this group',
      since: '1.2.24',
      value: { type: 'integer', min: 0, max: 2147483647, base: 'any', namedIn: 'group' },
    },
    sup_group: { summary: 'Same as suppress_ifgroup', since: '1.2.24', sameAs: 'suppress_ifgroup' },
    dev: {
      summary: 'Interface through which the packets came',
      since: '1.2.24',
      value: { type: 'interface' },
    },
    iif: { summary: 'Same as dev', since: '1.2.24', sameAs: 'dev' },
    oif: {
      summary: 'Interface that the sender of the packets is bound to',
      since: '1.2.24',
      value: { type: 'interface' },
    },
    'tunnel-id': {
      summary: 'Identifier of the tunnel of the packets that match',
      since: '1.2.24',
      value: { type: 'integer', min: 0, max: 18446744073709552000 },
    },
    uidrange: {
      summary: 'Users whose packets match, from and to',
      since: '1.3.5',
      value: range,
    },
    l3mdev: { summary: 'Looks the destination up in the table of the VRF', since: '1.4.3' },
    protocol: {
      summary: 'Who made the rule; for a tracked rule keepalived itself (18)',
      since: '2.0.1',
      value: { type: 'integer', min: 0, max: 255 },
      loss: 'argument',
    },
    ipproto: {
      summary: 'Protocol of the packets that match, by name or number',
      since: '2.0.1',
      value: { type: 'integer', min: 0, max: 127, namedIn: 'protocols' },
      loss: 'argument',
    },
    sport: {
      summary: 'Source ports that match, from and to',
      since: '2.0.1',
      value: range,
      loss: 'argument',
    },
    dport: {
      summary: 'Destination ports that match, from and to',
      since: '2.0.1',
      value: range,
      loss: 'argument',
    },
    no_track: {
      summary: 'Lets the rule be lost without any consequence for the instance',
      since: '2.0.3',
    },
    track_group: {
      summary: 'Track group that is affected when the rule is lost',
      since: '2.0.3',
      value: { type: 'string', syntax: '<GROUP>' },
      only: ['static_rules'],
      repeat: 'first',
      loss: 'argument',
    },
    type: {
      summary: 'May stand before an action other than a table',
      since: '1.2.24',
      value: {
        type: 'arguments',
        options: ownActions,
        unknown: 'ends',
        constraints: [
          { kind: 'required', oneOf: ownActionNames },
          { kind: 'exclusive', among: ownActionNames },
        ],
      },
      repeat: 'first',
    },
    ...ownActions,
  },
  oneFamily: true,
  constraints: [
    { kind: 'required', oneOf: actions, since: '1.2.24' },
    { kind: 'exclusive', among: actions },
    { kind: 'needs', option: 'goto', oneOf: ['preference'] },
    { kind: 'order', lower: 'preference', higher: 'goto' },
    { kind: 'order', lower: 'preference', higher: 'type goto' },
    { kind: 'needs', option: 'realms', oneOf: ['table', 'l3mdev'] },
    { kind: 'needs', option: 'suppress_prefixlength', oneOf: ['table', 'l3mdev'] },
    { kind: 'needs', option: 'suppress_ifgroup', oneOf: ['table', 'l3mdev'] },
    { kind: 'needs', option: 'protocol', notBeing: [18], oneOf: ['no_track'], loss: 'argument' },
    { kind: 'needs', option: 'track_group', oneOf: ['dev'], loss: 'argument' },
    { kind: 'required', oneOf: ['preference'], since: '2.0.2', loss: 'nothing' },
  ],
} as const satisfies ArgumentsSchema;
