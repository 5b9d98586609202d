/*
 * Messages of keepalived/vrrp/vrrp.c: what is said when the file has been read.
 */
import { globalDefs, instance } from './contexts.ts';
import type { Coverage } from './coverage.ts';
import {
  addressRange,
  bare,
  bareInstance,
  block,
  build,
  grouped,
  hmac,
  hostFiles,
  hostInterface,
  ipv6,
  nginx,
  owner,
  peers,
  running,
  script,
  session,
  setting,
  strict,
  trackedFile,
  trackedProcess,
  twoInstances,
  withoutInterface,
} from './vrrp-examples.ts';

/** vrrp.c: before anything else. */
const beginning: Coverage = {
  'vrrp/vrrp.c:199': hostFiles,
  'vrrp/vrrp.c:203': hostFiles,
  'vrrp/vrrp.c:269': script('script-security', ''),
  'vrrp/vrrp.c:2582': running,
  'vrrp/vrrp.c:2621': grouped(
    'tracked-own-interface',
    '',
    'track_interface {\n    eth2\n  }',
    'track_interface {\n    eth2\n  }',
  ),
  'vrrp/vrrp.c:2702': {
    rule: 'incomplete-instance',
    example: 'vrrp_instance VI_1 {\n  interface eth0\n}\n',
  },
  'vrrp/vrrp.c:2707': withoutInterface('incomplete-instance', ''),
  'vrrp/vrrp.c:2712': { dependsOn: 'nothing: without an interface use_vmac has been taken back' },
  'vrrp/vrrp.c:3097': grouped(
    'tracked-twice',
    nginx,
    'track_script {\n    nginx\n  }',
    'track_script {\n    nginx\n  }',
  ),
  'vrrp/vrrp.c:3129': grouped(
    'tracked-twice',
    trackedProcess,
    'track_process {\n    nginx\n  }',
    'track_process {\n    nginx\n  }',
  ),
  'vrrp/vrrp.c:3160': grouped(
    'tracked-twice',
    session,
    'track_bfd {\n    peer\n  }',
    'track_bfd {\n    peer\n  }',
  ),
  'vrrp/vrrp.c:4999': { rule: 'ignored-firewall', example: globalDefs('vrrp_iptables\nnftables') },
  'vrrp/vrrp.c:5012': { rule: 'ignored-firewall', example: globalDefs('vrrp_ipsets a b c') },
  'vrrp/vrrp.c:5055': { dependsOn: 'nothing: a group without members has been removed' },
  'vrrp/vrrp.c:5210': running,
  'vrrp/vrrp.c:5265': {
    rule: 'unknown-reference',
    example: globalDefs('lvs_sync_daemon eth0 inst VI_2'),
  },
  'vrrp/vrrp.c:5288': block('unused-script', nginx),
};

/** vrrp.c: version, state and authentication of an instance. */
const identity: Coverage = {
  'vrrp/vrrp.c:3272': ipv6('ignored-setting', 'strict_mode\n  version 2'),
  'vrrp/vrrp.c:3315': strict('strict-mode-state', 'state MASTER'),
  'vrrp/vrrp.c:3322': strict(
    'authentication-ignored',
    'authentication {\n    auth_type PASS\n    auth_pass tangerin\n  }',
  ),
  'vrrp/vrrp.c:3328': setting(
    'authentication-ignored',
    'version 3\n  authentication {\n    auth_type PASS\n    auth_pass tangerin\n  }',
  ),
  'vrrp/vrrp.c:3334': setting(
    'authentication-ignored',
    'authentication {\n    auth_type PASS\n  }',
  ),
  'vrrp/vrrp.c:3340': ipv6(
    'authentication-ignored',
    'version 2\n  authentication {\n    auth_type AH\n    auth_pass tangerin\n  }',
  ),
  'vrrp/vrrp.c:3349': setting(
    'master-with-ah',
    'state MASTER\n  authentication {\n    auth_type AH\n    auth_pass tangerin\n  }',
  ),
  'vrrp/vrrp.c:3360': setting(
    'authentication-ignored',
    'authentication {\n    auth_type PASS\n    auth_pass tangerin\n  }\n  auth_hmac {\n    key 1 0123456789abcdef0123456789abcdef\n    active_key 1\n  }',
  ),
  'vrrp/vrrp.c:3365': hmac('undefined-active-key', 'active_key 2'),
  'vrrp/vrrp.c:3370': strict(
    'strict-mode-setting',
    'auth_hmac {\n    key 1 0123456789abcdef0123456789abcdef\n    active_key 1\n    mode permissive\n  }',
  ),
  'vrrp/vrrp.c:3397': setting('unicast-without-peers', 'unicast_fault_no_peer'),
  'vrrp/vrrp.c:3401': setting('unicast-without-peers', 'unicast_src_ip 192.0.2.1'),
  'vrrp/vrrp.c:3408': strict('strict-mode-unicast', peers),
  'vrrp/vrrp.c:3415': withoutInterface('incomplete-instance', peers),
  'vrrp/vrrp.c:3422': withoutInterface(
    'incomplete-instance',
    'unicast_src_ip fe80::1\n  unicast_peer {\n    2001:db8::2\n  }',
  ),
  'vrrp/vrrp.c:3430': strict('strict-mode-setting', 'use_vmac 02:00:00:00:00:01'),
  'vrrp/vrrp.c:3446': hostInterface,
  'vrrp/vrrp.c:3454': hostInterface,
  'vrrp/vrrp.c:3466': hostInterface,
  'vrrp/vrrp.c:3474': ipv6('first-address-not-link-local', 'strict_mode'),
  'vrrp/vrrp.c:3477': ipv6('first-address-not-link-local', ''),
  'vrrp/vrrp.c:3485': {
    rule: 'ignored-setting',
    example: bareInstance(
      'VI_1',
      'vrf red\n  interface eth0\n  virtual_ipaddress {\n    192.0.2.10/24\n  }',
    ),
  },
  'vrrp/vrrp.c:3521': setting(
    'too-many-addresses',
    `virtual_ipaddress {\n${addressRange(255)}\n  }`,
  ),
};

