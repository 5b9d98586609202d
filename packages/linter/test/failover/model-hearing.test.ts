import type { Release } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { clusterOf } from '../../src/cluster/cluster.ts';
import { readNodes } from '../../src/cluster/node.ts';
import { hearingIn } from '../../src/failover/model/hearing.ts';
import { hearingOf, modelOf } from './model-of.ts';

/*
 * The differences that two real daemons were run with: cluster/truth-table.test.ts says which nodes became
 * master, this one who heard whom, and why not. `source`, `max_ttl` and a stranger that is listened to were
 * run with 2.2.7 for this table.
 */

interface Row {
  readonly difference: string;
  readonly both?: string;
  readonly high?: Partial<Lines>;
  readonly low?: Partial<Lines>;
  /** Why the one does not hear the other; a release stands for those up to it. */
  readonly lowIsDeaf?: string;
  readonly highIsDeaf?: string;
  readonly only?: readonly Release[];
}

interface Lines {
  readonly global: string;
  readonly id: string;
  readonly priority: string;
  readonly addresses: string;
  readonly more: string;
}

const oldest: Release = '2.2.7';
const newest: Release = '2.4.3';

const password = (word: string): string =>
  `authentication {\n auth_type PASS\n auth_pass ${word}\n }`;
const hmac = (key: string, mode = ''): string =>
  `auth_hmac {\n key 1 ${key.repeat(32)}\n active_key 1\n ${mode && `mode ${mode}`}\n }`;
const peers = (own: string, peer: string): string =>
  `unicast_src_ip ${own}\n unicast_peer {\n ${peer}\n }`;
const a = '192.0.2.1';
const b = '192.0.2.2';
const nobody = '192.0.2.99';

const both = (reason: string): Pick<Row, 'lowIsDeaf' | 'highIsDeaf'> => ({
  lowIsDeaf: reason,
  highIsDeaf: reason,
});

