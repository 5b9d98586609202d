import { inner, type BlockPlan, type Themes } from './block.ts';

/* VRRP instances, and the groups of them. */

const addresses = (...entries: readonly string[]): string => inner('virtual_ipaddress', ...entries);

const authentication = (...entries: readonly string[]): string =>
  inner('authentication', ...entries);

const peers = (...entries: readonly string[]): string => inner('unicast_peer', ...entries);

const track = (what: string, ...entries: readonly string[]): string =>
  inner(`track_${what}`, ...entries);

/** Trackers of an instance, or of a group. */
const trackers: readonly string[] = [
  ...[track('script', 'chk_a'), track('script', 'chk_a weight 20'), track('script', 'chk_b')],
  ...[track('script', 'chk_a', 'chk_a weight 2'), track('script', 'chk_none', 'chk_b weight -5')],
  ...[track('script', 'chk_a weight 254'), track('script', 'chk_a weight -300')],
  ...[track('script', 'chk_a weight'), track('script', 'chk_a weight 10 backwards')],
  ...[track('script', 'chk_a weight 10 reverse'), track('script')],
  ...[track('interface', 'eth1'), track('interface', 'eth0'), track('interface', 'eth1 weight 20')],
  ...[track('interface', 'eth1', 'eth1 weight 3'), track('interface', 'eth1 weight 254')],
  ...[track('interface', 'eth1 weight 300'), track('interface', 'eth9')],
  ...[track('file', 'tf_a'), track('file', 'tf_a weight 3'), track('file', 'tf_none')],
  ...[track('file', 'tf_a weight 0', 'tf_a'), track('file', 'tf_a weight 300')],
  ...[track('process', 'tp_a'), track('process', 'tp_a weight 3'), track('process', 'tp_none')],
  ...[track('process', 'tp_a weight 300'), track('process', 'tp_a', 'tp_a')],
  ...[track('bfd', 'bfd_a'), track('bfd', 'bfd_a weight 3'), track('bfd', 'bfd_none')],
  ...[track('bfd', 'bfd_a weight 300'), track('bfd', 'bfd_a', 'bfd_a')],
];

const election: readonly string[] = [
  ...['state MASTER', 'state BACKUP', 'state SLAVE', '-state', '+state MASTER'],
  ...['priority 255', 'priority 254', 'priority 0', 'priority 256', '-priority', 'nopreempt'],
  ...['preempt_delay 5', 'preempt_delay 2000', 'timer_expired_backup', 'preempt', 'accept'],
  ...['owner_ignore_adverts on', 'owner_ignore_adverts off', 'down_timer_adverts 4'],
];

const timing: readonly string[] = [
  ...['version 2', 'version 3', 'advert_int 0.5', 'advert_int 1.004', 'advert_int 50'],
  ...['advert_int 300', 'advert_int 0.001', 'advert_int 2', addresses('2001:db8::10/64')],
];

const secrets: readonly string[] = [
  authentication('auth_type PASS', 'auth_pass secret'),
  authentication('auth_type PASS', 'auth_pass muchtoolong'),
  authentication('auth_type AH', 'auth_pass secret'),
  authentication('auth_type PASS'),
  authentication('auth_type KERBEROS', 'auth_pass secret'),
  authentication('auth_pass secret'),
  authentication(),
  ...['version 3', 'state MASTER', 'strict_mode on', addresses('2001:db8::10/64')],
];

const strictness: readonly string[] = [
  ...['strict_mode on', 'strict_mode off', 'accept', 'no_accept', 'version 3', 'state MASTER'],
  ...['priority 255', 'preempt_delay 3', 'down_timer_adverts 4', 'vmac_xmit_base', 'use_vmac'],
  ...['garp_lower_prio_repeat 3', 'garp_lower_prio_delay 3', 'lower_prio_no_advert off'],
  ...['higher_prio_send_advert on', 'no_virtual_ipaddress', '-virtual_ipaddress'],
  ...[authentication('auth_type PASS', 'auth_pass secret'), peers('192.0.2.2')],
  ...[addresses('2001:db8::10/64'), addresses('fe80::51/64', '2001:db8::10/64'), 'version 2'],
];

const unicast: readonly string[] = [
  ...[peers('192.0.2.2'), peers(), peers('192.0.2.2', '192.0.2.2'), peers('2001:db8::2')],
  ...[peers('192.0.2.2 min_ttl 9 max_ttl 3'), peers('192.0.2.2 min_ttl'), peers('node2')],
  ...[peers('192.0.2.2', '192.0.2.3'), 'unicast_src_ip 192.0.2.1', 'unicast_src_ip 2001:db8::1'],
  ...['unicast_ttl 3', 'check_unicast_src', 'old_unicast_checksum', 'unicast_fault_no_peer'],
  ...['mcast_dst_ip 224.0.0.30', 'mcast_src_ip 192.0.2.1', '-interface', 'vrf vrf1', 'use_vmac'],
  ...['strict_mode on', 'unicast_src_ip fe80::1', 'track_src_ip', 'dont_track_primary'],
];

