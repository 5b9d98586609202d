import type { Keywords } from './keyword.ts';
import { checkers } from './checkers.ts';
import { endpoint, forwarding, granularity } from './server-values.ts';

const realServerKeywords = {
  weight: {
    summary: 'IPVS weight of this real server, its share of connections under weighted schedulers',
    since: '0.6.6',
    value: { type: 'integer', min: 0, max: 2147483647 },
    default: 'virtual_server weight (1)',
  },
  lvs_method: {
    summary:
      'Packet forwarding to this real server: NAT, direct routing or tunnel with its options',
    since: '1.3.6',
    value: forwarding,
    default: 'NAT (reported as an error when missing)',
  },
  uthreshold: {
    summary: 'Connection count at which IPVS stops giving the real server new connections',
    since: '1.1.13',
    value: { type: 'integer', min: 0, max: 4294967295 },
    default: 0,
  },
  lthreshold: {
    summary: 'Connection count below which an overloaded real server gets new connections again',
    since: '1.1.13',
    value: { type: 'integer', min: 0, max: 4294967295 },
    default: 0,
  },
  inhibit_on_failure: {
    summary: 'Sets the weight to 0 when this real server fails and keeps its IPVS entry',
    since: '0.6.8',
    value: { type: 'boolean' },
    default: 'virtual_server',
  },
  notify_up: {
    summary: 'Script to run when this real server comes up',
    since: '1.0.0',
    value: { type: 'script', runAs: true },
    repeat: 'first',
  },
  notify_down: {
    summary: 'Script to run when this real server goes down',
    since: '1.0.0',
    value: { type: 'script', runAs: true },
    repeat: 'first',
  },
  alpha: {
    summary: 'Treats this real server as down at startup until its checkers have succeeded',
    since: '1.3.7',
    value: { type: 'boolean' },
    default: 'virtual_server',
  },
  retry: {
    summary:
      'Further attempts after a failed check of this real server before the checker goes down',
    since: '1.3.7',
    value: { type: 'integer', min: 1, max: 4294967295 },
    default: 'virtual_server',
  },
  delay_before_retry: {
    summary: 'Seconds between a failed check of this real server and the next attempt',
    since: '1.3.7',
    value: { type: 'decimal', min: 0, max: 18446744073709.55, unit: 's', places: 6 },
    default: 'virtual_server',
  },
  warmup: {
    summary: 'Upper bound in seconds of the random wait before the first check of this real server',
    since: '1.3.7',
    value: { type: 'decimal', min: 0, max: 18446744073709.55, unit: 's', places: 6 },
    default: 'virtual_server',
  },
  connect_timeout: {
    summary: 'Seconds the checkers of this real server wait for a connection or reply',
    since: '2.0.13',
    value: { type: 'decimal', min: 1e-6, max: 4294.967295, unit: 's', places: 6 },
    default: 'virtual_server',
  },
  delay_loop: {
    summary: 'Seconds between two runs of each checker of this real server',
    since: '1.3.7',
    value: { type: 'decimal', min: 1e-6, max: 18446744073709.55, unit: 's', places: 6 },
    default: 'virtual_server',
  },
  smtp_alert: {
    summary: 'Enables e-mail about state changes of this real server and its checkers',
    since: '2.0.0',
    value: { type: 'boolean' },
    default: 'smtp_alert_checker, else smtp_alert, else TRUE',
  },
  virtualhost: {
    summary: 'Host name that HTTP_GET and SSL_GET of this real server request if they name none',
    since: '1.3.6',
    value: { type: 'string', syntax: '<STRING>' },
    repeat: 'last-reported',
    missing: 'ignores',
  },
  snmp_name: {
    summary: 'Label that SNMP reports for the real server',
    since: '2.2.3',
    value: { type: 'string', syntax: '<STRING>' },
    extraWords: 'drop',
    repeat: 'last-reported',
    missing: 'ignores',
    build: ['--enable-snmp or --enable-snmp-checker'],
  },
  ...checkers,
  'CI-LINUX': {
    summary: 'Checker for cluster installations',
    since: '0.6.6',
    value: { type: 'flag' },
    removed: '1.1.5',
  },
} as const satisfies Keywords;

