/*
 * Messages of keepalived/vrrp/vrrp_parser.c: what is said while the file is read.
 */
import { instance } from './contexts.ts';
import type { Coverage } from './coverage.ts';
import { bare, bareInstance, block, build, group, groupScriptTwice, hmac, hostFiles, hostInterface, hostUsers, otherInterface, process, script, scriptTwice, setting, twoInstances } from './vrrp-examples.ts';

/** vrrp_parser.c: blocks beside the instances. */
const blocks: Coverage = {
  'vrrp/vrrp_parser.c:100': block('missing-value', 'track_group {\n  group {\n    VI_1\n  }\n}'),
  'vrrp/vrrp_parser.c:110': block(
    'duplicate-name',
    'track_group T {\n  group {\n    VI_1\n  }\n}\ntrack_group T {\n  group {\n    VI_1\n  }\n}',
  ),
  'vrrp/vrrp_parser.c:124': block(
    'duplicate-keyword',
    'track_group T {\n  group {\n    VI_1\n  }\n  group {\n    VI_1\n  }\n}',
  ),
  'vrrp/vrrp_parser.c:132': block('empty-block', 'track_group T {\n  group {\n  }\n}'),
  'vrrp/vrrp_parser.c:139': block('incomplete-block', 'track_group T {\n}'),
  'vrrp/vrrp_parser.c:191': hostInterface,
  'vrrp/vrrp_parser.c:198': otherInterface,
  'vrrp/vrrp_parser.c:212': block('unknown-value', 'linkbeat_interfaces {\n  eth0 CARRIER\n}'),
  'vrrp/vrrp_parser.c:239': block(
    'missing-value',
    'vrrp_sync_group {\n  group {\n    VI_1\n    VI_2\n  }\n}',
  ),
  'vrrp/vrrp_parser.c:249': block(
    'duplicate-name',
    'vrrp_sync_group G {\n  group {\n    VI_1\n  }\n}\nvrrp_sync_group G {\n  group {\n    VI_1\n  }\n}',
  ),
  'vrrp/vrrp_parser.c:262': group('duplicate-keyword', 'group {\n    VI_1\n  }'),
  'vrrp/vrrp_parser.c:271': block('empty-block', 'vrrp_sync_group G {\n  group {\n  }\n}'),
  'vrrp/vrrp_parser.c:313': block('incomplete-block', 'vrrp_sync_group G {\n}'),
  'vrrp/vrrp_parser.c:332': groupScriptTwice('notify_backup'),
  'vrrp/vrrp_parser.c:342': groupScriptTwice('notify_master'),
  'vrrp/vrrp_parser.c:352': groupScriptTwice('notify_fault'),
  'vrrp/vrrp_parser.c:362': groupScriptTwice('notify_stop'),
  'vrrp/vrrp_parser.c:372': groupScriptTwice('notify'),
  'vrrp/vrrp_parser.c:386': group('unknown-value', 'smtp_alert maybe'),
  'vrrp/vrrp_parser.c:396': group('deprecated-keyword', 'global_tracking'),
  'vrrp/vrrp_parser.c:412': group('unknown-value', 'notify_priority_changes maybe'),
  'vrrp/vrrp_parser.c:2108': block(
    'value-out-of-range',
    'garp_group {\n  garp_interval 5000\n  interface eth0\n}',
  ),
  'vrrp/vrrp_parser.c:2117': block(
    'slow-announcements',
    'garp_group {\n  garp_interval 5\n  interface eth0\n}',
  ),
  'vrrp/vrrp_parser.c:2125': block(
    'value-out-of-range',
    'garp_group {\n  gna_interval 5000\n  interface eth0\n}',
  ),
  'vrrp/vrrp_parser.c:2134': block(
    'slow-announcements',
    'garp_group {\n  gna_interval 5\n  interface eth0\n}',
  ),
  'vrrp/vrrp_parser.c:2141': hostInterface,
  'vrrp/vrrp_parser.c:2146': block(
    'duplicate-entry',
    'garp_group {\n  garp_interval 0.1\n  interface eth0\n  interface eth0\n}',
  ),
  'vrrp/vrrp_parser.c:2153': otherInterface,
  'vrrp/vrrp_parser.c:2168': block(
    'empty-block',
    'garp_group {\n  garp_interval 0.1\n  interfaces {\n  }\n}',
  ),
  'vrrp/vrrp_parser.c:2179': hostInterface,
  'vrrp/vrrp_parser.c:2181': hostInterface,
  'vrrp/vrrp_parser.c:2186': block(
    'duplicate-entry',
    'garp_group {\n  garp_interval 0.1\n  interfaces {\n    eth0\n    eth0\n  }\n}',
  ),
  'vrrp/vrrp_parser.c:2192': otherInterface,
  'vrrp/vrrp_parser.c:2208': block('incomplete-block', 'garp_group {\n  interface eth0\n}'),
  'vrrp/vrrp_parser.c:2231': hostInterface,
  'vrrp/vrrp_parser.c:2236': block('ignored-interface-delay', 'interface_up_down_delays {\n  eth0\n}'),
  'vrrp/vrrp_parser.c:2240': block('extra-words', 'interface_up_down_delays {\n  eth0 1 2 3\n}'),
  'vrrp/vrrp_parser.c:2244': block('value-out-of-range', 'interface_up_down_delays {\n  eth0 256\n}'),
  'vrrp/vrrp_parser.c:2254': block('value-out-of-range', 'interface_up_down_delays {\n  eth0 1 256\n}'),
};

