/*
 * Messages about addresses, routes and rules: keepalived/vrrp/vrrp_ipaddress.c, vrrp_iproute.c,
 * vrrp_iprule.c and vrrp_ip_rule_route_parser.c.
 */
import { instance } from './contexts.ts';
import type { Coverage, CoveredMessage, UndecidableMessage } from './coverage.ts';

function address(rule: string, line: string): CoveredMessage {
  return { rule, example: instance(`  virtual_ipaddress_excluded {\n    ${line}\n  }`) };
}

function staticAddress(rule: string, line: string): CoveredMessage {
  return { rule, example: `static_ipaddress {\n  ${line}\n}\n${instance('')}` };
}

function route(rule: string, line: string): CoveredMessage {
  return { rule, example: instance(`  virtual_routes {\n    ${line}\n  }`) };
}

function staticRoute(rule: string, line: string): CoveredMessage {
  return { rule, example: `static_routes {\n  ${line}\n}\n${instance('')}` };
}

function policy(rule: string, line: string): CoveredMessage {
  return { rule, example: instance(`  virtual_rules {\n    ${line}\n  }`) };
}

function staticPolicy(rule: string, line: string): CoveredMessage {
  return { rule, example: `static_rules {\n  ${line}\n}\n${instance('')}` };
}

/** Two track groups, and an instance in each; the static block uses them. */
function withGroups({ rule, example }: CoveredMessage): CoveredMessage {
  const groups = ['A', 'B'].map((name) => `track_group ${name} {\n  group {\n    VI_1\n  }\n}\n`);
  return { rule, example: groups.join('') + example };
}

const hostInterface: UndecidableMessage = { dependsOn: 'the interfaces of the host' };
const build: UndecidableMessage = {
  dependsOn: 'the kernel headers that keepalived was built with',
};

const ipv4 = '198.51.100.0/24';
const ipv6 = '2001:db8:1::/48';

/** Addresses: virtual, excluded, static. */
const addresses: Coverage = {
  'vrrp/vrrp_ipaddress.c:414': address('invalid-value', '192.0.2.11/33'),
  'vrrp/vrrp_ipaddress.c:424': address('invalid-value', '192.0.2.256'),
  'vrrp/vrrp_ipaddress.c:452': route('old-default-route', 'default6 via 2001:db8::1'),
  'vrrp/vrrp_ipaddress.c:520': address('conflicting-options', '192.0.2.11/24 dev eth1 dev eth2'),
  'vrrp/vrrp_ipaddress.c:525': hostInterface,
  'vrrp/vrrp_ipaddress.c:538': address('value-out-of-range', '192.0.2.11/24 scope 300'),
  'vrrp/vrrp_ipaddress.c:548': address('conflicting-options', '2001:db8::11/64 brd 192.0.2.255'),
  'vrrp/vrrp_ipaddress.c:563': address('invalid-value', '192.0.2.11/24 brd nowhere'),
  'vrrp/vrrp_ipaddress.c:576': address('value-too-long', '192.0.2.11/24 label a-very-long-label'),
  'vrrp/vrrp_ipaddress.c:591': address(
    'conflicting-options',
    '192.0.2.11 peer 192.0.2.12 peer 192.0.2.13',
  ),
  'vrrp/vrrp_ipaddress.c:596': address('invalid-value', '192.0.2.11 peer nobody'),
  'vrrp/vrrp_ipaddress.c:598': address('conflicting-options', '192.0.2.11 peer 2001:db8::12'),
  'vrrp/vrrp_ipaddress.c:602': address('invalid-value', '192.0.2.11/24 peer 192.0.2.12'),
  'vrrp/vrrp_ipaddress.c:646': address('invalid-value', '192.0.2.11/24 preferred_lft soon'),
  'vrrp/vrrp_ipaddress.c:654': withGroups(
    staticAddress('conflicting-options', '192.0.2.11/24 dev eth0 track_group A track_group B'),
  ),
  'vrrp/vrrp_ipaddress.c:658': staticAddress(
    'unknown-reference',
    '192.0.2.11/24 dev eth0 track_group A',
  ),
  'vrrp/vrrp_ipaddress.c:662': address('extra-words', '192.0.2.11/24 metric 100'),
  'vrrp/vrrp_ipaddress.c:668': address('missing-value', '192.0.2.11/24 dev'),
  'vrrp/vrrp_ipaddress.c:675': address(
    'conflicting-options',
    '192.0.2.11 peer 192.0.2.12 brd 192.0.2.255',
  ),
  'vrrp/vrrp_ipaddress.c:688': address('invalid-value', '192.0.2.11/31 brd +'),
  'vrrp/vrrp_ipaddress.c:693': hostInterface,
  'vrrp/vrrp_ipaddress.c:703': address('conflicting-options', '2001:db8::11/64 scope link'),
  'vrrp/vrrp_ipaddress.c:707': address('conflicting-options', '2001:db8::11/64 label eth0:1'),
  'vrrp/vrrp_ipaddress.c:722': {
    dependsOn: 'the interfaces of the host: without any the address is lost',
  },
  'vrrp/vrrp_ipaddress.c:728': { dependsOn: 'nothing: the lines are not compiled' },
};