/** vrrp.c: what an instance does. */
const behaviour: Coverage = {
  'vrrp/vrrp.c:3537': {
    rule: 'nopreempt-with-master',
    example: bareInstance(
      'VI_1',
      'interface eth0\n  priority 255\n  nopreempt\n  virtual_ipaddress {\n    192.0.2.10/24\n  }',
    ),
  },
  'vrrp/vrrp.c:3548': setting('nopreempt-with-master', 'state MASTER\n  nopreempt'),
  'vrrp/vrrp.c:3554': setting('ignored-setting', 'state MASTER\n  preempt_delay 10'),
  'vrrp/vrrp.c:3562': strict('strict-mode-setting', 'preempt_delay 10'),
  'vrrp/vrrp.c:3568': setting('ignored-setting', 'nopreempt\n  preempt_delay 10'),
  'vrrp/vrrp.c:3576': strict('strict-mode-setting', 'down_timer_adverts 4'),
  'vrrp/vrrp.c:3584': setting('ignored-setting', 'timer_expired_backup'),
  'vrrp/vrrp.c:3607': strict('strict-mode-unreachable-address', 'accept'),
  'vrrp/vrrp.c:3623': build,
  'vrrp/vrrp.c:3627': setting('strict-mode-unreachable-address', 'no_accept'),
  'vrrp/vrrp.c:3643': setting('ignored-setting', `mcast_dst_ip 224.0.0.19\n  ${peers}`),
  'vrrp/vrrp.c:3650': strict('strict-mode-setting', 'garp_lower_prio_repeat 1'),
  'vrrp/vrrp.c:3658': strict('strict-mode-setting', 'garp_lower_prio_delay 1'),
  'vrrp/vrrp.c:3666': strict('strict-mode-setting', 'lower_prio_no_advert false'),
  'vrrp/vrrp.c:3674': strict('strict-mode-setting', 'higher_prio_send_advert true'),
  'vrrp/vrrp.c:3681': setting('ignored-setting', 'owner_ignore_adverts'),
  'vrrp/vrrp.c:3694': {
    rule: 'ignored-setting',
    example: bareInstance(
      'VI_1',
      'interface eth0\n  priority 255\n  owner_ignore_adverts off\n  virtual_ipaddress {\n    192.0.2.10/24\n  }',
    ),
  },
  'vrrp/vrrp.c:3720': { dependsOn: 'nothing: such an interval has been refused' },
  'vrrp/vrrp.c:3729': setting('rounded-advert-int', 'advert_int 1.5'),
  'vrrp/vrrp.c:3742': setting('rounded-advert-int', 'version 3\n  advert_int 60'),
  'vrrp/vrrp.c:3751': setting('rounded-advert-int', 'version 3\n  advert_int 0.015'),
  'vrrp/vrrp.c:3781': {
    rule: 'ignored-interface-delay',
    example: `interface_up_down_delays {\n  eth0 1\n}\n${instance('  down_timer_adverts 1')}`,
  },
  'vrrp/vrrp.c:3792': block('ignored-interface-delay', 'interface_up_down_delays {\n  eth0 5\n}'),
  'vrrp/vrrp.c:4284': strict('ignored-setting', 'no_virtual_ipaddress'),
  'vrrp/vrrp.c:4291': bare('no-virtual-ipaddress', 'version 3'),
  'vrrp/vrrp.c:4295': bare('no-virtual-ipaddress', ''),
};