/** vrrp_parser.c: VMAC and ipvlan interfaces. */
const virtualInterfaces: Coverage = {
  'vrrp/vrrp_parser.c:460': {
    rule: 'vmac-with-unicast',
    example: bareInstance(
      'VI_1',
      'use_vmac\n  unicast_src_ip 192.0.2.1\n  unicast_peer {\n    192.0.2.2\n  }',
    ),
  },
  'vrrp/vrrp_parser.c:467': setting(
    'vmac-with-unicast',
    'use_vmac\n  unicast_peer {\n    192.0.2.2\n  }',
  ),
  'vrrp/vrrp_parser.c:524': setting(
    'conflicting-options',
    'use_vmac 02:00:00:00:00:01 02:00:00:00:00:02',
  ),
  'vrrp/vrrp_parser.c:529': setting('invalid-value', 'use_vmac 02:00:00:00:00:0g'),
  'vrrp/vrrp_parser.c:559': setting('invalid-value', 'use_vmac 02:00:00'),
  'vrrp/vrrp_parser.c:561': setting('invalid-value', 'use_vmac 01:00:00:00:00:01'),
  'vrrp/vrrp_parser.c:563': setting('invalid-value', 'use_vmac 00:00:5e:00:01:33'),
  'vrrp/vrrp_parser.c:579': { dependsOn: 'the names of interface groups in /etc/iproute2/group' },
  'vrrp/vrrp_parser.c:594': setting('conflicting-options', 'use_vmac vrrp51 vrrp52'),
  'vrrp/vrrp_parser.c:601': setting('value-too-long', 'use_vmac a-very-long-interface'),
  'vrrp/vrrp_parser.c:608': {
    rule: 'vmac-name-taken',
    example: twoInstances('use_vmac vip', 'use_vmac vip'),
  },
  'vrrp/vrrp_parser.c:624': hostInterface,
  'vrrp/vrrp_parser.c:653': setting(
    'duplicate-keyword',
    'use_ipvlan 192.0.2.1\n  use_ipvlan 192.0.2.1',
  ),
  'vrrp/vrrp_parser.c:662': setting('conflicting-options', 'use_ipvlan 192.0.2.1 private bridge'),
  'vrrp/vrrp_parser.c:673': setting('conflicting-options', 'use_ipvlan 192.0.2.1 bridge private'),
  'vrrp/vrrp_parser.c:678': build,
  'vrrp/vrrp_parser.c:688': setting('conflicting-options', 'use_ipvlan 192.0.2.1 bridge vepa'),
  'vrrp/vrrp_parser.c:693': build,
  'vrrp/vrrp_parser.c:705': { dependsOn: 'the names of interface groups in /etc/iproute2/group' },
  'vrrp/vrrp_parser.c:719': setting('conflicting-options', 'use_ipvlan 192.0.2.1 192.0.2.2'),
  'vrrp/vrrp_parser.c:726': setting('mixed-families', 'use_ipvlan 2001:db8::1'),
  'vrrp/vrrp_parser.c:749': setting('conflicting-options', 'use_ipvlan 192.0.2.1 ipv51 ipv52'),
  'vrrp/vrrp_parser.c:755': setting('value-too-long', 'use_ipvlan 192.0.2.1 a-very-long-interface'),
  'vrrp/vrrp_parser.c:762': {
    rule: 'vmac-name-taken',
    example: twoInstances('use_ipvlan 192.0.2.1 vip', 'use_ipvlan 192.0.2.2 vip'),
  },
  'vrrp/vrrp_parser.c:778': hostInterface,
};

