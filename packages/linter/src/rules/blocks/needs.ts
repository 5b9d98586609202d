import type { Release } from '@kalint/parser';

/** What keepalived needs of a block. */
export interface Need {
  /** One of these keywords. */
  readonly oneOf: readonly string[];
  /** What it says, and does, without. */
  readonly without: string;
  /** The first release that reports it; before, it only reaches the log. Absent: all of them do. */
  readonly reportedSince?: Release;
}

/**
 * The blocks that keepalived reports when something is missing from them, by their keywords; where it
 * looks stands beside each.
 */
export const needsOf: Readonly<Record<string, readonly Need[]>> = {
  // keepalived/vrrp/vrrp_parser.c, vrrp_vscript_end_handler()
  vrrp_script: [
    { oneOf: ['script'], without: 'removes the script ("No script set for vrrp_script ...")' },
  ],
  // keepalived/trackers/track_file.c, track_file_end_handler()
  track_file: [
    { oneOf: ['file'], without: 'ignores the block ("No file set for track_file ...")' },
  ],
  vrrp_track_file: [
    { oneOf: ['file'], without: 'ignores the block ("No file set for track_file ...")' },
  ],
  // keepalived/vrrp/vrrp_parser.c, vrrp_tprocess_end_handler()
  vrrp_track_process: [
    { oneOf: ['process'], without: 'removes it ("process name not specified")' },
  ],
  // keepalived/bfd/bfd_parser.c, bfd_config_check()
  bfd_instance: [
    {
      oneOf: ['neighbor_ip', 'neighbour_ip'],
      without: 'disables the instance ("has no neighbor address set")',
    },
  ],
  // keepalived/vrrp/vrrp_parser.c, garp_group_end_handler()
  garp_group: [
    {
      oneOf: ['garp_interval', 'gna_interval'],
      without: 'removes the group ("does not have any delay set")',
    },
  ],
  // keepalived/vrrp/vrrp.c, vrrp_complete_init()
  vrrp_sync_group: [
    { oneOf: ['group'], without: 'removes the group ("has no virtual router(s)")' },
  ],
  // keepalived/vrrp/vrrp_parser.c, static_track_group_end_handler()
  track_group: [
    { oneOf: ['group'], without: 'removes the group ("has no members")', reportedSince: '2.2.8' },
  ],
  // keepalived/check/check_data.c, validate_check_config()
  virtual_server: [
    { oneOf: ['real_server'], without: 'ignores the virtual server ("has no real servers")' },
  ],
  // keepalived/check/check_http.c, http_check() and url_check()
  HTTP_GET: [{ oneOf: ['url'], without: 'ignores the check ("has no urls specified")' }],
  SSL_GET: [{ oneOf: ['url'], without: 'ignores the check ("has no urls specified")' }],
  url: [{ oneOf: ['path'], without: 'ignores the URL ("checker url has no path")' }],
  // keepalived/check/check_misc.c, misc_end_handler()
  MISC_CHECK: [
    { oneOf: ['misc_path'], without: 'skips the check ("No script path has been specified")' },
  ],
  // keepalived/check/check_file.c, file_end_handler()
  FILE_CHECK: [
    { oneOf: ['track_file'], without: 'ignores the check ("has no track_file specified")' },
  ],
  // keepalived/check/check_bfd.c, bfd_end_handler()
  BFD_CHECK: [{ oneOf: ['name'], without: 'skips the check ("No name has been specified")' }],
};