/** Tunnels that packets are put into. */
const encapsulation: Coverage = {
  'vrrp/vrrp_iproute.c:1006': route('missing-value', `${ipv4} encap mpls`),
  'vrrp/vrrp_iproute.c:1012': route('invalid-value', `${ipv4} encap mpls label`),
  'vrrp/vrrp_iproute.c:1032': route('invalid-value', `${ipv4} encap ip id one`),
  'vrrp/vrrp_iproute.c:1040': route('invalid-value', `${ipv4} encap ip dst nowhere`),
  'vrrp/vrrp_iproute.c:1044': route('invalid-value', `${ipv4} encap ip dst 2001:db8::1`),
  'vrrp/vrrp_iproute.c:1052': route('invalid-value', `${ipv4} encap ip id 1 src nowhere`),
  'vrrp/vrrp_iproute.c:1056': route('invalid-value', `${ipv4} encap ip id 1 src 2001:db8::1`),
  'vrrp/vrrp_iproute.c:1061': route('value-out-of-range', `${ipv4} encap ip id 1 tos 0x100`),
  'vrrp/vrrp_iproute.c:1066': route('value-out-of-range', `${ipv4} encap ip id 1 ttl 300`),
  'vrrp/vrrp_iproute.c:1070': route('value-out-of-range', `${ipv4} encap ip id 1 flags 70000`),
  'vrrp/vrrp_iproute.c:1080': route('missing-option', `${ipv4} encap ip ttl 64`),
  'vrrp/vrrp_iproute.c:1112': route('missing-value', `${ipv6} encap ila`),
  'vrrp/vrrp_iproute.c:1119': route('invalid-value', `${ipv6} encap ila locator`),
  'vrrp/vrrp_iproute.c:1140': route('invalid-value', `${ipv6} encap ip6 id one`),
  'vrrp/vrrp_iproute.c:1148': route('invalid-value', `${ipv6} encap ip6 dst nowhere`),
  'vrrp/vrrp_iproute.c:1152': route('invalid-value', `${ipv6} encap ip6 dst 192.0.2.1`),
  'vrrp/vrrp_iproute.c:1160': route('invalid-value', `${ipv6} encap ip6 id 1 src nowhere`),
  'vrrp/vrrp_iproute.c:1164': route('invalid-value', `${ipv6} encap ip6 id 1 src 192.0.2.1`),
  'vrrp/vrrp_iproute.c:1169': route('value-out-of-range', `${ipv6} encap ip6 id 1 tc 0x100`),
  'vrrp/vrrp_iproute.c:1174': route('value-out-of-range', `${ipv6} encap ip6 id 1 hoplimit 300`),
  'vrrp/vrrp_iproute.c:1178': route('value-out-of-range', `${ipv6} encap ip6 id 1 flags 70000`),
  'vrrp/vrrp_iproute.c:1188': route('missing-option', `${ipv6} encap ip6 hoplimit 64`),
  'vrrp/vrrp_iproute.c:1215': route('missing-value', `${ipv4} encap`),
  'vrrp/vrrp_iproute.c:1234': route('missing-option', `${ipv4} encap gre`),
};

