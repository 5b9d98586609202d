/*
 * What keepalived misses although it stands there, or finds although nobody wrote it: the line was refused,
 * or taken in part, which is what kalint says.
 */

interface Loss {
  readonly pattern: RegExp;
  /** The line that was refused begins with one of these, or stands in such a block. */
  readonly keywords: readonly string[];
}

const losses: readonly Loss[] = [
  { pattern: /virtual router id must be set/, keywords: ['virtual_router_id'] },
  { pattern: /Unknown interface!/, keywords: ['interface'] },
  { pattern: /No VIP specified/, keywords: ['virtual_ipaddress'] },
  {
    pattern:
      /will not work with initial state MASTER|State MASTER must match|Initial state master is/,
    keywords: ['state'],
  },
  { pattern: /ipvlan requires a source ip/, keywords: ['use_ipvlan'] },
  {
    pattern: /due to (?:SYNC group|address.owner)/,
    keywords: ['track_interface', 'track_script', 'track_file', 'track_bfd'],
  },
  {
    // Even a line that is refused is a unicast keyword.
    pattern: /without any unicast peers|without unicast peers/,
    keywords: ['unicast_peer', 'unicast_src_ip', 'unicast_ttl', 'old_unicast_checksum'],
  },

  {
    pattern: /no matching virtual router|has no virtual router|empty group|has no members/,
    keywords: ['group'],
  },
  { pattern: /has only 1 virtual router/, keywords: ['group'] },
  { pattern: /does not have any delay set/, keywords: ['garp_interval', 'gna_interval'] },
  { pattern: /^No script set|^No script path/, keywords: ['script', 'misc_path'] },
  { pattern: /^No file set/, keywords: ['file'] },
  { pattern: /process name not specified/, keywords: ['process'] },
  { pattern: /neighbou?r address set/, keywords: ['neighbor_ip', 'neighbour_ip'] },

  { pattern: /has no real servers/, keywords: ['real_server', 'persistence_granularity'] },
  { pattern: /without sorry_server/, keywords: ['sorry_server'] },
  { pattern: /has no entries/, keywords: ['virtual_server_group'] },
  { pattern: /no protocol set/, keywords: ['protocol'] },
  { pattern: /no scheduler set/, keywords: ['lb_algo', 'lvs_sched'] },
  { pattern: /no forwarding method set/, keywords: ['lb_kind', 'lvs_method'] },
  { pattern: /ports don't match|has port specified/, keywords: ['lb_kind', 'lvs_method'] },
  { pattern: /zero port only valid/, keywords: ['persistence_timeout'] },
  {
    pattern: /exceeds total weight|hysteresis \d+ >=/,
    keywords: ['weight', 'real_server', 'quorum'],
  },
  { pattern: /has no urls?|url has no path/, keywords: ['url'] },
  { pattern: /has no track_file/, keywords: ['track_file', 'FILE_CHECK'] },
  { pattern: /^\(.*\) No name has been specified/, keywords: ['name'] },
];

/** Which lines, if they were refused, explain a complaint: by their keywords; none for most complaints. */
export function lostWith(message: string): readonly string[] {
  return losses.find(({ pattern }) => pattern.test(message))?.keywords ?? [];
}