/** vrrp_parser.c: the settings of an instance. */
const settings: Coverage = {
  'vrrp/vrrp_parser.c:431': {
    rule: 'missing-value',
    example: 'vrrp_instance {\n  interface eth0\n  virtual_router_id 51\n}\n',
  },
  'vrrp/vrrp_parser.c:441': { rule: 'duplicate-name', example: instance('') + instance('') },
  'vrrp/vrrp_parser.c:474': setting('unicast-without-peers', 'unicast_ttl 64'),
  'vrrp/vrrp_parser.c:816': setting('unknown-value', 'old_unicast_checksum always'),
  'vrrp/vrrp_parser.c:826': setting('mixed-families', 'native_ipv6'),
  'vrrp/vrrp_parser.c:843': setting('duplicate-keyword', 'state MASTER\n  state BACKUP'),
  'vrrp/vrrp_parser.c:848': setting('unknown-value', 'state SLAVE'),
  'vrrp/vrrp_parser.c:858': bare('value-too-long', 'interface a-very-long-interface'),
  'vrrp/vrrp_parser.c:864': hostInterface,
  'vrrp/vrrp_parser.c:866': setting('loopback-interface', 'interface lo'),
  'vrrp/vrrp_parser.c:882': bare('value-too-long', 'vrf a-very-long-interface'),
  'vrrp/vrrp_parser.c:887': setting('ignored-setting', 'vrf red'),
  'vrrp/vrrp_parser.c:892': {
    rule: 'duplicate-keyword',
    example: bareInstance('VI_1', 'vrf red\n  vrf blue\n  interface eth0'),
  },
  'vrrp/vrrp_parser.c:898': hostInterface,
  'vrrp/vrrp_parser.c:900': {
    rule: 'loopback-interface',
    example: bareInstance('VI_1', 'vrf lo\n  interface eth0'),
  },
  'vrrp/vrrp_parser.c:911': setting('deprecated-keyword', 'linkbeat_use_polling'),
  'vrrp/vrrp_parser.c:927': setting('unknown-value', 'v3_checksum_as_v2 maybe'),
  'vrrp/vrrp_parser.c:973': setting('invalid-value', 'mcast_src_ip nowhere'),
  'vrrp/vrrp_parser.c:984': setting('mixed-families', 'mcast_src_ip 2001:db8::1'),
  'vrrp/vrrp_parser.c:1004': setting('invalid-value', 'mcast_dst_ip nowhere'),
  'vrrp/vrrp_parser.c:1013': setting('mixed-families', 'mcast_dst_ip ff02::12'),
  'vrrp/vrrp_parser.c:1021': setting('invalid-value', 'mcast_dst_ip 192.0.2.18'),
  'vrrp/vrrp_parser.c:1038': setting('value-out-of-range', 'virtual_router_id 256'),
  'vrrp/vrrp_parser.c:1050': setting('value-out-of-range', 'unicast_ttl 256'),
  'vrrp/vrrp_parser.c:1062': setting('value-out-of-range', 'priority 256'),
  'vrrp/vrrp_parser.c:1078': setting('value-out-of-range', 'advert_int 0'),
  'vrrp/vrrp_parser.c:1088': setting('value-out-of-range', 'debug 5'),
  'vrrp/vrrp_parser.c:1102': setting('unknown-value', 'skip_check_adv_addr maybe'),
  'vrrp/vrrp_parser.c:1118': setting('unknown-value', 'strict_mode maybe'),
  'vrrp/vrrp_parser.c:1140': setting('value-out-of-range', 'preempt_delay 2000'),
  'vrrp/vrrp_parser.c:1150': scriptTwice('notify_backup'),
  'vrrp/vrrp_parser.c:1160': scriptTwice('notify_master'),
  'vrrp/vrrp_parser.c:1170': scriptTwice('notify_fault'),
  'vrrp/vrrp_parser.c:1180': scriptTwice('notify_stop'),
  'vrrp/vrrp_parser.c:1190': scriptTwice('notify_deleted'),
  'vrrp/vrrp_parser.c:1204': scriptTwice('notify'),
  'vrrp/vrrp_parser.c:1214': scriptTwice('notify_master_rx_lower_pri'),
  'vrrp/vrrp_parser.c:1228': setting('unknown-value', 'smtp_alert maybe'),
  'vrrp/vrrp_parser.c:1243': setting('unknown-value', 'notify_priority_changes maybe'),
  'vrrp/vrrp_parser.c:1254': setting('deprecated-keyword', 'lvs_sync_daemon_interface eth0'),
  'vrrp/vrrp_parser.c:1255': setting('deprecated-keyword', 'lvs_sync_daemon_interface eth0'),
  'vrrp/vrrp_parser.c:1258': setting(
    'duplicate-keyword',
    'lvs_sync_daemon_interface eth0\n  lvs_sync_daemon_interface eth1',
  ),
  'vrrp/vrrp_parser.c:1272': setting('invalid-value', 'garp_master_delay soon'),
  'vrrp/vrrp_parser.c:1284': setting('invalid-value', 'garp_master_refresh often'),
  'vrrp/vrrp_parser.c:1299': setting('invalid-value', 'garp_master_repeat often'),
  'vrrp/vrrp_parser.c:1304': setting('value-out-of-range', 'garp_master_repeat 0'),
  'vrrp/vrrp_parser.c:1318': setting('invalid-value', 'garp_master_refresh_repeat often'),
  'vrrp/vrrp_parser.c:1323': setting('value-out-of-range', 'garp_master_refresh_repeat 0'),
  'vrrp/vrrp_parser.c:1336': setting('invalid-value', 'garp_lower_prio_delay soon'),
  'vrrp/vrrp_parser.c:1348': setting('invalid-value', 'garp_lower_prio_repeat often'),
  'vrrp/vrrp_parser.c:1360': setting('value-out-of-range', 'down_timer_adverts 101'),
  'vrrp/vrrp_parser.c:1373': setting('value-out-of-range', 'nopreempt\n  timer_expired_backup 255'),
  'vrrp/vrrp_parser.c:1383': setting('deprecated-keyword', 'nopreempt\n  thread_timer_expired'),
  'vrrp/vrrp_parser.c:1396': setting('deprecated-keyword', 'vmac_garp_intvl 10'),
  'vrrp/vrrp_parser.c:1403': setting('invalid-value', 'garp_extra_if often'),
  'vrrp/vrrp_parser.c:1409': setting('missing-value', 'garp_extra_if all'),
  'vrrp/vrrp_parser.c:1427': setting('unknown-value', 'lower_prio_no_advert maybe'),
  'vrrp/vrrp_parser.c:1444': setting('unknown-value', 'higher_prio_send_advert maybe'),
  'vrrp/vrrp_parser.c:1459': setting('unknown-value', 'owner_ignore_adverts maybe'),
  'vrrp/vrrp_parser.c:1478': setting('invalid-value', 'kernel_rx_buf_size big'),
  'vrrp/vrrp_parser.c:2062': setting('value-out-of-range', 'version 4'),
  'vrrp/vrrp_parser.c:2069': setting('duplicate-keyword', 'version 2\n  version 3'),
};