const nextHops: Coverage = {
  'vrrp/vrrp_iproute.c:1274': route('conflicting-options', `${ipv6} nexthop via inet 192.0.2.1`),
  'vrrp/vrrp_iproute.c:1281': route('invalid-value', `${ipv4} nexthop via nowhere`),
  'vrrp/vrrp_iproute.c:1285': route('conflicting-options', `${ipv4} nexthop via 2001:db8::1`),
  'vrrp/vrrp_iproute.c:1295': hostInterface,
  'vrrp/vrrp_iproute.c:1300': route(
    'value-out-of-range',
    `${ipv4} nexthop via 192.0.2.1 weight 300`,
  ),
  'vrrp/vrrp_iproute.c:1303': route('value-out-of-range', `${ipv4} nexthop via 192.0.2.1 weight 0`),
  'vrrp/vrrp_iproute.c:1317': build,
  'vrrp/vrrp_iproute.c:1323': route('invalid-value', `${ipv4} nexthop via 192.0.2.1 realms 1/2/3`),
  'vrrp/vrrp_iproute.c:1329': route('conflicting-options', `${ipv6} nexthop via fe80::1 realms 1`),
  'vrrp/vrrp_iproute.c:1336': route('unknown-value', `${ipv4} nexthop as to 192.0.2.1`),
  'vrrp/vrrp_iproute.c:1350': route('unknown-value', `${ipv4} nexthop via 192.0.2.1 metric 1`),
};