const rows: readonly Row[] = [
  { difference: 'none' },
  { difference: 'VRID', low: { id: 'virtual_router_id 52' }, ...both('virtual-router-id') },
  {
    difference: 'auth_pass',
    high: { more: password('k8s-vip1') },
    low: { more: password('k8s-vip2') },
    ...both('authentication'),
  },
  {
    difference: 'authentication on one node only',
    high: { more: password('k8s-vip1') },
    ...both('authentication'),
  },
  {
    difference: 'auth_pass behind the 8th character',
    high: { more: password('k8s-vip1-one') },
    low: { more: password('k8s-vip1-two') },
  },
  {
    difference: 'authentication that version 3 ignores',
    both: 'version 3',
    high: { more: password('k8s-vip1') },
  },
  {
    difference: 'authentication that strict mode ignores',
    both: 'strict_mode on',
    high: { more: password('k8s-vip1') },
  },
  {
    difference: 'advert_int in version 2',
    low: { more: 'advert_int 2' },
    ...both('advertisement-interval'),
  },
  { difference: 'advert_int that version 2 rounds', low: { more: 'advert_int 1.2' } },
  { difference: 'advert_int in version 3', both: 'version 3', low: { more: 'advert_int 2' } },
  { difference: 'version', low: { more: 'version 3' }, ...both('version') },
  { difference: 'vrrp_version', low: { global: 'vrrp_version 3' }, ...both('version') },
  {
    difference: 'number of virtual addresses',
    low: { addresses: '192.0.2.10/24\n 192.0.2.11/24' },
    ...both('addresses'),
    only: [oldest, '2.3.2'],
  },
  {
    difference: 'number of virtual addresses, since 2.3.3',
    low: { addresses: '192.0.2.10/24\n 192.0.2.11/24' },
    only: ['2.3.3', newest],
  },
  {
    difference: 'virtual addresses',
    both: 'skip_check_adv_addr true',
    low: { addresses: '192.0.2.11/24' },
    ...both('addresses'),
    only: [oldest],
  },
  { difference: 'prefix of a virtual address', low: { addresses: '192.0.2.10/32' } },
  { difference: 'unicast and multicast', high: { more: peers(a, b) }, ...both('transport') },
  { difference: 'none, with unicast', high: { more: peers(a, b) }, low: { more: peers(b, a) } },
  {
    difference: 'unicast_peer wrong on the node with the higher priority',
    high: { more: peers(a, nobody) },
    low: { more: peers(b, a) },
    lowIsDeaf: 'peer',
  },
  {
    difference: 'unicast_peer wrong on the node with the lower priority',
    high: { more: peers(a, b) },
    low: { more: peers(b, nobody) },
    highIsDeaf: 'peer',
  },
  {
    difference: 'the address of the receiver is not written, and can be the listed one',
    high: { more: `unicast_peer {\n ${b}\n }` },
    low: { more: peers(b, a) },
  },
  {
    difference:
      'the address of the receiver is not written, and cannot be the own one of the sender',
    high: { more: `unicast_peer {\n ${b}\n }` },
    low: { more: peers(b, b) },
    highIsDeaf: 'peer',
  },
  {
    difference: 'check_unicast_src where the sender is not listed',
    high: { more: peers(a, b) },
    low: { more: `${peers(b, nobody)}\n check_unicast_src` },
    lowIsDeaf: 'source',
    highIsDeaf: 'peer',
  },
  {
    difference: 'vrrp_check_unicast_src where the sender is not listed',
    high: { more: peers(a, b) },
    low: { more: peers(b, nobody), global: 'vrrp_check_unicast_src' },
    lowIsDeaf: 'source',
    highIsDeaf: 'peer',
  },
  {
    difference: 'min_ttl, which looks at the source, too',
    high: { more: peers(a, b) },
    low: { more: peers(b, `${nobody} min_ttl 1`) },
    lowIsDeaf: 'source',
    highIsDeaf: 'peer',
  },
  {
    difference: 'unicast_ttl below min_ttl',
    high: { more: `${peers(a, b)}\n unicast_ttl 64` },
    low: { more: peers(b, `${a} min_ttl 255`) },
    lowIsDeaf: 'ttl',
  },
  {
    difference: 'TTL above max_ttl',
    high: { more: peers(a, b) },
    low: { more: peers(b, `${a} max_ttl 64`) },
    lowIsDeaf: 'ttl',
  },
  {
    difference: 'TTL above max_ttl, from another network',
    high: { more: peers('198.51.100.1', b) },
    low: { more: peers(b, '198.51.100.1 max_ttl 64') },
  },
  {
    difference: 'vrrp_mcast_group4',
    low: { global: 'vrrp_mcast_group4 224.0.0.100' },
    ...both('multicast-group'),
  },
  {
    difference: 'mcast_dst_ip',
    low: { more: 'mcast_dst_ip 224.0.0.100' },
    ...both('multicast-group'),
  },
  { difference: 'none, with equal priorities', low: { priority: '101' } },
  { difference: 'none, with two owners', high: { priority: '255' }, low: { priority: '255' } },
  {
    difference: 'two owners in strict mode, which do not listen',
    both: 'strict_mode on',
    high: { priority: '255' },
    low: { priority: '255' },
    ...both('owner'),
    only: ['2.3.3', newest],
  },
  {
    difference: 'two owners in strict mode, before 2.3.3',
    both: 'strict_mode on',
    high: { priority: '255' },
    low: { priority: '255' },
    only: [oldest, '2.3.2'],
  },
  {
    difference: 'owner_ignore_adverts off, which counts as on',
    high: { priority: '255', more: 'owner_ignore_adverts off' },
    highIsDeaf: 'owner',
    only: [newest],
  },
  {
    difference: 'vrrp_owner_ignore_adverts',
    high: { priority: '255', global: 'vrrp_owner_ignore_adverts on' },
    low: { global: 'vrrp_owner_ignore_adverts on' },
    highIsDeaf: 'owner',
    only: [newest],
  },
  {
    difference: 'v3_checksum_as_v2, with which no checksum is looked at',
    both: 'version 3',
    high: { more: 'v3_checksum_as_v2' },
    lowIsDeaf: 'checksum',
    only: [newest],
  },
  {
    difference: 'old_unicast_checksum against never',
    both: 'version 3',
    high: { more: `${peers(a, b)}\n old_unicast_checksum` },
    low: { more: `${peers(b, a)}\n old_unicast_checksum never` },
    ...both('checksum'),
  },
  {
    difference: 'old_unicast_checksum, which the other one finds out',
    both: 'version 3',
    high: { more: `${peers(a, b)}\n old_unicast_checksum` },
    low: { more: peers(b, a) },
  },
  {
    difference: 'auth_hmac on one node only',
    high: { more: hmac('k') },
    ...both('authentication'),
    only: [newest],
  },
  {
    difference: 'auth_hmac, permissive and absent',
    high: { more: hmac('k', 'permissive') },
    lowIsDeaf: 'authentication',
    only: [newest],
  },
  {
    difference: 'auth_hmac, receive-only and absent',
    high: { more: hmac('k', 'receive-only') },
    only: [newest],
  },
  {
    difference: 'auth_hmac, receive-only and enforced',
    high: { more: hmac('k', 'receive-only') },
    low: { more: hmac('k') },
    lowIsDeaf: 'authentication',
    only: [newest],
  },
  {
    difference: 'auth_hmac, receive-only that strict mode enforces',
    both: 'strict_mode on',
    high: { more: hmac('k', 'receive-only') },
    low: { more: hmac('k') },
    only: [newest],
  },
  {
    difference: 'auth_hmac where the sender is not listed',
    high: { more: `${peers(a, b)}\n ${hmac('k')}` },
    low: { more: `${peers(b, nobody)}\n ${hmac('k')}` },
    lowIsDeaf: 'source',
    highIsDeaf: 'peer',
    only: [newest],
  },
  {
    difference: 'keys of auth_hmac',
    high: { more: hmac('k') },
    low: { more: hmac('l') },
    ...both('authentication'),
    only: [newest],
  },
  {
    difference: 'keys of auth_hmac, one of them in a file',
    high: { more: hmac('k') },
    low: { more: 'auth_hmac {\n key 1 file:/etc/key\n active_key 1\n }' },
    only: [newest],
  },
];

