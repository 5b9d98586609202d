import type { Keywords } from './keyword.ts';
import { definedWeight } from './weight.ts';
import { initialValue, watchedCommand } from './tracker-values.ts';

const scriptSeconds = {
  type: 'decimal',
  min: 0,
  max: 4294,
  unit: 's',
  places: 3,
  earlier: [{ until: '2.3.2', places: 0 }],
  zero: { since: '2.0.7', instead: 1 },
} as const;

/** keepalived/vrrp/vrrp_parser.c */
export const vrrpScriptKeywords = {
  script: {
    summary: 'Command whose exit status tells success (0) from failure; quote it to pass arguments',
    since: '1.1.13',
    value: { type: 'script' },
    missing: 'ignores',
  },
  interval: {
    summary: 'Seconds between two runs of the script, with millisecond resolution',
    since: '1.1.13',
    value: scriptSeconds,
    default: 1,
  },
  timeout: {
    summary: 'Seconds a run may take before it is terminated and counted as failed',
    since: '1.2.6',
    value: scriptSeconds,
    default: 'interval',
  },
  weight: {
    summary: 'Change in effective priority caused by the result; with 0 a failure causes FAULT',
    since: '1.1.13',
    value: definedWeight(253),
    instead: 'the value as written',
    default: 0,
  },
  rise: {
    summary: 'Consecutive successful runs needed before a failed script counts as good again',
    since: '1.1.18',
    value: { type: 'integer', min: 1, max: 2147483647 },
    instead: '1',
    default: 1,
  },
  fall: {
    summary: 'Consecutive failed runs needed before a good script counts as failed',
    since: '1.1.18',
    value: { type: 'integer', min: 1, max: 2147483647 },
    instead: '1',
    default: 1,
  },
  user: {
    summary: 'User, and optionally group, whose rights the script runs with',
    since: '1.3.0',
    value: { type: 'user' },
  },
  init_fail: {
    summary: 'Takes the script as failed from startup until its own runs show otherwise',
    since: '1.3.2',
    value: { type: 'flag' },
  },
} as const satisfies Keywords;

/** keepalived/vrrp/vrrp_parser.c */
export const vrrpTrackProcessKeywords = {
  process: {
    summary: 'Name of the process to watch, optionally with the arguments it must have',
    since: '2.0.11',
    value: watchedCommand,
    repeat: 'first',
    build: ['not --disable-track-process'],
  },
  param_match: {
    summary:
      'How strictly arguments are compared: all equal, leading ones equal, or last one as a prefix',
    since: '2.0.16',
    value: { type: 'enum', values: ['initial', 'partial'], optional: true },
    build: ['not --disable-track-process'],
  },
  weight: {
    summary:
      'Change in effective priority caused by the process count; with 0 a failure causes FAULT',
    since: '2.0.11',
    value: definedWeight(254),
    repeat: 'first',
    missing: 'ignores',
    default: 0,
    build: ['not --disable-track-process'],
  },
  quorum: {
    summary: 'Fewest matching processes that count as success',
    since: '2.0.11',
    value: { type: 'integer', min: 1, max: 65535 },
    default: 1,
    build: ['not --disable-track-process'],
  },
  quorum_max: {
    summary: 'Largest count of matching processes that still means success; 0 means none may run',
    since: '2.0.16',
    value: { type: 'integer', min: 0, max: 65535 },
    default: 'unlimited',
    build: ['not --disable-track-process'],
  },
  delay: {
    summary: 'Seconds to wait, both ways, before a change of the process status takes effect',
    since: '2.0.11',
    value: { type: 'decimal', min: 1e-6, max: 3600, unit: 's', places: 6 },
    default: 0,
    build: ['not --disable-track-process'],
  },
  terminate_delay: {
    summary: 'Seconds to wait after processes end before the changed status takes effect',
    since: '2.0.16',
    value: { type: 'decimal', min: 1e-6, max: 3600, unit: 's', places: 6 },
    default: 0,
    build: ['not --disable-track-process'],
  },
  fork_delay: {
    summary: 'Seconds to wait after new processes start before the changed status takes effect',
    since: '2.0.16',
    value: { type: 'decimal', min: 1e-6, max: 3600, unit: 's', places: 6 },
    default: 0,
    build: ['not --disable-track-process'],
  },
  full_command: {
    summary: 'Compares against the full command line and not just the process name',
    since: '2.0.11',
    value: { type: 'flag' },
    build: ['not --disable-track-process'],
  },
} as const satisfies Keywords;