/** vrrp.c: the interfaces of an instance. */
const interfaces: Coverage = {
  'vrrp/vrrp.c:3855': hostInterface,
  'vrrp/vrrp.c:3861': hostInterface,
  'vrrp/vrrp.c:3869': hostInterface,
  'vrrp/vrrp.c:3896': hostInterface,
  'vrrp/vrrp.c:3902': hostInterface,
  'vrrp/vrrp.c:3927': strict('strict-mode-setting', 'use_vmac\n  vmac_xmit_base'),
  'vrrp/vrrp.c:3953': setting('ignored-setting', 'use_vmac\n  promote_secondaries'),
  'vrrp/vrrp.c:3974': setting('ipvlan-without-address', 'use_ipvlan'),
  'vrrp/vrrp.c:3980': { dependsOn: 'nothing: an address of the other family has been refused' },
  'vrrp/vrrp.c:3996': setting('tracked-own-interface', 'track_interface {\n    eth0\n  }'),
  'vrrp/vrrp.c:4017': setting('ignored-setting', 'vmac_xmit_base'),
  'vrrp/vrrp.c:4124': build,
  'vrrp/vrrp.c:4157': setting(
    'ignored-setting',
    'use_vmac\n  virtual_ipaddress {\n    192.0.2.11/24 use_vmac\n  }',
  ),
  'vrrp/vrrp.c:4162': setting(
    'ignored-setting',
    'use_vmac_addr\n  virtual_ipaddress {\n    192.0.2.11/24 dev eth1 use_vmac\n  }',
  ),
  'vrrp/vrrp.c:4235': withoutInterface(
    'address-without-interface',
    `unicast_src_ip 192.0.2.1\n  ${peers}\n  virtual_ipaddress {\n    192.0.2.10/24\n  }`,
  ),
  'vrrp/vrrp.c:4722': hostInterface,
  'vrrp/vrrp.c:4824': {
    rule: 'duplicate-virtual-router',
    example: ['VI_1', 'VI_2']
      .map((name) =>
        bareInstance(
          name,
          `interface eth0\n  unicast_src_ip 192.0.2.1\n  ${peers}\n  virtual_ipaddress {\n    192.0.2.10/24\n  }`,
        ),
      )
      .join(''),
  },
  'vrrp/vrrp.c:4861': hostInterface,
  'vrrp/vrrp.c:4871': {
    rule: 'duplicate-virtual-router',
    example:
      instance('') +
      bareInstance('VI_2', 'interface eth0\n  virtual_ipaddress {\n    192.0.2.11/24\n  }'),
  },
  'vrrp/vrrp.c:4927': {
    rule: 'shared-vmac',
    example:
      instance('  use_vmac') +
      bareInstance(
        'VI_2',
        'interface eth1\n  use_vmac_addr\n  virtual_ipaddress {\n    192.0.2.11/24 dev eth0\n  }',
      ),
  },
  'vrrp/vrrp.c:4957': {
    rule: 'shared-vmac',
    example: twoInstances(
      'use_vmac_addr\n  virtual_ipaddress {\n    192.0.2.11/24 dev eth2\n  }',
      'use_vmac_addr\n  virtual_ipaddress {\n    192.0.2.12/24 dev eth2\n  }',
    ),
  },
};

/** vrrp.c: weights that a sync group, or the address owner, has no use for. */
const weights: Coverage = {
  'vrrp/vrrp.c:4311': grouped('ignored-weight', '', 'track_interface {\n    eth2 weight 10\n  }'),
  'vrrp/vrrp.c:4328': grouped('ignored-weight', nginx, 'track_script {\n    nginx weight 10\n  }'),
  'vrrp/vrrp.c:4341': grouped('ignored-weight', trackedFile, 'track_file {\n    load\n  }'),
  'vrrp/vrrp.c:4351': grouped(
    'ignored-weight',
    trackedFile,
    'track_file {\n    load weight 10\n  }',
  ),
  'vrrp/vrrp.c:4366': grouped('ignored-weight', session, 'track_bfd {\n    peer weight 10\n  }'),
  'vrrp/vrrp.c:4386': { dependsOn: 'nothing: what has such a weight has been removed' },
  'vrrp/vrrp.c:4500': owner(nginx, 'track_script {\n    nginx weight 10\n  }'),
  'vrrp/vrrp.c:4516': owner(trackedFile, 'track_file {\n    load weight 10\n  }'),
  'vrrp/vrrp.c:4533': owner(trackedProcess, 'track_process {\n    nginx weight 10\n  }'),
  'vrrp/vrrp.c:4551': owner(session, 'track_bfd {\n    peer weight 10\n  }'),
  'vrrp/vrrp.c:4568': owner('', 'track_interface {\n    eth2 weight 10\n  }'),
};

export const instanceCoverage: Coverage = {
  ...beginning,
  ...identity,
  ...behaviour,
  ...interfaces,
  ...weights,
};
