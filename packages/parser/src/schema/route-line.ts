import { realms, routingTable, scope, trafficClass } from './iproute-values.ts';
import type { ArgumentsSchema, OptionSchema, Options } from './value.ts';

const u32 = { type: 'integer', min: 0, max: 4294967295 } as const;

/** `mtu lock 1400`: the kernel must not change it. */
const lockable = {
  type: 'arguments',
  options: { lock: { summary: 'The kernel may not change the value' } },
  operands: { value: { summary: 'The value', value: u32 } },
  anyOrder: true,
  unknown: 'ends',
} as const satisfies ArgumentsSchema;

/** get_time_rtt() in keepalived/vrrp/vrrp_ip_rule_route_parser.c */
function lockableTime<N extends number>(perMillisecond: N) {
  return {
    type: 'arguments',
    options: { lock: { summary: 'The kernel may not change the value' } },
    operands: {
      value: {
        summary: 'The time',
        value: {
          type: 'duration',
          min: 200,
          max: 120_000,
          boundsSince: '2.2.8',
          perMillisecond,
        },
      },
    },
    anyOrder: true,
    unknown: 'ends',
  } as const satisfies ArgumentsSchema;
}

const gateway = {
  type: 'arguments',
  operands: {
    address: { summary: 'The gateway', value: { type: 'address', exact: true } },
  },
  options: {
    inet: { summary: 'The gateway has an IPv4 address', since: '1.2.24', family: 4 },
    inet6: { summary: 'The gateway has an IPv6 address', since: '1.2.24', family: 6 },
  },
  anyOrder: true,
  unknown: 'ends',
} as const satisfies ArgumentsSchema;

function tunnel<F extends 4 | 6, const O extends Options>(family: F, own: O) {
  const address = { type: 'address', family, exact: true } as const;
  return {
    type: 'arguments',
    options: {
      id: {
        summary: 'Identifier of the tunnel',
        value: { type: 'integer', min: 0, max: 18446744073709552000 },
      },
      dst: { summary: 'Far end of the tunnel', value: address },
      src: { summary: 'Near end of the tunnel', value: address },
      flags: { summary: 'Flags of the tunnel', value: { type: 'integer', min: 0, max: 65535 } },
      ...own,
    },
    unknown: 'ends',
    oneFamily: true,
    constraints: [{ kind: 'required', oneOf: ['dst', 'id'] }],
  } as const satisfies ArgumentsSchema;
}

const octet = { type: 'integer', min: 0, max: 255 } as const;

/** parse_encap() in keepalived/vrrp/vrrp_iproute.c */
const encap = {
  summary: 'Lightweight tunnel that the packets are put into',
  since: '1.2.24',
  value: {
    type: 'arguments',
    options: {
      ip: {
        summary: 'IPv4 tunnel',
        ends: true,
        value: tunnel(4, {
          tos: { summary: 'Type of service of the outer packet', value: trafficClass },
          ttl: { summary: 'Time to live of the outer packet', value: octet },
        }),
      },
      ip6: {
        summary: 'IPv6 tunnel',
        ends: true,
        value: tunnel(6, {
          tc: { summary: 'Traffic class of the outer packet', value: trafficClass },
          hoplimit: { summary: 'Hop limit of the outer packet', value: octet },
        }),
      },
      mpls: {
        summary: 'Labels of an MPLS path',
        ends: true,
        value: {
          type: 'numbers',
          separator: '/',
          least: 1,
          most: 2,
          min: 0,
          max: 1048575,
          base: 'any',
        },
        build: ['kernel headers with MPLS tunnels'],
      },
      ila: {
        summary: 'Locator of identifier-locator addressing',
        ends: true,
        value: {
          type: 'numbers',
          separator: ':',
          least: 4,
          most: 4,
          min: 0,
          max: 65535,
          base: 16,
        },
        build: ['kernel headers with ILA tunnels'],
      },
    },
    unknown: 'ends',
    missing: 'ignores',
    constraints: [
      { kind: 'required', oneOf: ['ip', 'ip6', 'mpls', 'ila'] },
      { kind: 'exclusive', among: ['ip', 'ip6', 'mpls', 'ila'] },
    ],
  },
} as const satisfies OptionSchema;

