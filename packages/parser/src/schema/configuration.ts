import type { Keywords } from './keyword.ts';
import { globalDefsKeywords } from './global-defs.ts';
import {
  bfdInstanceKeywords,
  trackFileKeywords,
  vrrpScriptKeywords,
  vrrpTrackProcessKeywords,
} from './trackers.ts';
import { virtualServerKey } from './server-values.ts';
import { virtualServerKeywords } from './virtual-server.ts';
import { vrrpInstanceKeywords } from './vrrp-instance.ts';
import { vrrpSyncGroupKeywords } from './vrrp-sync-group.ts';

/** Seconds between two announcements of a garp_group. */
const pacingSeconds = {
  type: 'decimal',
  min: 0,
  max: 4294.967295,
  unit: 's',
  places: 6,
  earlier: [{ until: '2.3.2', max: 2147.483647 }],
} as const;

/** What stands at the top level of a file: the whole language hangs on this table. */
export const configurationKeywords = {
  bfd_instance: {
    summary: 'Defines a BFD session with one neighbour, usable by VRRP tracking and by BFD_CHECK',
    since: '2.0.0',
    value: { type: 'string', syntax: '<NAME>', maxLength: 31 },
    missing: 'crashes',
    repeat: 'each',
    keywords: bfdInstanceKeywords,
  },
  SSL: {
    summary: 'TLS client settings shared by all SSL_GET checkers',
    since: '0.6.6',
    value: { type: 'flag' },
    repeat: 'last-reported',
    keywords: {
      password: {
        summary: 'Passphrase that unlocks the TLS private key file',
        since: '0.6.6',
        value: { type: 'string', syntax: '<STRING>' },
        repeat: 'last-reported',
        missing: 'ignores',
        secret: true,
      },
      ca: {
        summary: 'File of CA certificates loaded into the TLS context of SSL_GET checkers',
        since: '0.6.6',
        value: { type: 'string', syntax: '<STRING>' },
        repeat: 'last-reported',
        missing: 'ignores',
      },
      certificate: {
        summary: 'Client certificate chain file presented by SSL_GET checkers',
        since: '0.6.6',
        value: { type: 'string', syntax: '<STRING>' },
        repeat: 'last-reported',
        missing: 'ignores',
      },
      key: {
        summary: 'Private key file belonging to the TLS client certificate',
        since: '0.6.6',
        value: { type: 'string', syntax: '<STRING>' },
        repeat: 'last-reported',
        missing: 'ignores',
      },
    },
  },
  virtual_server_group: {
    summary:
      'Named set of addresses, ranges and firewall marks that are served as one virtual server',
    since: '1.0.2',
    value: { type: 'string', syntax: '<NAME>' },
    repeat: 'each',
    lines: 'virtual-server-group-entry',
  },
  virtual_server: {
    summary:
      'Defines an IPVS service by address and port, firewall mark or group, with its real servers',
    since: '0.6.6',
    value: virtualServerKey,
    repeat: 'each',
    keywords: virtualServerKeywords,
  },
  linkbeat_use_polling: {
    summary: 'Detects link state of VRRP interfaces by MII, ethtool or ioctl polling, not netlink',
    since: '1.1.18',
    value: { type: 'flag' },
    build: ['not --disable-linkbeat'],
  },
  net_namespace: {
    summary: 'Runs keepalived inside the named network namespace and keeps its pid files separate',
    since: '1.2.24',
    value: { type: 'string', syntax: '<NAME>' },
    repeat: 'first',
    missing: 'ignores',
  },
  net_namespace_ipvs: {
    summary:
      'Places the IPVS configuration in its own network namespace; with no name, the default one',
    since: '2.1.0',
    value: { type: 'string', syntax: '<NAME>', optional: true },
    repeat: 'first',
  },
  namespace_with_ipsets: {
    summary: 'Permits ipsets inside a network namespace even on kernels older than 3.13',
    since: '1.3.0',
    value: { type: 'flag' },
  },
  use_pid_dir: {
    summary: 'Stores the pid files in a keepalived subdirectory of the run directory',
    since: '1.2.24',
    value: { type: 'flag' },
  },
  instance: {
    summary:
      'Name included in pid file names, so that several daemons can share a network namespace',
    since: '1.2.24',
    value: { type: 'string', syntax: '<NAME>' },
    repeat: 'first',
    missing: 'ignores',
  },
  child_wait_time: {
    summary: 'Seconds the main process waits for its children to exit during shutdown',
    since: '2.0.0',
    value: { type: 'integer', min: 0, max: 4294967295, unit: 's' },
    default: 5,
  },
  global_defs: {
    summary: 'Block of daemon-wide settings and of defaults for VRRP, checkers and BFD',
    since: '0.6.6',
    value: { type: 'flag' },
    repeat: 'merged',
    keywords: globalDefsKeywords,
  },
  track_file: {
    summary: 'Defines a file whose number changes the priority of the instances that track it',
    since: '2.1.0',
    value: { type: 'string', syntax: '<NAME>' },
    repeat: 'each',
    keywords: trackFileKeywords,
  },
  vrrp_track_file: {
    summary: 'Defines a file whose number changes the priority of the instances that track it',
    since: '2.0.0',
    value: { type: 'string', syntax: '<NAME>' },
    repeat: 'each',
    deprecated: { since: '2.1.0', use: 'track_file', renamed: true },
    keywords: trackFileKeywords,
  },
  track_group: {
    summary: 'Names a set of VRRP instances that static addresses, routes or rules can be tied to',
    since: '2.0.3',
    value: { type: 'string', syntax: '<NAME>' },
    extraWords: 'drop',
    missing: 'ignores',
    repeat: 'each',
    keywords: {
      group: {
        summary: 'VRRP instances that are affected when an item tied to this track group is lost',
        since: '2.0.3',
        value: { type: 'flag' },
        repeat: 'first',
        lines: 'instance',
      },
    },
  },
  static_ipaddress: {
    summary: 'IP addresses kept on this host whatever the VRRP state',
    since: '1.1.0',
    value: { type: 'flag' },
    repeat: 'merged',
    lines: 'address',
  },
  static_routes: {
    summary: 'Routes kept on this host whatever the VRRP state',
    since: '1.0.1',
    value: { type: 'flag' },
    repeat: 'merged',
    lines: 'route',
  },
  static_rules: {
    summary: 'Policy routing rules kept on this host whatever the VRRP state',
    since: '1.2.20',
    value: { type: 'flag' },
    repeat: 'merged',
    lines: 'rule',
  },
  vrrp_sync_group: {
    summary: 'Groups VRRP instances so that they change state together',
    since: '0.6.6',
    value: { type: 'string', syntax: '<NAME>' },
    extraWords: 'drop',
    missing: 'ignores',
    repeat: 'each',
    keywords: vrrpSyncGroupKeywords,
  },
  garp_group: {
    summary: 'Paces gratuitous ARPs and neighbour advertisements on chosen interfaces',
    since: '1.2.21',
    value: { type: 'flag' },
    repeat: 'each',
    keywords: {
      garp_interval: {
        summary: 'Minimum seconds between two gratuitous ARPs, with microsecond resolution',
        since: '1.2.21',
        value: pacingSeconds,
      },
      gna_interval: {
        summary:
          'Minimum seconds between two unsolicited neighbour advertisements, microsecond resolution',
        since: '1.2.21',
        value: pacingSeconds,
      },
      interface: {
        summary: 'Single interface whose gratuitous ARPs and neighbour advertisements are paced',
        since: '1.2.21',
        value: { type: 'interface' },
        repeat: 'each',
      },
      interfaces: {
        summary: 'Interfaces that share one common pacing budget, for instance all on one switch',
        since: '1.2.21',
        value: { type: 'flag' },
        repeat: 'merged',
        lines: 'interface',
      },
    },
  },
  linkbeat_interfaces: {
    summary:
      'Interfaces whose link state is polled by MII, ethtool or ioctl and not taken from netlink',
    since: '2.0.13',
    value: { type: 'flag' },
    repeat: 'merged',
    build: ['not --disable-linkbeat'],
    lines: 'linkbeat-interface',
  },
  vrrp_instance: {
    summary: 'Defines one virtual router taking part in VRRP on this host',
    since: '0.6.6',
    value: { type: 'string', syntax: '<NAME>' },
    extraWords: 'drop',
    missing: 'ignores',
    repeat: 'each',
    keywords: vrrpInstanceKeywords,
  },
  vrrp_script: {
    summary: 'Defines a periodic check script whose result VRRP instances or sync groups can track',
    since: '1.1.13',
    value: { type: 'string', syntax: '<NAME>' },
    repeat: 'each',
    keywords: vrrpScriptKeywords,
  },
  vrrp_track_process: {
    summary: 'Defines a process whose running count VRRP instances or sync groups can track',
    since: '2.0.11',
    value: { type: 'string', syntax: '<NAME>' },
    repeat: 'each',
    build: ['not --disable-track-process'],
    keywords: vrrpTrackProcessKeywords,
  },
  interface_up_down_delays: {
    summary: 'Seconds a link must stay down, or up, before VRRP reacts, given per interface',
    since: '2.2.3',
    value: { type: 'flag' },
    repeat: 'merged',
    lines: 'interface-delay',
    logOnly: true,
  },
  real_server_group: {
    summary: 'Group of real servers',
    since: '0.6.6',
    value: { type: 'string', syntax: '<NAME>' },
    removed: '1.0.1',
    replacement: 'real_server',
  },
} as const satisfies Keywords;
