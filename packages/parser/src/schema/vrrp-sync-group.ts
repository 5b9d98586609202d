import type { Keywords } from './keyword.ts';

/** keepalived/vrrp/vrrp_parser.c */
export const vrrpSyncGroupKeywords = {
  group: {
    summary: 'Names of the VRRP instances that belong to the sync group',
    since: '0.6.6',
    value: { type: 'flag' },
    repeat: 'first',
    lines: 'instance',
  },
  track_interface: {
    summary: 'Network interfaces whose link state affects every member of the sync group',
    since: '2.0.0',
    value: { type: 'flag' },
    repeat: 'merged',
    lines: 'tracked-interface',
  },
  track_script: {
    summary: 'Check scripts whose results affect every member of the sync group',
    since: '2.0.0',
    value: { type: 'flag' },
    repeat: 'merged',
    lines: 'tracked-script',
  },
  track_file: {
    summary: 'Tracked files whose values affect every member of the sync group',
    since: '2.0.0',
    value: { type: 'flag' },
    repeat: 'merged',
    lines: 'tracked-file',
  },
  track_process: {
    summary: 'Tracked processes whose presence affects every member of the sync group',
    since: '2.0.11',
    value: { type: 'flag' },
    repeat: 'merged',
    build: ['not --disable-track-process'],
    lines: 'tracked-process',
  },
  track_bfd: {
    summary: 'BFD sessions whose state affects every member of the sync group',
    since: '2.0.0',
    value: { type: 'flag' },
    repeat: 'merged',
    build: ['--enable-bfd'],
    lines: 'tracked-bfd',
  },
  notify_backup: {
    summary: 'Script run when the sync group becomes backup',
    since: '0.6.6',
    value: { type: 'script', runAs: true },
    repeat: 'first',
  },
  notify_master: {
    summary: 'Script run when the sync group becomes master',
    since: '0.6.6',
    value: { type: 'script', runAs: true },
    repeat: 'first',
  },
  notify_fault: {
    summary: 'Script run when the sync group enters the FAULT state',
    since: '0.6.6',
    value: { type: 'script', runAs: true },
    repeat: 'first',
  },
  notify_stop: {
    summary: 'Script run for the sync group when keepalived shuts VRRP down',
    since: '2.0.0',
    value: { type: 'script', runAs: true },
    repeat: 'first',
  },
  notify: {
    summary:
      'Script run on every sync group state change, given type, name, new state and priority',
    since: '1.1.2',
    value: { type: 'script', runAs: true },
    repeat: 'first',
  },
  smtp_alert: {
    summary: 'Emails the configured recipients when the sync group changes state',
    since: '1.0.0',
    value: { type: 'boolean' },
    default: 'global smtp_alert_vrrp, else smtp_alert, else false',
  },
  global_tracking: {
    summary:
      'Keeps weighted trackers on member instances active, allowing their priorities to differ',
    since: '1.2.3',
    value: { type: 'flag' },
    deprecated: {
      since: '2.0.0',
      use: 'track_interface, track_script or track_file in the vrrp_sync_group',
    },
  },
  sync_group_tracking_weight: {
    summary: 'Permits weighted trackers on member instances, so their priorities may differ',
    since: '2.0.0',
    value: { type: 'flag' },
  },
  notify_priority_changes: {
    summary: 'Default for member instances on reporting priority changes to the notify FIFOs',
    since: '2.2.0',
    value: { type: 'boolean' },
    default: 'sync group value, else global vrrp_notify_priority_changes',
  },
} as const satisfies Keywords;
