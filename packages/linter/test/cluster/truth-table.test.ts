import type { Release } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { lintCluster } from './lint-files.ts';

/*
 * Pairs of configurations that two real daemons have run on one network, and how many of them became
 * master. There must be an error exactly where both did.
 */

interface Row {
  readonly difference: string;
  /** Lines of the instance, which both nodes have. */
  readonly both?: string;
  /** Lines in place of those of `node`; lines that begin with `global` go into global_defs. */
  readonly high?: Partial<Lines>;
  readonly low?: Partial<Lines>;
  /** The releases for which both became master. */
  readonly bothMaster: readonly Release[];
}

interface Lines {
  readonly global: string;
  readonly id: string;
  readonly priority: string;
  readonly addresses: string;
  readonly more: string;
}

const never: readonly Release[] = [];
const always: readonly Release[] = ['2.2.7', '2.4.3'];

const password = (word: string): string =>
  `authentication {\n auth_type PASS\n auth_pass ${word}\n }`;
const peers = (own: string, peer: string): string =>
  `unicast_src_ip ${own}\n unicast_peer {\n ${peer}\n }`;
const a = '192.0.2.1';
const b = '192.0.2.2';
const nobody = '192.0.2.99';

const rows: readonly Row[] = [
  { difference: 'none', bothMaster: never },
  { difference: 'VRID', low: { id: 'virtual_router_id 52' }, bothMaster: always },
  {
    difference: 'auth_pass',
    high: { more: password('k8s-vip1') },
    low: { more: password('k8s-vip2') },
    bothMaster: always,
  },
  {
    difference: 'authentication on one node only',
    high: { more: password('k8s-vip1') },
    bothMaster: always,
  },
  {
    difference: 'auth_pass behind the 8th character',
    high: { more: password('k8s-vip1-one') },
    low: { more: password('k8s-vip1-two') },
    bothMaster: never,
  },
  {
    difference: 'advert_int in version 2',
    low: { more: 'advert_int 2' },
    bothMaster: always,
  },
  {
    difference: 'advert_int in version 3',
    high: { more: 'version 3\n advert_int 1' },
    low: { more: 'version 3\n advert_int 2' },
    bothMaster: never,
  },
  { difference: 'version', low: { more: 'version 3' }, bothMaster: always },
  {
    difference: 'number of virtual addresses',
    low: { addresses: '192.0.2.10/24\n 192.0.2.11/24' },
    bothMaster: ['2.2.7'],
  },
  {
    difference: 'virtual addresses',
    low: { addresses: '192.0.2.11/24' },
    bothMaster: ['2.2.7'],
  },
  {
    // Run with 2.2.7 for this table: the option does not help.
    difference: 'virtual addresses with skip_check_adv_addr',
    both: 'skip_check_adv_addr true',
    low: { addresses: '192.0.2.11/24' },
    bothMaster: ['2.2.7'],
  },
  {
    difference: 'prefix of a virtual address',
    low: { addresses: '192.0.2.10/32' },
    bothMaster: never,
  },
  {
    difference: 'unicast and multicast',
    high: { more: peers(a, b) },
    bothMaster: always,
  },
  {
    difference: 'unicast_peer wrong on the node with the higher priority',
    high: { more: peers(a, nobody) },
    low: { more: peers(b, a) },
    bothMaster: always,
  },
  {
    // One master was seen, because the other node was never master. As soon as it is, its
    // advertisements reach nobody and there are two: that is an error too.
    difference: 'unicast_peer wrong on the node with the lower priority',
    high: { more: peers(a, b) },
    low: { more: peers(b, nobody) },
    bothMaster: always,
  },
  {
    difference: 'vrrp_mcast_group4',
    low: { global: 'vrrp_mcast_group4 224.0.0.100' },
    bothMaster: always,
  },
  { difference: 'none, with equal priorities', low: { priority: '101' }, bothMaster: never },
  {
    difference: 'none, with two address owners',
    high: { priority: '255' },
    low: { priority: '255' },
    bothMaster: never,
  },
  {
    difference: 'nopreempt on the node with the lower priority',
    low: { more: 'nopreempt' },
    bothMaster: never,
  },
];

function nodeOf(name: string, priority: string, both: string, lines: Partial<Lines> = {}): string {
  return `global_defs {
    router_id ${name}
    ${lines.global ?? ''}
}
vrrp_instance VI_1 {
    state BACKUP
    interface eth0
    ${lines.id ?? 'virtual_router_id 51'}
    priority ${lines.priority ?? priority}
    ${both}
    ${lines.more ?? ''}
    virtual_ipaddress {
        ${lines.addresses ?? '192.0.2.10/24'}
    }
}
`;
}

describe.each(always)('keepalived %s', (release) => {
  test.each(rows.map((row) => [row.difference, row] as const))('differing in: %s', (_, row) => {
    const high = nodeOf('high', '101', row.both ?? '', row.high);
    const low = nodeOf('low', '100', row.both ?? '', row.low);
    const expected = row.bothMaster.includes(release) ? 1 : 0;
    for (const files of [
      { high, low },
      { low, high },
    ]) {
      const errors = lintCluster(files, release).filter(({ severity }) => severity === 'error');
      expect(errors.map(({ message }) => message)).toHaveLength(expected);
    }
  });
});