/** parse_nexthops() in keepalived/vrrp/vrrp_iproute.c */
const nexthop = {
  type: 'arguments',
  optional: true,
  options: {
    via: { summary: 'Gateway of this path', value: gateway },
    dev: { summary: 'Interface of this path', value: { type: 'interface' } },
    weight: {
      summary: 'Share of this path in the traffic',
      value: { type: 'integer', min: 1, max: 256 },
    },
    onlink: { summary: 'Takes the gateway to be on the link' },
    encap,
    realms: { summary: 'Realms of this path', value: realms, family: 4 },
  },
  unknown: 'ends',
} as const satisfies ArgumentsSchema;

const skipped = { type: 'string', syntax: '<SKIPPED WORD>', optional: true } as const;

/** keepalived/vrrp/vrrp_iproute.c, alloc_route() */
export const routeLine = {
  type: 'arguments',
  operands: {
    type: {
      summary: 'Type of the route',
      value: {
        type: 'integer',
        min: 0,
        max: 255,
        base: 'any',
        names: [
          'unicast',
          'local',
          'broadcast',
          'brd',
          'multicast',
          'anycast',
          'blackhole',
          'unreachable',
          'prohibit',
          'throw',
          'nat',
          'xresolve',
        ],
      },
      optional: true,
      before: 'to',
    },
  },
  options: {
    to: {
      summary: 'Destination of the route',
      since: '1.0.1',
      value: { type: 'cidr', words: ['default', 'any', 'all', 'default6'] },
    },
    inet: {
      summary: 'Makes the route an IPv4 route; the word behind it is skipped',
      since: '1.2.24',
      value: skipped,
      family: 4,
    },
    inet6: {
      summary: 'Makes the route an IPv6 route; the word behind it is skipped',
      since: '1.2.24',
      value: skipped,
      family: 6,
    },
    src: {
      summary: 'Source address that is preferred for the destination',
      since: '1.0.2',
      value: { type: 'address', exact: true },
    },
    via: { summary: 'Gateway to the destination', since: '1.0.1', value: gateway },
    gw: {
      summary: 'Older name of via',
      since: '1.0.1',
      sameAs: 'via',
      deprecated: { since: '1.2.24', use: 'via' },
    },
    from: {
      summary: 'Source addresses that the route is for',
      since: '1.2.24',
      value: { type: 'cidr', family: 6, words: ['default', 'any', 'all'] },
      family: 6,
    },
    tos: { summary: 'Type of service that the route is for', since: '1.2.24', value: trafficClass },
    dsfield: { summary: 'Same as tos', since: '1.2.24', sameAs: 'tos' },
    table: {
      summary: 'Routing table, by name or number, of which 32 bits count',
      since: '1.0.2',
      value: routingTable(0),
    },
    protocol: {
      summary: 'Who made the route; for a tracked route keepalived itself (18)',
      since: '1.2.24',
      value: { type: 'integer', min: 0, max: 255, base: 'any', namedIn: 'rt_protos' },
    },
    scope: {
      summary: 'How far the destination is, by name or number',
      since: '1.0.3',
      value: scope,
    },
    metric: { summary: 'Preference among routes; low wins', since: '1.1.15', value: u32 },
    priority: { summary: 'Same as metric', since: '1.2.24', sameAs: 'metric' },
    preference: { summary: 'Same as metric', since: '1.2.24', sameAs: 'metric' },
    dev: {
      summary: 'Interface that leads to the destination',
      since: '1.0.1',
      value: { type: 'interface' },
    },
    oif: { summary: 'Same as dev', since: '1.0.1', sameAs: 'dev' },
    onlink: { summary: 'Takes the gateway to be on the link', since: '1.2.24' },
    encap,
    expires: {
      summary: 'Seconds until the kernel removes the route',
      since: '1.2.24',
      value: { ...u32, unit: 's' },
      family: 6,
    },
    mtu: { summary: 'Largest packet on the path', since: '1.2.24', value: lockable },
    hoplimit: { summary: 'Hop limit of packets to the destination', since: '1.2.24', value: octet },
    advmss: { summary: 'Segment size announced to TCP peers', since: '1.2.24', value: lockable },
    rtt: { summary: 'First guess of the round-trip time', since: '1.2.24', value: lockableTime(8) },
    rttvar: {
      summary: 'First guess of the variance of the round-trip time',
      since: '1.2.24',
      value: lockableTime(4),
    },
    reordering: {
      summary: 'Reordering of packets that TCP tolerates',
      since: '1.2.24',
      value: lockable,
    },
    window: { summary: 'Largest TCP window', since: '1.2.24', value: u32 },
    cwnd: { summary: 'Largest TCP congestion window', since: '1.2.24', value: lockable },
    ssthresh: { summary: 'Slow start threshold of TCP', since: '1.2.24', value: lockable },
    realms: { summary: 'Realms of the route', since: '1.2.24', value: realms, family: 4 },
    rto_min: {
      summary: 'Shortest retransmission timeout of TCP',
      since: '1.2.24',
      value: lockableTime(1),
    },
    initcwnd: { summary: 'First congestion window of TCP', since: '1.2.24', value: u32 },
    initrwnd: { summary: 'First receive window of TCP', since: '1.2.24', value: u32 },
    features: {
      summary: 'Features of TCP to switch on',
      since: '1.2.24',
      value: { type: 'enum', values: ['ecn'] },
      loss: 'argument',
    },
    quickack: {
      summary: 'Whether TCP acknowledges at once',
      since: '1.2.24',
      value: { type: 'integer', min: 0, max: 1 },
    },
    congctl: {
      summary: 'Congestion control algorithm of TCP',
      since: '1.2.24',
      value: {
        type: 'arguments',
        options: { lock: { summary: 'The kernel may not change the value' } },
        operands: {
          algorithm: {
            summary: 'Name of the algorithm',
            value: { type: 'string', syntax: '<NAME>' },
          },
        },
        anyOrder: true,
        unknown: 'ends',
      },
    },
    pref: {
      summary: 'Preference of an IPv6 route in router advertisements',
      since: '1.2.24',
      value: { ...octet, names: ['low', 'medium', 'high'] },
      family: 6,
    },
    'ttl-propagate': {
      summary: 'Whether the time to live goes on inside an MPLS tunnel',
      since: '2.0.8',
      value: { type: 'enum', values: ['enabled', 'disabled'] },
      loss: 'argument',
    },
    fastopen_no_cookie: {
      summary: 'Whether TCP fast open works without a cookie',
      since: '1.4.3',
      value: { type: 'integer', min: 0, max: 1 },
    },
    add: { summary: 'Fails when the route is there', since: '2.2.5' },
    prepend: { summary: 'Puts the route before equal ones, which is the default', since: '2.2.5' },
    append: { summary: 'Puts the route behind equal ones', since: '2.2.5' },
    or: {
      summary: 'A second gateway',
      since: '1.1.16',
      value: { type: 'address', exact: true },
      deprecated: { since: '1.2.24', use: 'nexthop' },
    },
    nexthop: {
      summary: 'One of several paths to the destination',
      since: '1.2.24',
      value: nexthop,
      repeat: 'each',
      last: true,
    },
    no_track: {
      summary: 'Lets the route be lost without any consequence for the instance',
      since: '2.0.3',
    },
    track_group: {
      summary: 'Track group that is affected when the route is lost',
      since: '2.0.3',
      value: { type: 'string', syntax: '<GROUP>' },
      only: ['static_routes'],
      repeat: 'first',
      loss: 'argument',
    },
    vrf: {
      summary: 'VRF whose table gets the route',
      since: '2.2.5',
      value: { type: 'interface' },
      build: ['kernel headers with VRF'],
    },
    as: {
      summary: 'Address translation, which keepalived does not support',
      since: '1.2.24',
      value: {
        type: 'arguments',
        options: { to: { summary: 'May stand before the address' } },
        operands: {
          address: { summary: 'The address', value: { type: 'string', syntax: '<IPADDR>' } },
        },
        anyOrder: true,
        unknown: 'ends',
      },
      unsupported: true,
      loss: 'argument',
    },
  },
  anyOrder: true,
  unnamed: 'to',
  oneFamily: true,
  constraints: [
    { kind: 'required', oneOf: ['to'] },
    { kind: 'exclusive', among: ['or', 'nexthop'] },
    {
      kind: 'required',
      oneOf: ['dev', 'no_track'],
      since: '2.0.3',
      removed: '2.3.2',
      loss: 'nothing',
    },
    {
      kind: 'needs',
      option: 'protocol',
      notBeing: [18, 'keepalived'],
      oneOf: ['no_track'],
      since: '2.0.3',
      loss: 'argument',
    },
    { kind: 'needs', option: 'track_group', oneOf: ['dev'], loss: 'argument' },
  ],
} as const satisfies ArgumentsSchema;