/** vrrp_parser.c: authentication. */
const authentication: Coverage = {
  'vrrp/vrrp_parser.c:1492': setting(
    'unknown-value',
    'authentication {\n    auth_type MD5\n    auth_pass tangerin\n  }',
  ),
  'vrrp/vrrp_parser.c:1503': setting(
    'auth-pass-too-long',
    'authentication {\n    auth_type PASS\n    auth_pass tangerine\n  }',
  ),
  'vrrp/vrrp_parser.c:1558': hostFiles,
  'vrrp/vrrp_parser.c:1564': hostFiles,
  'vrrp/vrrp_parser.c:1568': hostFiles,
  'vrrp/vrrp_parser.c:1594': hmac('missing-value', 'key 2'),
  'vrrp/vrrp_parser.c:1598': hmac(
    'value-out-of-range',
    'key 256 0123456789abcdef0123456789abcdef',
  ),
  'vrrp/vrrp_parser.c:1610': hmac('invalid-value', 'key 2 tooshort'),
  'vrrp/vrrp_parser.c:1613': hmac('duplicate-entry', 'key 1 fedcba9876543210fedcba9876543210'),
  'vrrp/vrrp_parser.c:1627': hmac('value-out-of-range', 'active_key 0'),
  'vrrp/vrrp_parser.c:1643': hmac('value-out-of-range', 'time_window 301'),
  'vrrp/vrrp_parser.c:1664': hmac('unknown-value', 'anti_replay always'),
  'vrrp/vrrp_parser.c:1682': hmac('unknown-value', 'mode strict'),
};