/** keepalived/trackers/track_file.c; of vrrp_track_file too, which is older than track_file. */
export const trackFileKeywords = {
  file: {
    summary: 'Path of the watched file, whose content is read as a number on every change',
    since: '2.0.0',
    value: { type: 'string', syntax: '<FILE>' },
    repeat: 'first',
    missing: 'ignores',
  },
  weight: {
    summary: 'Multiplier for the number read from the tracked file; reverse negates the result',
    since: '2.0.0',
    value: definedWeight(254),
    repeat: 'first',
    missing: 'ignores',
    instead: '1',
    default: 1,
  },
  init_file: {
    summary:
      'Creates the watched file at startup with an initial value, optionally replacing its content',
    since: '2.0.0',
    value: initialValue,
  },
} as const satisfies Keywords;

/** keepalived/bfd/bfd_parser.c */
export const bfdInstanceKeywords = {
  source_ip: {
    summary: 'Local address from which BFD control packets are sent',
    since: '2.0.0',
    value: { type: 'address' },
  },
  neighbor_ip: {
    summary: 'Address of the remote BFD peer with which the session is run',
    since: '2.0.0',
    value: { type: 'address' },
    missing: 'crashes',
    required: true,
  },
  neighbour_ip: {
    summary: 'Address of the remote BFD peer, same as neighbor_ip in British spelling',
    since: '2.0.0',
    value: { type: 'address' },
    missing: 'crashes',
    required: true,
  },
  min_rx: {
    summary:
      'Shortest interval in milliseconds at which the neighbour may send BFD control packets',
    since: '2.0.0',
    value: { type: 'decimal', min: 1, max: 4294967, unit: 'ms', places: 3 },
    default: 10,
  },
  min_tx: {
    summary:
      'Shortest interval in milliseconds between BFD control packets sent while the session is up',
    since: '2.0.0',
    value: { type: 'decimal', min: 1, max: 4294967, unit: 'ms', places: 3 },
    default: 10,
  },
  idle_tx: {
    summary: 'Milliseconds between BFD control packets sent while the session is not up',
    since: '2.0.0',
    value: { type: 'decimal', min: 1000, max: 4294967, unit: 'ms', places: 3 },
    default: 1000,
  },
  multiplier: {
    summary: 'Detection multiplier: consecutive lost BFD packets that bring the session down',
    since: '2.0.0',
    value: { type: 'integer', min: 1, max: 255 },
    default: 5,
  },
  passive: {
    summary: 'Sends no BFD packets until the neighbour has started the session',
    since: '2.0.0',
    value: { type: 'flag' },
  },
  ttl: {
    summary: 'IP TTL or hop limit set on outgoing BFD packets, also the basis of the max_hops test',
    since: '2.0.0',
    value: { type: 'integer', min: 1, max: 255 },
    default: '255 (IPv4) / 64 (IPv6)',
  },
  hoplimit: {
    summary: 'Hop limit or IPv4 TTL set on outgoing BFD packets, same as ttl',
    since: '2.0.0',
    value: { type: 'integer', min: 1, max: 255 },
    default: '255 (IPv4) / 64 (IPv6)',
  },
  max_hops: {
    summary:
      'Hops a received BFD packet may have crossed before it is dropped; 255 turns the test off',
    since: '2.0.0',
    value: { type: 'integer', min: -1, max: 255 },
    default: 0,
  },
  multihop: {
    summary: 'Runs the session as multihop BFD on UDP port 4784 in place of port 3784',
    since: '2.2.8',
    value: { type: 'boolean' },
    default: false,
  },
  weight: {
    summary: 'Default priority change that VRRP instances tracking this BFD session apply',
    since: '2.0.0',
    value: definedWeight(253),
    default: 0,
  },
  vrrp: {
    summary: 'Delivers the session events to the VRRP process, and to no other unless also named',
    since: '2.0.0',
    value: { type: 'flag' },
  },
  checker: {
    summary:
      'Delivers the session events to the checker process, and to no other unless also named',
    since: '2.0.0',
    value: { type: 'flag' },
  },
} as const satisfies Keywords;