function nodeOf(priority: string, more: string, lines: Partial<Lines> = {}): string {
  return `global_defs {
    ${lines.global ?? ''}
}
vrrp_instance VI_1 {
    interface eth0
    ${lines.id ?? 'virtual_router_id 51'}
    priority ${lines.priority ?? priority}
    ${more}
    ${lines.more ?? ''}
    virtual_ipaddress {
        ${lines.addresses ?? '192.0.2.10/24'}
    }
}
`;
}

const runs = rows.flatMap((row) =>
  (row.only ?? [oldest, newest]).map((release) => [release, row.difference, row] as const),
);

test.each(runs)('keepalived %s, differing in: %s', (release, _, row) => {
  const files = {
    high: nodeOf('101', row.both ?? '', row.high),
    low: nodeOf('100', row.both ?? '', row.low),
  };
  const nodes = Object.entries(files).flatMap(([path, text]) => readNodes({ path, text }, release));
  const cluster = clusterOf(nodes, release);
  const members = cluster.virtualRouters.flatMap((router) => router.members);
  const on = (name: string) => members.find(({ node }) => node.name === name);
  const [high, low] = [on('high'), on('low')];
  const [router] = cluster.virtualRouters;
  if (!high || !low || !router) throw new Error('the two are not one virtual router');
  const hearing = hearingIn(router, release);
  expect([hearing(high, low), hearing(low, high)]).toEqual([row.highIsDeaf, row.lowIsDeaf]);
  const heard = [
    ...(row.highIsDeaf === undefined ? ['high <- low'] : []),
    ...(row.lowIsDeaf === undefined ? ['low <- high'] : []),
  ];
  const read = modelOf(files, release);
  expect(read.unknown).toEqual([]);
  expect([...hearingOf(read)].sort()).toEqual(heard);
});

describe('more than two nodes', () => {
  const unicast = (more: string): string => nodeOf('100', more);

  test('each sends to those of its list alone', () => {
    const read = modelOf({
      one: unicast(peers(a, `${b}\n ${nobody}`)),
      two: unicast(peers(b, a)),
      three: unicast(peers(nobody, `${a}\n ${b}`)),
    });
    expect([...hearingOf(read)].sort()).toEqual([
      'one <- three',
      'one <- two',
      'three <- one',
      'two <- one',
      'two <- three',
    ]);
  });

  test('two that agree hear each other, and the third hears nobody', () => {
    const read = modelOf({
      one: nodeOf('100', password('secret')),
      two: nodeOf('90', password('secret')),
      three: nodeOf('80', password('sacred')),
    });
    expect([...hearingOf(read)].sort()).toEqual(['one <- two', 'two <- one']);
  });
});