/** vrrp_parser.c: what instances track. */
const trackers: Coverage = {
  'vrrp/vrrp_parser.c:1744': script('value-out-of-range', 'interval 5000'),
  'vrrp/vrrp_parser.c:1749': script('value-out-of-range', 'interval 0'),
  'vrrp/vrrp_parser.c:1763': script('value-out-of-range', 'timeout 5000'),
  'vrrp/vrrp_parser.c:1768': script('value-out-of-range', 'timeout 0'),
  'vrrp/vrrp_parser.c:1780': script('value-out-of-range', 'weight 254'),
  'vrrp/vrrp_parser.c:1787': script('unknown-value', 'weight 2 always'),
  'vrrp/vrrp_parser.c:1796': script('value-out-of-range', 'rise 0'),
  'vrrp/vrrp_parser.c:1808': script('value-out-of-range', 'fall 0'),
  'vrrp/vrrp_parser.c:1818': hostUsers,
  'vrrp/vrrp_parser.c:1831': block('incomplete-block', 'vrrp_script chk {\n  interval 1\n}'),
  'vrrp/vrrp_parser.c:1837': hostUsers,
  'vrrp/vrrp_parser.c:1860': { dependsOn: 'the kernel' },
  'vrrp/vrrp_parser.c:1872': process('duplicate-keyword', 'process apache2'),
  'vrrp/vrrp_parser.c:1914': process('unknown-value', 'param_match all'),
  'vrrp/vrrp_parser.c:1922': process('missing-value', 'weight'),
  'vrrp/vrrp_parser.c:1927': process('duplicate-keyword', 'weight 2\n  weight 3'),
  'vrrp/vrrp_parser.c:1932': process('value-out-of-range', 'weight 255'),
  'vrrp/vrrp_parser.c:1941': process('unknown-value', 'weight 2 always'),
  'vrrp/vrrp_parser.c:1952': process('value-out-of-range', 'quorum 0'),
  'vrrp/vrrp_parser.c:1958': process('contradictory-quorum', 'quorum_max 2\n  quorum 3'),
  'vrrp/vrrp_parser.c:1970': process('value-out-of-range', 'quorum_max 65536'),
  'vrrp/vrrp_parser.c:1978': process('contradictory-quorum', 'quorum 3\n  quorum_max 2'),
  'vrrp/vrrp_parser.c:1995': process('value-out-of-range', 'delay 3601'),
  'vrrp/vrrp_parser.c:2037': block('incomplete-block', 'vrrp_track_process nginx {\n  quorum 1\n}'),
};

export const parserCoverage: Coverage = {
  ...blocks,
  ...virtualInterfaces,
  ...settings,
  ...authentication,
  ...trackers,
};