const routes: Coverage = {
  'vrrp/vrrp_iproute.c:1395': route('conflicting-options', `${ipv4} inet6 default`),
  'vrrp/vrrp_iproute.c:1404': route('conflicting-options', `${ipv6} inet default`),
  'vrrp/vrrp_iproute.c:1414': route('invalid-value', `${ipv4} src nowhere`),
  'vrrp/vrrp_iproute.c:1420': route('conflicting-options', `${ipv4} src 2001:db8::1`),
  'vrrp/vrrp_iproute.c:1428': route('unavailable-value', `${ipv4} as to 192.0.2.1`),
  'vrrp/vrrp_iproute.c:1430': build,
  'vrrp/vrrp_iproute.c:1437': route('deprecated-keyword', `${ipv4} gw 192.0.2.1`),
  'vrrp/vrrp_iproute.c:1454': route('conflicting-options', `${ipv4} via inet6 2001:db8::1`),
  'vrrp/vrrp_iproute.c:1462': route('invalid-value', `${ipv4} via nowhere`),
  'vrrp/vrrp_iproute.c:1468': route('conflicting-options', `${ipv4} via 2001:db8::1`),
  'vrrp/vrrp_iproute.c:1477': route('invalid-value', `${ipv6} from nowhere`),
  'vrrp/vrrp_iproute.c:1481': route('invalid-value', `${ipv6} from 192.0.2.0/24`),
  'vrrp/vrrp_iproute.c:1487': route('conflicting-options', `${ipv4} from 2001:db8::/32`),
  'vrrp/vrrp_iproute.c:1494': route('value-out-of-range', `${ipv4} via 192.0.2.1 tos 0x100`),
  'vrrp/vrrp_iproute.c:1503': {
    dependsOn: 'the names of routing tables in /etc/iproute2/rt_tables',
  },
  'vrrp/vrrp_iproute.c:1510': route('value-out-of-range', `${ipv4} via 192.0.2.1 protocol 300`),
  'vrrp/vrrp_iproute.c:1519': route('value-out-of-range', `${ipv4} via 192.0.2.1 scope 300`),
  'vrrp/vrrp_iproute.c:1528': route('invalid-value', `${ipv4} via 192.0.2.1 metric low`),
  'vrrp/vrrp_iproute.c:1536': hostInterface,
  'vrrp/vrrp_iproute.c:1549': build,
  'vrrp/vrrp_iproute.c:1556': route('conflicting-options', `${ipv4} via 192.0.2.1 expires 60`),
  'vrrp/vrrp_iproute.c:1560': route('invalid-value', `${ipv6} expires soon`),
  'vrrp/vrrp_iproute.c:1564': build,
  'vrrp/vrrp_iproute.c:1572': route('invalid-value', `${ipv4} mtu big`),
  'vrrp/vrrp_iproute.c:1577': route('value-out-of-range', `${ipv4} hoplimit 300`),
  'vrrp/vrrp_iproute.c:1587': route('invalid-value', `${ipv4} advmss big`),
  'vrrp/vrrp_iproute.c:1597': route('invalid-value', `${ipv4} rtt short`),
  'vrrp/vrrp_iproute.c:1608': route('invalid-value', `${ipv4} rttvar small`),
  'vrrp/vrrp_iproute.c:1618': route('invalid-value', `${ipv4} reordering much`),
  'vrrp/vrrp_iproute.c:1623': route('invalid-value', `${ipv4} window big`),
  'vrrp/vrrp_iproute.c:1632': route('invalid-value', `${ipv4} cwnd big`),
  'vrrp/vrrp_iproute.c:1641': route('invalid-value', `${ipv4} ssthresh low`),
  'vrrp/vrrp_iproute.c:1647': route('invalid-value', `${ipv4} realms 1/2/3`),
  'vrrp/vrrp_iproute.c:1651': route('conflicting-options', `${ipv6} realms 1`),
  'vrrp/vrrp_iproute.c:1662': route('invalid-value', `${ipv4} rto_min short`),
  'vrrp/vrrp_iproute.c:1668': route('invalid-value', `${ipv4} initcwnd big`),
  'vrrp/vrrp_iproute.c:1674': route('invalid-value', `${ipv4} initrwnd big`),
  'vrrp/vrrp_iproute.c:1683': route('unknown-value', `${ipv4} features sack`),
  'vrrp/vrrp_iproute.c:1688': route('value-out-of-range', `${ipv4} quickack 2`),
  'vrrp/vrrp_iproute.c:1693': build,
  'vrrp/vrrp_iproute.c:1706': build,
  'vrrp/vrrp_iproute.c:1713': route('conflicting-options', `${ipv4} pref low`),
  'vrrp/vrrp_iproute.c:1724': route('value-out-of-range', `${ipv6} pref 300`),
  'vrrp/vrrp_iproute.c:1730': build,
  'vrrp/vrrp_iproute.c:1742': route('unknown-value', `${ipv4} ttl-propagate on`),
  'vrrp/vrrp_iproute.c:1745': build,
  'vrrp/vrrp_iproute.c:1751': route('value-out-of-range', `${ipv4} fastopen_no_cookie 2`),
  'vrrp/vrrp_iproute.c:1756': build,
  'vrrp/vrrp_iproute.c:1774': route('deprecated-keyword', `${ipv4} via 192.0.2.1 or 192.0.2.2`),
  'vrrp/vrrp_iproute.c:1777': {
    open: 'a second `or` of a route is reported as deprecated, like the first one',
  },
  'vrrp/vrrp_iproute.c:1794': route('invalid-value', `${ipv4} via 192.0.2.1 or nowhere`),
  'vrrp/vrrp_iproute.c:1803': route(
    'conflicting-options',
    `${ipv4} via 192.0.2.1 or 192.0.2.2 nexthop via 192.0.2.3`,
  ),
  'vrrp/vrrp_iproute.c:1813': withGroups(
    staticRoute('conflicting-options', `${ipv4} dev eth0 track_group A track_group B`),
  ),
  'vrrp/vrrp_iproute.c:1817': staticRoute('unknown-reference', `${ipv4} dev eth0 track_group A`),
  'vrrp/vrrp_iproute.c:1822': hostInterface,
  'vrrp/vrrp_iproute.c:1826': hostInterface,
  'vrrp/vrrp_iproute.c:1846': route('unknown-value', 'somewhere via 192.0.2.1'),
  'vrrp/vrrp_iproute.c:1852': route('conflicting-options', `via 192.0.2.1 to ${ipv6}`),
  'vrrp/vrrp_iproute.c:1862': withGroups(
    staticRoute('conflicting-options', `${ipv4} dev eth0 track_group A track_group B`),
  ),
  'vrrp/vrrp_iproute.c:1867': route('missing-option', 'via 192.0.2.1'),
  'vrrp/vrrp_iproute.c:1873': route('missing-option', `${ipv4} via 192.0.2.1 protocol static`),
  'vrrp/vrrp_iproute.c:1879': withGroups(
    staticRoute('missing-option', `${ipv4} via 192.0.2.1 track_group A`),
  ),
};

