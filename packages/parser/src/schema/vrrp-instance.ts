import type { Keywords } from './keyword.ts';
import { extraInterfaces } from './global-values.ts';
import { hmacKey, ipvlan, vmac } from './instance-values.ts';

/** keepalived/vrrp/vrrp_parser.c */
export const vrrpInstanceKeywords = {
  use_vmac: {
    summary:
      'Runs the virtual router on a macvlan interface with a virtual MAC; name and MAC are optional',
    since: '1.2.3',
    value: vmac,
    repeat: 'each',
    build: ['not --disable-vmac'],
  },
  use_vmac_addr: {
    summary: 'Creates a VMAC on each further interface where virtual addresses are placed',
    since: '2.2.0',
    value: { type: 'flag' },
    build: ['not --disable-vmac'],
  },
  vmac_xmit_base: {
    summary:
      'Exchanges advertisements through the parent interface while a VMAC holds the addresses',
    since: '1.2.10',
    value: { type: 'flag' },
    build: ['not --disable-vmac'],
  },
  use_ipvlan: {
    summary: 'Runs the virtual router on an ipvlan interface created above the configured one',
    since: '2.0.17',
    value: ipvlan,
    repeat: 'first',
    build: ['kernel headers with IPVLAN'],
  },
  unicast_peer: {
    summary:
      'Addresses of the other routers, which receive advertisements by unicast, with optional TTL limits',
    since: '1.2.8',
    value: { type: 'flag' },
    repeat: 'merged',
    lines: 'unicast-peer',
  },
  unicast_fault_no_peer: {
    summary:
      'Holds the instance in FAULT, with no fallback to multicast, if it has no unicast peers',
    since: '2.2.5',
    value: { type: 'flag' },
  },
  check_unicast_src: {
    summary: 'Discards unicast advertisements that do not come from a configured peer',
    since: '2.1.0',
    value: { type: 'flag' },
  },
  old_unicast_checksum: {
    summary: 'Uses the VRRPv3 unicast checksum of releases before 1.3.7; never stops detecting it',
    since: '1.3.7',
    value: { type: 'enum', values: ['never'], optional: true },
    build: ['not --disable-checksum-compat'],
  },
  native_ipv6: {
    summary: 'Makes the virtual router IPv6 with VRRP version 3 regardless of its addresses',
    since: '1.2.1',
    value: { type: 'flag' },
  },
  state: {
    summary: 'State the instance aims for at startup; MASTER acts at once only with priority 255',
    since: '0.6.6',
    value: { type: 'enum', values: ['MASTER', 'BACKUP'] },
    instead: 'BACKUP',
    default: 'derived: MASTER if priority 255 else BACKUP',
  },
  interface: {
    summary: 'Network interface on which the virtual router exchanges advertisements',
    since: '0.6.6',
    value: { type: 'interface' },
  },
  vrf: {
    summary: 'VRF in which a unicast virtual router without an interface operates',
    since: '2.2.5',
    value: { type: 'interface' },
    repeat: 'first',
    build: ['kernel headers with VRF'],
  },
  dont_track_primary: {
    summary: "Stops a link failure of the instance's own interface from causing FAULT",
    since: '1.1.8',
    value: { type: 'flag' },
  },
  track_interface: {
    summary: 'Further interfaces whose link state causes FAULT or shifts the effective priority',
    since: '1.0.1',
    value: { type: 'flag' },
    repeat: 'merged',
    lines: 'tracked-interface',
  },
  track_script: {
    summary: 'Check scripts whose results cause FAULT or shift the effective priority',
    since: '1.1.13',
    value: { type: 'flag' },
    repeat: 'merged',
    lines: 'tracked-script',
  },
  track_file: {
    summary: 'Tracked files whose values cause FAULT or shift the effective priority',
    since: '2.0.0',
    value: { type: 'flag' },
    repeat: 'merged',
    lines: 'tracked-file',
  },
  track_process: {
    summary: 'Tracked processes whose presence decides on FAULT or shifts the effective priority',
    since: '2.0.11',
    value: { type: 'flag' },
    repeat: 'merged',
    build: ['not --disable-track-process'],
    lines: 'tracked-process',
  },
  track_bfd: {
    summary: 'BFD sessions whose state causes FAULT or shifts the effective priority',
    since: '2.0.0',
    value: { type: 'flag' },
    repeat: 'merged',
    build: ['--enable-bfd'],
    lines: 'tracked-bfd',
  },
  mcast_src_ip: {
    summary: "Source address of the advertisements, in place of the interface's primary address",
    since: '0.6.6',
    value: { type: 'address' },
  },
  unicast_src_ip: {
    summary: 'Local source address for unicast advertisements',
    since: '1.2.10',
    value: { type: 'address' },
  },
  mcast_dst_ip: {
    summary:
      'Multicast group used for sending and receiving advertisements in place of the standard one',
    since: '2.2.5',
    value: { type: 'address', multicast: true },
  },
  track_src_ip: {
    summary: 'Puts the instance in FAULT while its configured source address is missing',
    since: '2.0.0',
    value: { type: 'flag' },
  },
  virtual_router_id: {
    summary:
      'VRID, 1 to 255, that identifies the virtual router and must be equal on all its nodes',
    since: '0.6.6',
    value: { type: 'integer', min: 1, max: 255 },
    required: true,
  },
  unicast_ttl: {
    summary: 'TTL or hop limit of the unicast advertisements sent',
    since: '2.1.0',
    value: { type: 'integer', min: 0, max: 255 },
    default: '255 for IPv4, kernel default for IPv6',
  },
  version: {
    summary: 'VRRP protocol version of the virtual router, 2 or 3',
    since: '1.2.17',
    value: { type: 'integer', min: 2, max: 3 },
    default: '3 if IPv6, else global vrrp_version (2)',
  },
  priority: {
    summary: 'Base priority in the master election, 1 to 255; 255 marks the address owner',
    since: '0.6.6',
    value: { type: 'integer', min: 1, max: 255 },
    instead: '100',
    default: '255 if state MASTER, else 100',
  },
  advert_int: {
    summary: 'Seconds between two advertisements; whole seconds in VRRPv2, 10 ms steps in VRRPv3',
    since: '0.6.6',
    value: { type: 'decimal', min: 0.01, max: 255, unit: 's', places: 6 },
    default: 1,
  },
  virtual_ipaddress: {
    summary: 'Virtual addresses held while master and listed in the advertisements',
    since: '0.6.6',
    value: { type: 'flag' },
    repeat: 'merged',
    lines: 'address',
  },
  virtual_ipaddress_excluded: {
    summary: 'Virtual addresses held while master but left out of the advertisements',
    since: '0.6.6',
    value: { type: 'flag' },
    repeat: 'merged',
    lines: 'address',
  },
  no_virtual_ipaddress: {
    summary: 'Allows the virtual router to run without any virtual address',
    since: '2.2.8',
    value: { type: 'flag' },
  },
  promote_secondaries: {
    summary:
      'Keeps the other addresses of a subnet when the primary one is removed from the interface',
    since: '1.3.0',
    value: { type: 'flag' },
  },
  linkbeat_use_polling: {
    summary: "Polls the link state of the instance's interface and does not rely on netlink",
    since: '2.0.0',
    value: { type: 'flag' },
    build: ['not --disable-linkbeat'],
    deprecated: { since: '2.0.13', use: 'the linkbeat_interfaces block' },
  },
  v3_checksum_as_v2: {
    summary: 'Leaves the IPv4 pseudo-header out of the checksum of VRRP version 3 advertisements',
    since: '2.2.8',
    value: { type: 'boolean' },
    default: 'global v3_checksum_as_v2',
  },
  virtual_routes: {
    summary: 'Routes that are present only while the instance is master',
    since: '1.0.1',
    value: { type: 'flag' },
    repeat: 'merged',
    lines: 'route',
  },
  virtual_rules: {
    summary: 'Policy routing rules that are present only while the instance is master',
    since: '1.2.20',
    value: { type: 'flag' },
    repeat: 'merged',
    lines: 'rule',
  },
  accept: {
    summary:
      'Lets the master receive traffic for the virtual addresses without being address owner',
    since: '1.2.17',
    value: { type: 'flag' },
    default: 'true unless strict mode (and then true only for priority 255)',
  },
  no_accept: {
    summary:
      'Drops traffic to the virtual addresses by firewall rules unless this is the address owner',
    since: '1.3.0',
    value: { type: 'flag' },
    build: ['iptables or nftables support'],
  },
  skip_check_adv_addr: {
    summary: 'Checks the address list of advertisements only if they come from a new master',
    since: '1.2.20',
    value: { type: 'boolean' },
    default: 'global vrrp_skip_check_adv_addr',
  },
  strict_mode: {
    summary: 'Enforces strict protocol compliance for this instance and rejects extensions',
    since: '1.2.20',
    value: { type: 'boolean' },
    default: 'global vrrp_strict',
  },
  preempt: {
    summary: 'Lets the instance take over from a lower-priority master, cancelling nopreempt',
    since: '0.6.6',
    value: { type: 'flag' },
  },
  nopreempt: {
    summary: 'Leaves a lower-priority master in place when this instance comes back',
    since: '1.1.8',
    value: { type: 'flag' },
  },
  preempt_delay: {
    summary: 'Extra seconds to wait before taking the master role from a lower-priority router',
    since: '1.1.8',
    value: { type: 'decimal', min: 0, max: 1000, unit: 's', places: 6 },
    instead: '0',
    default: 0,
  },
  debug: {
    summary: 'Debug level of the instance, 0 to 4; it has no effect on behaviour',
    since: '0.6.6',
    value: { type: 'integer', min: 0, max: 4 },
    default: 0,
  },
  notify_backup: {
    summary: 'Script run when the instance becomes backup',
    since: '0.6.6',
    value: { type: 'script', runAs: true },
    repeat: 'first',
  },
  notify_master: {
    summary: 'Script run when the instance becomes master',
    since: '0.6.6',
    value: { type: 'script', runAs: true },
    repeat: 'first',
  },
  notify_fault: {
    summary: 'Script run when the instance enters the FAULT state',
    since: '0.6.6',
    value: { type: 'script', runAs: true },
    repeat: 'first',
  },
  notify_stop: {
    summary: 'Script run for the instance when keepalived shuts VRRP down',
    since: '1.1.13',
    value: { type: 'script', runAs: true },
    repeat: 'first',
  },
  notify_deleted: {
    summary: 'Signals DELETED, not FAULT, if a reload removes the instance; may also run a script',
    since: '2.1.0',
    value: { type: 'script', runAs: true, optional: true },
    repeat: 'first',
  },
  notify: {
    summary: 'Script run on every instance state change, given type, name, new state and priority',
    since: '1.1.2',
    value: { type: 'script', runAs: true },
    repeat: 'first',
  },
  notify_master_rx_lower_pri: {
    summary: 'Script run when the master hears an advertisement of lower priority',
    since: '2.0.6',
    value: { type: 'script', runAs: true },
    repeat: 'first',
  },
  smtp_alert: {
    summary: 'Emails the configured recipients when the instance changes state',
    since: '0.6.6',
    value: { type: 'boolean' },
    default: 'global smtp_alert_vrrp, else smtp_alert, else false',
  },
  notify_priority_changes: {
    summary: "Reports changes of the instance's effective priority to the notify FIFOs",
    since: '2.0.16',
    value: { type: 'boolean' },
    default: 'sync group value, else global vrrp_notify_priority_changes',
  },
  lvs_sync_daemon_interface: {
    summary: 'Interface for the IPVS connection sync daemon, whose role follows this instance',
    since: '0.6.6',
    value: { type: 'interface' },
    repeat: 'first',
    deprecated: { since: '1.2.20', use: 'lvs_sync_daemon in global_defs' },
  },
  garp_master_delay: {
    summary: 'Seconds from becoming master to the second burst of gratuitous ARPs; 0 omits it',
    since: '0.7.1',
    value: { type: 'integer', min: 0, max: 4294, unit: 's' },
    default: 'vrrp_garp_master_delay (5)',
  },
  garp_master_refresh: {
    summary: 'Seconds between repeated gratuitous ARP bursts while master; 0 disables them',
    since: '1.2.10',
    value: { type: 'integer', min: 0, max: 4294967295, unit: 's' },
    instead: '0',
    default: 'vrrp_garp_master_refresh (0)',
  },
  garp_master_repeat: {
    summary: 'Gratuitous ARPs per address in each burst sent after becoming master',
    since: '1.2.14',
    value: { type: 'integer', min: 0, max: 4294967295, zero: { since: '2.0.7', instead: 1 } },
    default: 'vrrp_garp_master_repeat (5)',
  },
  garp_master_refresh_repeat: {
    summary: 'Gratuitous ARPs per address in each periodic refresh burst',
    since: '1.2.14',
    value: { type: 'integer', min: 0, max: 4294967295, zero: { since: '2.0.7', instead: 1 } },
    default: 'vrrp_garp_master_refresh_repeat (1)',
  },
  garp_lower_prio_delay: {
    summary: 'Seconds to the second gratuitous ARP burst after a lower-priority advertisement',
    since: '1.2.20',
    value: { type: 'integer', min: 0, max: 4294, unit: 's' },
    default: 'vrrp_garp_lower_prio_delay, 0 in strict mode',
  },
  garp_lower_prio_repeat: {
    summary: 'Gratuitous ARPs per burst when a master hears a lower-priority advertisement',
    since: '1.2.20',
    value: { type: 'integer', min: 0, max: 2147483647 },
    default: 'vrrp_garp_lower_prio_repeat, 0 in strict mode',
  },
  down_timer_adverts: {
    summary:
      'Missed advertisement intervals, plus skew time, after which the master counts as down',
    since: '2.2.3',
    value: { type: 'integer', min: 1, max: 100 },
    default: 'vrrp_down_timer_adverts (3)',
  },
  timer_expired_backup: {
    summary:
      'Makes a late-running master fall back to backup if a peer of this priority may have taken over',
    since: '2.2.8',
    value: { type: 'integer', min: 1, max: 254, bare: 254 },
  },
  thread_timer_expired: {
    summary:
      'Returns a delayed master to backup if a peer of the given priority could be master by now',
    since: '2.3.2',
    value: { type: 'integer', min: 1, max: 254, bare: 254 },
    deprecated: { since: '2.3.2', use: 'timer_expired_backup', renamed: true },
  },
  garp_extra_if: {
    summary:
      'Seconds between gratuitous ARPs on other VMACs, or all other interfaces, carrying addresses',
    since: '2.2.3',
    value: extraInterfaces(0),
    missing: 'ignores',
    default: 'vrrp_garp_extra_if',
    build: ['not --disable-vmac'],
  },
  vmac_garp_intvl: {
    summary:
      'Interval in seconds of gratuitous ARPs on secondary VMACs, or on any extra interface with all',
    since: '2.2.0',
    value: extraInterfaces(0),
    missing: 'ignores',
    default: 'vrrp_garp_extra_if',
    build: ['not --disable-vmac'],
    deprecated: { since: '2.2.3', use: 'garp_extra_if', renamed: true },
  },
  lower_prio_no_advert: {
    summary: 'Keeps a master from answering a lower-priority advertisement with one of its own',
    since: '1.2.20',
    value: { type: 'boolean' },
    default: 'true in strict mode else vrrp_lower_prio_no_advert',
  },
  higher_prio_send_advert: {
    summary: 'Makes a master send a last advertisement before yielding to a higher-priority one',
    since: '1.3.5',
    value: { type: 'boolean' },
    default: 'false in strict mode else vrrp_higher_prio_send_advert',
  },
  owner_ignore_adverts: {
    summary: 'Makes an address owner (priority 255) disregard every advertisement it receives',
    since: '2.3.3',
    value: { type: 'boolean' },
    default: 'priority 255: true in strict mode else vrrp_owner_ignore_adverts; otherwise false',
  },
  kernel_rx_buf_size: {
    summary: 'Bytes this instance contributes to the kernel receive buffer of its VRRP socket',
    since: '2.0.3',
    value: { type: 'integer', min: 0, max: 4294967295, unit: 'bytes' },
    extraWords: 'drop',
    missing: 'ignores',
  },
  authentication: {
    summary: 'Legacy VRRPv2 authentication settings for the advertisements',
    since: '0.6.6',
    value: { type: 'flag' },
    repeat: 'merged',
    build: ['not --disable-vrrp-auth'],
    keywords: {
      auth_type: {
        summary: 'Authentication method: PASS for a plain-text password, AH for an IPsec header',
        since: '0.6.6',
        value: { type: 'enum', values: ['PASS', 'AH'] },
        default: 'none',
        build: ['not --disable-vrrp-auth'],
      },
      auth_pass: {
        summary: 'Shared password, of which the first 8 bytes count; must be equal on all routers',
        since: '0.6.6',
        value: { type: 'string', syntax: '<PASSWORD>', maxLength: 8 },
        build: ['not --disable-vrrp-auth'],
        secret: true,
      },
    },
  },
  auth_hmac: {
    summary:
      'Signs and verifies advertisements by an HMAC-SHA256 trailer that also prevents replay',
    since: '2.4.0',
    value: { type: 'flag' },
    repeat: 'merged',
    build: ['not --disable-vrrp-auth'],
    keywords: {
      key: {
        summary: 'Shared HMAC key of 32 to 64 bytes with an id, given as text, hex or a file',
        since: '2.4.0',
        value: hmacKey,
        repeat: 'each',
        missing: 'ignores',
        build: ['not --disable-vrrp-auth'],
        secret: true,
      },
      active_key: {
        summary: 'Id of the HMAC key that signs outgoing advertisements',
        since: '2.4.0',
        value: { type: 'integer', min: 1, max: 255 },
        default: 0,
        required: true,
        build: ['not --disable-vrrp-auth'],
      },
      time_window: {
        summary:
          "Seconds an advertisement's timestamp may differ from the local clock and still be accepted",
        since: '2.4.0',
        value: { type: 'integer', min: 1, max: 300, unit: 's' },
        default: '3 * advert_int clamped to [5,300]',
        build: ['not --disable-vrrp-auth'],
      },
      anti_replay: {
        summary: 'Replay protection by clock time or only by ever-increasing sequence numbers',
        since: '2.4.0',
        value: { type: 'enum', values: ['time', 'monotonic'] },
        default: 'time',
        build: ['not --disable-vrrp-auth'],
      },
      mode: {
        summary:
          "Whether unsigned advertisements are refused, tolerated, or tolerated without signing one's own",
        since: '2.4.0',
        value: {
          type: 'enum',
          values: ['enforce', 'permissive', 'receive-only'],
          availability: { 'receive-only': { since: '2.4.2' } },
        },
        default: 'enforce',
        build: ['not --disable-vrrp-auth'],
      },
    },
  },
} as const satisfies Keywords;