/** keepalived/check/check_parser.c */
export const virtualServerKeywords = {
  ip_family: {
    summary: 'Address family, IPv4 or IPv6, of a virtual server selected by firewall mark',
    since: '1.2.20',
    value: { type: 'enum', values: ['inet', 'inet6'] },
  },
  retry: {
    summary: 'Default number of further attempts after a failed check before a checker goes down',
    since: '1.3.7',
    value: { type: 'integer', min: 1, max: 4294967295 },
    default: 'checker default',
  },
  delay_before_retry: {
    summary: 'Default seconds between a failed check and the next attempt, for all real servers',
    since: '1.3.7',
    value: { type: 'decimal', min: 0, max: 18446744073709.55, unit: 's', places: 6 },
    default: 'checker default',
  },
  warmup: {
    summary: 'Default upper bound in seconds of the random wait before each first check',
    since: '1.3.7',
    value: { type: 'decimal', min: 0, max: 18446744073709.55, unit: 's', places: 6 },
    default: 'delay_loop',
  },
  connect_timeout: {
    summary: 'Default seconds a checker of this virtual server waits for a connection or reply',
    since: '2.0.13',
    value: { type: 'decimal', min: 1e-6, max: 4294.967295, unit: 's', places: 6 },
    default: 5,
  },
  delay_loop: {
    summary: 'Default seconds between two runs of each checker of this virtual server',
    since: '0.6.6',
    value: { type: 'decimal', min: 1e-6, max: 18446744073709.55, unit: 's', places: 6 },
    default: 60,
  },
  inhibit_on_failure: {
    summary:
      'Keeps failed real servers in the IPVS table with weight 0 where they would be removed',
    since: '1.3.7',
    value: { type: 'flag' },
  },
  lb_algo: {
    summary:
      'IPVS scheduling algorithm that selects the real server for a new connection, same as lvs_sched',
    since: '0.6.6',
    value: {
      type: 'enum',
      values: [
        'rr',
        'wrr',
        'lc',
        'wlc',
        'lblc',
        'sh',
        'mh',
        'dh',
        'fo',
        'ovf',
        'lblcr',
        'sed',
        'nq',
        'twos',
      ],
      availability: { twos: { since: '2.2.5' } },
    },
    default: 'wlc (reported as an error when missing)',
  },
  lvs_sched: {
    summary: 'IPVS scheduling algorithm that selects the real server for a new connection',
    since: '1.1.5',
    value: {
      type: 'enum',
      values: [
        'rr',
        'wrr',
        'lc',
        'wlc',
        'lblc',
        'sh',
        'mh',
        'dh',
        'fo',
        'ovf',
        'lblcr',
        'sed',
        'nq',
        'twos',
      ],
      availability: { twos: { since: '2.2.5' } },
    },
    default: 'wlc (reported as an error when missing)',
  },
  hashed: {
    summary: 'Scheduler flag keyword for which no IPVS flag is ever set',
    since: '1.3.0',
    value: { type: 'flag' },
  },
  ops: {
    summary: 'Schedules every UDP datagram on its own (one-packet scheduling)',
    since: '1.2.8',
    value: { type: 'flag' },
  },
  'flag-1': {
    summary: 'Sets the first generic scheduler flag of the IPVS service',
    since: '1.3.0',
    value: { type: 'flag' },
    build: ['kernel headers >= 3.11'],
  },
  'flag-2': {
    summary: 'Sets the second generic scheduler flag of the IPVS service',
    since: '1.3.0',
    value: { type: 'flag' },
    build: ['kernel headers >= 3.11'],
  },
  'flag-3': {
    summary: 'Sets the third generic scheduler flag of the IPVS service',
    since: '1.3.0',
    value: { type: 'flag' },
    build: ['kernel headers >= 3.11'],
  },
  'sh-port': {
    summary: 'Makes the sh scheduler hash the source port together with the source address',
    since: '1.3.0',
    value: { type: 'flag' },
    build: ['kernel headers >= 3.11'],
  },
  'sh-fallback': {
    summary: 'Makes the sh scheduler choose another real server when the hashed one is unavailable',
    since: '1.3.0',
    value: { type: 'flag' },
    build: ['kernel headers >= 3.11'],
  },
  'mh-port': {
    summary: 'Makes the mh scheduler hash the source port together with the source address',
    since: '2.0.20',
    value: { type: 'flag' },
    build: ['kernel headers >= 3.11'],
  },
  'mh-fallback': {
    summary: 'Makes the mh scheduler choose another real server when the hashed one is unavailable',
    since: '2.0.20',
    value: { type: 'flag' },
    build: ['kernel headers >= 3.11'],
  },
  lb_kind: {
    summary:
      'Default packet forwarding to real servers: NAT, direct routing or tunnel, same as lvs_method',
    since: '0.6.6',
    value: forwarding,
    default: 'NAT (reported as an error when missing)',
  },
  lvs_method: {
    summary:
      'Default packet forwarding to real servers: NAT, direct routing or tunnel with its options',
    since: '1.1.5',
    value: forwarding,
    default: 'NAT (reported as an error when missing)',
  },
  persistence_engine: {
    summary: 'Kernel engine, such as sip, that derives the persistence key from packet contents',
    since: '1.2.20',
    value: { type: 'string', syntax: '<NAME>', maxLength: 16 },
    instead: 'the first 16 characters',
  },
  persistence_timeout: {
    summary: 'Seconds for which further connections of a client go to the same real server',
    since: '0.6.6',
    value: { type: 'integer', min: 1, max: 2678400, unit: 's', bare: 360 },
    default: 0,
  },
  persistence_granularity: {
    summary: 'Netmask or prefix length that groups client addresses for persistence',
    since: '0.6.6',
    value: granularity,
  },
  protocol: {
    summary: 'Transport protocol of the virtual server: TCP, UDP or SCTP',
    since: '0.6.6',
    value: {
      type: 'enum',
      values: ['TCP', 'UDP', 'SCTP'],
      ignoreCase: true,
      availability: { SCTP: { since: '1.2.20' } },
    },
    default: 'UDP with an error, unless fwmark',
  },
  ha_suspend: {
    summary: 'Pauses the checkers while no address of the virtual server is present on this host',
    since: '1.0.0',
    value: { type: 'flag' },
  },
  smtp_alert: {
    summary: 'Enables e-mail when the virtual server gains or loses its quorum',
    since: '2.0.0',
    value: { type: 'boolean' },
    default: 'smtp_alert_checker, else smtp_alert, else false',
  },
  virtualhost: {
    summary: 'Host name that HTTP_GET and SSL_GET request if real server and checker name none',
    since: '0.6.6',
    value: { type: 'string', syntax: '<STRING>' },
    repeat: 'last-reported',
    missing: 'ignores',
  },
  snmp_name: {
    summary: 'Label that SNMP reports for the virtual server',
    since: '2.2.3',
    value: { type: 'string', syntax: '<STRING>' },
    extraWords: 'drop',
    repeat: 'last-reported',
    missing: 'ignores',
    build: ['--enable-snmp or --enable-snmp-checker'],
  },
  alpha: {
    summary: 'Treats every real server as down at startup until its checkers have succeeded',
    since: '1.1.16',
    value: { type: 'flag' },
  },
  omega: {
    summary:
      'Runs the down notifications of real servers and quorum also when keepalived shuts down',
    since: '1.1.16',
    value: { type: 'flag' },
  },
  quorum_up: {
    summary: 'Script to run once the virtual server has gained its quorum',
    since: '1.1.16',
    value: { type: 'script', runAs: true },
    repeat: 'first',
  },
  quorum_down: {
    summary: 'Script to run once the virtual server has lost its quorum',
    since: '1.1.16',
    value: { type: 'script', runAs: true },
    repeat: 'first',
  },
  quorum: {
    summary: 'Total weight of live real servers at which the virtual server counts as up',
    since: '1.1.16',
    value: { type: 'integer', min: 1, max: 4294967295 },
    instead: '1',
    default: 1,
  },
  hysteresis: {
    summary: 'Weight added to the quorum for gaining it and subtracted from it for losing it',
    since: '1.1.16',
    value: { type: 'integer', min: 0, max: 4294967295 },
    default: 0,
  },
  weight: {
    summary: 'Default IPVS weight of the real servers in this virtual server',
    since: '1.3.7',
    value: { type: 'integer', min: 1, max: 2147483647 },
    default: 1,
  },
  sorry_server: {
    summary: 'Address and port of the fallback server that takes over while quorum is lost',
    since: '0.6.6',
    value: endpoint,
  },
  sorry_server_inhibit: {
    summary:
      'Keeps the idle sorry server in the IPVS table with weight 0 where it would be removed',
    since: '1.2.13',
    value: { type: 'flag' },
  },
  sorry_server_lvs_method: {
    summary:
      'Packet forwarding to the sorry server: NAT, direct routing or tunnel with its options',
    since: '1.3.6',
    value: forwarding,
    default: 'NAT (reported as an error when missing)',
  },
  real_server: {
    summary: 'Adds a backend with address and port, including its own settings and checkers',
    since: '0.6.6',
    value: endpoint,
    repeat: 'each',
    keywords: realServerKeywords,
  },
  nat_mask: {
    summary: 'Netmask of the network address translation',
    since: '0.6.6',
    value: { type: 'string', syntax: '<NETMASK>' },
    removed: '1.2.20',
  },
  real_group: {
    summary: 'Group of real servers',
    since: '0.6.6',
    value: { type: 'string', syntax: '<NAME>' },
    removed: '1.0.1',
    replacement: 'real_server',
  },
} as const satisfies Keywords;