/** The readers that routes and rules share. */
const numbers: Coverage = {
  'vrrp/vrrp_ip_rule_route_parser.c:87': route('value-out-of-range', `${ipv4} hoplimit 300`),
  'vrrp/vrrp_ip_rule_route_parser.c:101': route(
    'value-out-of-range',
    `${ipv4} encap ip id 1 flags 70000`,
  ),
  'vrrp/vrrp_ip_rule_route_parser.c:115': route('invalid-value', `${ipv4} window big`),
  'vrrp/vrrp_ip_rule_route_parser.c:129': route('invalid-value', `${ipv4} encap ip id one`),
  'vrrp/vrrp_ip_rule_route_parser.c:189': route('invalid-value', `${ipv4} rtt 1.e3`),
  'vrrp/vrrp_ip_rule_route_parser.c:207': route('value-out-of-range', `${ipv4} rtt 200s`),
  'vrrp/vrrp_ip_rule_route_parser.c:210': route('value-out-of-range', `${ipv4} rtt 10ms`),
};

/** Rules of policy routing. */
const policies: Coverage = {
  'vrrp/vrrp_iprule.c:492': policy(
    'conflicting-options',
    `from ${ipv4} inet6 all table 1 preference 1`,
  ),
  'vrrp/vrrp_iprule.c:501': policy(
    'conflicting-options',
    `from ${ipv6} inet all table 1 preference 1`,
  ),
  'vrrp/vrrp_iprule.c:511': policy('invalid-value', 'from somewhere table 1 preference 1'),
  'vrrp/vrrp_iprule.c:518': policy(
    'conflicting-options',
    `to ${ipv4} from ${ipv6} table 1 preference 1`,
  ),
  'vrrp/vrrp_iprule.c:527': policy('invalid-value', 'to somewhere table 1 preference 1'),
  'vrrp/vrrp_iprule.c:534': policy(
    'conflicting-options',
    `from ${ipv4} to ${ipv6} table 1 preference 1`,
  ),
  'vrrp/vrrp_iprule.c:541': {
    dependsOn: 'the names of routing tables in /etc/iproute2/rt_tables',
  },
  'vrrp/vrrp_iprule.c:545': policy('value-out-of-range', `from ${ipv4} table 0 preference 1`),
  'vrrp/vrrp_iprule.c:550': policy(
    'conflicting-options',
    `from ${ipv4} blackhole table 1 preference 1`,
  ),
  'vrrp/vrrp_iprule.c:561': policy('invalid-value', `from ${ipv4} table 1 preference low`),
  'vrrp/vrrp_iprule.c:570': policy(
    'value-out-of-range',
    `from ${ipv4} tos 0x100 table 1 preference 1`,
  ),
  'vrrp/vrrp_iprule.c:606': policy('invalid-value', 'fwmark red table 1 preference 1'),
  'vrrp/vrrp_iprule.c:614': policy(
    'invalid-value',
    `from ${ipv4} realms 1/2/3 table 1 preference 1`,
  ),
  'vrrp/vrrp_iprule.c:623': policy(
    'conflicting-options',
    `from ${ipv6} realms 1 table 1 preference 1`,
  ),
  'vrrp/vrrp_iprule.c:630': policy(
    'invalid-value',
    `from ${ipv4} table 1 suppress_prefixlength all preference 1`,
  ),
  'vrrp/vrrp_iprule.c:640': policy(
    'value-out-of-range',
    `from ${ipv4} table 1 suppress_ifgroup 2147483648 preference 1`,
  ),
  'vrrp/vrrp_iprule.c:652': hostInterface,
  'vrrp/vrrp_iprule.c:661': hostInterface,
  'vrrp/vrrp_iprule.c:670': policy('invalid-value', 'tunnel-id one table 1 preference 1'),
  'vrrp/vrrp_iprule.c:680': policy('invalid-value', 'uidrange 1000 table 1 preference 1'),
  'vrrp/vrrp_iprule.c:692': policy('conflicting-options', 'blackhole l3mdev preference 1'),
  'vrrp/vrrp_iprule.c:701': policy(
    'value-out-of-range',
    `from ${ipv4} table 1 protocol 300 preference 1`,
  ),
  'vrrp/vrrp_iprule.c:712': policy(
    'value-out-of-range',
    `from ${ipv4} table 1 ipproto 300 preference 1`,
  ),
  'vrrp/vrrp_iprule.c:728': policy('invalid-value', `from ${ipv4} table 1 sport http preference 1`),
  'vrrp/vrrp_iprule.c:744': policy('invalid-value', `from ${ipv4} table 1 dport http preference 1`),
  'vrrp/vrrp_iprule.c:757': withGroups(
    staticPolicy(
      'conflicting-options',
      `from ${ipv4} iif eth0 table 1 preference 1 track_group A track_group B`,
    ),
  ),
  'vrrp/vrrp_iprule.c:761': staticPolicy(
    'unknown-reference',
    `from ${ipv4} iif eth0 table 1 preference 1 track_group A`,
  ),
  'vrrp/vrrp_iprule.c:770': policy('invalid-value', `from ${ipv4} preference 1 goto end`),
  'vrrp/vrrp_iprule.c:787': policy('unknown-value', `from ${ipv4} preference 1 unicast`),
  'vrrp/vrrp_iprule.c:792': policy('unknown-value', `from ${ipv4} table 1 preference 1 metric 2`),
  'vrrp/vrrp_iprule.c:796': policy(
    'conflicting-options',
    `from ${ipv4} table 1 preference 1 prohibit`,
  ),
  'vrrp/vrrp_iprule.c:807': policy('value-out-of-range', `from ${ipv4} preference 10 goto 5`),
  'vrrp/vrrp_iprule.c:811': policy('missing-option', `from ${ipv4} goto 5`),
  'vrrp/vrrp_iprule.c:817': policy('missing-option', `from ${ipv4} preference 1`),
  'vrrp/vrrp_iprule.c:822': policy(
    'missing-option',
    `from ${ipv4} realms 1 blackhole preference 1`,
  ),
  'vrrp/vrrp_iprule.c:828': {
    dependsOn: 'nothing: a table beside l3mdev is refused before',
  },
  'vrrp/vrrp_iprule.c:836': policy(
    'missing-option',
    `from ${ipv4} table 1 preference 1 protocol 4`,
  ),
  'vrrp/vrrp_iprule.c:843': withGroups(
    staticPolicy('missing-option', `from ${ipv4} table 1 preference 1 track_group A`),
  ),
  'vrrp/vrrp_iprule.c:856': policy('missing-option', `from ${ipv4} table 1`),
};

export const addressesCoverage: Coverage = {
  ...addresses,
  ...encapsulation,
  ...nextHops,
  ...routes,
  ...numbers,
  ...policies,
};
