import { inner, type BlockPlan } from './block.ts';

/* Settings of the whole node. */

export const globalDefs: BlockPlan = {
  header: 'global_defs',
  usual: ['router_id node1', 'script_user root', 'enable_script_security'],
  themes: {
    scripts: [
      ...['-enable_script_security', '-script_user', 'script_user nosuchuser', '+script_user root'],
      ...['script_user root nosuchgroup', 'notify_fifo /tmp/kalint.fifo', 'max_auto_priority 200'],
      ...['vrrp_notify_fifo /tmp/kalint.fifo', 'lvs_notify_fifo /tmp/kalint.fifo'],
      ...['vrrp_notify_fifo_script /bin/true', '+notify_fifo /tmp/kalint.other'],
    ],
    vrrp: [
      ...['vrrp_strict', 'vrrp_version 2', 'vrrp_version 3', 'vrrp_version 4', 'vrrp_iptables'],
      ...['nftables', 'vrrp_garp_interval 0', 'vrrp_garp_interval 0.5', 'vrrp_gna_interval 0'],
      ...[
        'vrrp_garp_lower_prio_repeat 3',
        'vrrp_garp_lower_prio_delay 3',
        'vrrp_garp_master_repeat 0',
      ],
      ...['vrrp_lower_prio_no_advert off', 'vrrp_higher_prio_send_advert on', 'dynamic_interfaces'],
      ...[
        'vrrp_mcast_group4 192.0.2.1',
        'vrrp_mcast_group6 224.0.0.1',
        'vrrp_down_timer_adverts 4',
      ],
      ...[
        'vrrp_owner_ignore_adverts off',
        'vrrp_priority -30',
        'vrrp_no_swap',
        'vrrp_rt_priority 0',
      ],
      ...[
        'vrrp_min_garp',
        'vrrp_startup_delay 0',
        'vrrp_check_unicast_src',
        'default_interface eth9',
      ],
      ...['default_interface eth1', 'default_interface lo', 'linkbeat_interfaces eth1'],
    ],
    mail: [
      ...[
        inner('notification_email'),
        inner('notification_email', 'ops@example.org'),
        'smtp_alert',
      ],
      ...['smtp_server 192.0.2.25', 'smtp_server nothing.invalid', 'smtp_connect_timeout 0'],
      ...[
        'smtp_helo_name',
        'notification_email_from',
        'smtp_server 192.0.2.25 99999',
        'email_faults',
      ],
    ],
    lvs: [
      ...['lvs_sync_daemon eth0 VI_1', 'lvs_sync_daemon eth0 VI_NONE', 'lvs_sync_daemon eth0'],
      ...['lvs_sync_daemon eth0 VI_1 id 300', 'lvs_sync_daemon eth0 VI_1 port 99999', 'lvs_flush'],
      ...['lvs_sync_daemon eth9 VI_1', 'lvs_sync_daemon eth0 VI_1 nothing', 'lvs_timeouts tcp 0'],
      ...['lvs_timeouts', 'checker_priority 30', 'lvs_flush_onstop VS', 'lvs_sync_daemon'],
      ...['lvs_sync_daemon eth0 VI_1 maxlen 99999', 'lvs_sync_daemon eth0 VI_1 group 10.0.0.1'],
    ],
    twice: [
      '+router_id node2',
      'router_id',
      '-router_id',
      'process_names',
      'umask 999',
      'use_pid_dir',
    ],
  },
};

export const garpGroup: BlockPlan = {
  header: 'garp_group',
  usual: ['garp_interval 1', inner('interfaces', 'eth0', 'eth1')],
  themes: {
    all: [
      ...['-garp_interval', 'gna_interval 2', 'garp_interval 0', 'garp_interval 2000000'],
      ...[inner('interfaces'), inner('interfaces', 'eth0', 'eth0'), inner('interfaces', 'eth9')],
      ...['interface eth2', '-interfaces', '+garp_interval 3'],
    ],
  },
};

export const staticRoutes: BlockPlan = {
  header: 'static_routes',
  usual: ['198.51.100.0/24 via 192.0.2.1 dev eth0'],
  themes: {
    all: [
      ...['+198.51.100.0/24 via 2001:db8::1', '+198.51.100.0/33 dev eth0', '+203.0.113.0/24'],
      ...['+203.0.113.0/24 dev eth0 track_group TG_1', '+203.0.113.0/24 dev eth0 track_group TG_2'],
      ...['+203.0.113.0/24 dev eth9', '+default via 192.0.2.1 metric x', '+2001:db8::/32 dev eth0'],
    ],
  },
};

export const staticAddresses: BlockPlan = {
  header: 'static_ipaddress',
  usual: ['192.0.2.100/24 dev eth0'],
  themes: {
    all: [
      '+192.0.2.101/24',
      '+2001:db8::5/64 dev eth1',
      '+192.0.2.102/24 dev eth0 track_group TG_2',
    ],
  },
};