const addressing: readonly string[] = [
  ...[addresses(), addresses('192.0.2.10/24', '192.0.2.10/24'), addresses('192.0.2.10/40')],
  ...[addresses('192.0.2.10/24', '2001:db8::10/64'), addresses('192.0.2.10/24 dev eth9')],
  ...[addresses('192.0.2.10/24 dev eth1', '192.0.2.10/24 dev eth2'), addresses('192.0.2.10')],
  ...[addresses('192.0.2.10/24 label eth0:averylonglabel'), addresses('192.0.2.10/24 nothing 1')],
  inner('virtual_ipaddress_excluded', '192.0.2.10/24'),
  inner('virtual_ipaddress_excluded', '2001:db8::11/64', '2001:db8::11/64'),
  inner('virtual_routes', '198.51.100.0/24 via 192.0.2.1 dev eth0'),
  inner('virtual_routes', '2001:db8:1::/48 via 192.0.2.1', '198.51.100.0/24'),
  inner('virtual_rules', 'from 192.0.2.10 table 100', 'to 198.51.100.0/24'),
  ...['-virtual_ipaddress', 'no_virtual_ipaddress', 'version 2', 'version 3', 'native_ipv6'],
  ...['mcast_src_ip 2001:db8::1', 'mcast_dst_ip ff02::12', 'promote_secondaries'],
];

const identity: readonly string[] = [
  ...['virtual_router_id 52', '-virtual_router_id', 'virtual_router_id 0', 'virtual_router_id 256'],
  ...[
    '-interface',
    'interface lo',
    'interface eth1',
    'interface eth9',
    'use_vmac',
    'use_vmac_addr',
  ],
  ...['use_vmac vrrp.51', 'use_vmac averyverylonginterfacename', 'vmac_xmit_base', 'use_ipvlan'],
  ...['use_ipvlan 192.0.2.5', 'use_ipvlan 2001:db8::5', 'promote_secondaries', '+use_vmac vrrp.9'],
  ...['mcast_src_ip 192.0.2.1', peers('192.0.2.2'), 'unicast_src_ip 192.0.2.1', 'vrf vrf1'],
];

const scripts: readonly string[] = [
  ...['notify_master /bin/true', 'notify_master "/bin/true a" root', 'notify /bin/true'],
  ...['+notify_master /bin/false', 'notify_backup /bin/nothing', 'notify_fault'],
  ...['smtp_alert', 'smtp_alert maybe', 'garp_master_delay 0', 'garp_master_refresh 0', 'debug 9'],
];

const instanceThemes: Themes = {
  ...{ election, timing, secrets, strictness, unicast, addressing, identity, scripts },
  tracking: [...trackers, 'priority 255', 'priority 254', 'nopreempt'],
};

export const firstInstance: BlockPlan = {
  header: 'vrrp_instance VI_1',
  usual: [
    ...['state BACKUP', 'interface eth0', 'virtual_router_id 51', 'priority 100'],
    addresses('192.0.2.10/24'),
  ],
  themes: instanceThemes,
};

export const secondInstance: BlockPlan = {
  header: 'vrrp_instance VI_2',
  usual: [
    ...['state BACKUP', 'interface eth0', 'virtual_router_id 52', 'priority 100'],
    addresses('192.0.2.20/24'),
  ],
  themes: { ...instanceThemes, conflict: ['virtual_router_id 51', 'interface eth1', 'version 3'] },
};

export const ipv6Instance: BlockPlan = {
  header: 'vrrp_instance VI_6',
  usual: [
    ...['state BACKUP', 'interface eth0', 'virtual_router_id 61', 'priority 100'],
    addresses('fe80::61/64', '2001:db8::61/64'),
  ],
  themes: {
    ...{ election, timing, secrets, strictness },
    conflict: ['virtual_router_id 51', 'version 2', addresses('2001:db8::61/64')],
    unicast: [
      ...[peers('2001:db8::2'), peers('192.0.2.2'), 'unicast_src_ip 2001:db8::1', '-interface'],
      ...['unicast_src_ip fe80::1', 'unicast_ttl 3', 'mcast_dst_ip ff02::30', 'strict_mode on'],
    ],
    addressing: [
      ...[addresses('2001:db8::61/64', 'fe80::61/64'), addresses('2001:db8::61/129')],
      ...[addresses('2001:db8::61/64 label eth0:1'), addresses('2001:db8::61/64', '192.0.2.61/24')],
      ...['native_ipv6', 'vrrp_garp_interval 3', 'use_vmac', 'use_vmac_addr', 'use_ipvlan'],
    ],
  },
};

const members = (...names: readonly string[]): string => inner('group', ...names);

export const syncGroup: BlockPlan = {
  header: 'vrrp_sync_group VG_1',
  usual: [members('VI_1', 'VI_2')],
  themes: {
    members: [
      ...[members(), members('VI_1'), members('VI_1', 'VI_NONE'), members('VI_NONE'), '-group'],
      ...[members('VI_1', 'VI_1'), members('VI_1', 'VI_2', 'VI_6'), members('VI_2', 'VI_6')],
    ],
    tracking: [...trackers, 'sync_group_tracking_weight', 'global_tracking'],
    scripts: ['notify_master /bin/true', '+notify_master /bin/false', 'smtp_alert', 'notify'],
  },
};
