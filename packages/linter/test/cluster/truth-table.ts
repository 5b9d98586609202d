import type { Release } from '@kalint/parser';
import type { Files } from './lint-files.ts';

/*
 * Pairs of configurations that two real daemons have run on one network, and how many of them became
 * master.
 */

export interface Row {
  /** As the reference calls it, if it has it. */
  readonly reference?: string;
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
export const always: readonly Release[] = ['2.2.7', '2.4.3'];

const password = (word: string): string =>
  `authentication {\n auth_type PASS\n auth_pass ${word}\n }`;
const peers = (own: string, peer: string): string =>
  `unicast_src_ip ${own}\n unicast_peer {\n ${peer}\n }`;
const a = '192.0.2.1';
const b = '192.0.2.2';
const nobody = '192.0.2.99';

export const rows: readonly Row[] = [
  { reference: 'none (101/100)', difference: 'none', bothMaster: never },
  {
    reference: 'VRID',
    difference: 'VRID',
    low: { id: 'virtual_router_id 52' },
    bothMaster: always,
  },
  {
    reference: 'auth_pass / auth on one only',
    difference: 'auth_pass',
    high: { more: password('k8s-vip1') },
    low: { more: password('k8s-vip2') },
    bothMaster: always,
  },
  {
    reference: 'auth_pass / auth on one only',
    difference: 'authentication on one node only',
    high: { more: password('k8s-vip1') },
    bothMaster: always,
  },
  {
    reference: 'auth_pass differs after 8th char',
    difference: 'auth_pass behind the 8th character',
    high: { more: password('k8s-vip1-one') },
    low: { more: password('k8s-vip1-two') },
    bothMaster: never,
  },
  {
    reference: 'advert_int, v2',
    difference: 'advert_int in version 2',
    low: { more: 'advert_int 2' },
    bothMaster: always,
  },
  {
    reference: 'advert_int, v3',
    difference: 'advert_int in version 3',
    high: { more: 'version 3\n advert_int 1' },
    low: { more: 'version 3\n advert_int 2' },
    bothMaster: never,
  },
  {
    reference: 'version 2/3',
    difference: 'version',
    low: { more: 'version 3' },
    bothMaster: always,
  },
  {
    reference: 'VIP count or VIP set',
    difference: 'number of virtual addresses',
    low: { addresses: '192.0.2.10/24\n 192.0.2.11/24' },
    bothMaster: ['2.2.7'],
  },
  {
    reference: 'VIP count or VIP set',
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
    reference: 'VIP prefix length only',
    difference: 'prefix of a virtual address',
    low: { addresses: '192.0.2.10/32' },
    bothMaster: never,
  },
  {
    reference: 'unicast vs multicast',
    difference: 'unicast and multicast',
    high: { more: peers(a, b) },
    bothMaster: always,
  },
  {
    reference: 'unicast_peer wrong on master',
    difference: 'unicast_peer wrong on the node with the higher priority',
    high: { more: peers(a, nobody) },
    low: { more: peers(b, a) },
    bothMaster: always,
  },
  {
    // A warning: it shows as soon as the node with the lower priority has reason to be master.
    reference: 'unicast_peer wrong on backup',
    difference: 'unicast_peer wrong on the node with the lower priority',
    high: { more: peers(a, b) },
    low: { more: peers(b, nobody) },
    bothMaster: never,
  },
  {
    reference: 'vrrp_mcast_group4',
    difference: 'vrrp_mcast_group4',
    low: { global: 'vrrp_mcast_group4 224.0.0.100' },
    bothMaster: always,
  },
  {
    reference: 'equal priority',
    difference: 'none, with equal priorities',
    low: { priority: '101' },
    bothMaster: never,
  },
  {
    reference: 'both priority 255',
    difference: 'none, with two address owners',
    high: { priority: '255' },
    low: { priority: '255' },
    bothMaster: never,
  },
  {
    reference: 'nopreempt on the low node only, high starts late',
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

/** The two nodes of a row; the one that is called high has the higher priority where nothing else is said. */
export function filesOf(row: Row): Files & { readonly high: string; readonly low: string } {
  return {
    high: nodeOf('high', '101', row.both ?? '', row.high),
    low: nodeOf('low', '100', row.both ?? '', row.low),
  };
}
