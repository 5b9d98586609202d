/*
 * Rules that give an error where `keepalived -t` is silent: the daemon loses something that the service
 * cannot do without, and tells its log at most. All others have to give a warning there.
 */

/** Why each of them is an error all the same. */
export const silentTraps: ReadonlyMap<string, string> = new Map([
  [
    'unknown-server-group',
    'the whole virtual_server is removed: nothing answers on its addresses (link_vsg_to_vs() in ' +
      'check/ipwrapper.c)',
  ],
  [
    'server-group-family',
    'the whole virtual_server is removed: nothing answers on its addresses (link_vsg_to_vs() in ' +
      'check/ipwrapper.c)',
  ],
  [
    'check-without-port',
    'the check goes to port 0 and always fails, so that the real server gets no connection ' +
      '(queue_checker() in check/check_api.c)',
  ],
  [
    'lower-threshold-too-high',
    'the kernel refuses the real server, which never gets a connection (ip_vs_add_dest())',
  ],
]);
