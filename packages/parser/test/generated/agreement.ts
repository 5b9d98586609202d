import type { Context } from './names.ts';
import type { WrittenStatement } from './written.ts';

/*
 * What keepalived wants of the statements of one block beyond what the table says of each: some need
 * another one, some exclude each other. A statement that does not agree with those around it is left
 * out.
 */

interface Agreement {
  readonly block: string;
  /** How the lines begin that this is about. */
  readonly lines: readonly string[];
  /** They may not stand with any of these. */
  readonly not?: readonly string[];
  /** They may only stand with one of these. */
  readonly needs?: readonly string[];
}

/** Besides the lines of a block there are some that say where it stands, and what is inside of it. */
const placeLines = ({ family, header }: Context): readonly string[] => [
  `family ${family}`,
  `in ${header.join(' ')}`,
];

const unicastSettings = [
  ...['unicast_ttl', 'unicast_src_ip', 'check_unicast_src', 'unicast_fault_no_peer'],
  'old_unicast_checksum',
] as const;

const agreements: readonly Agreement[] = [
  // Strict mode forbids much of what the table allows; before 2.3.0 any word switches it on, `false` too.
  { block: 'global_defs', lines: ['vrrp_strict'], needs: [] },
  { block: 'bfd_instance', lines: ['neighbour_ip'], not: ['neighbor_ip'] },
  { block: 'bfd_instance', lines: ['hoplimit'], not: ['ttl'] },
  { block: 'bfd_instance', lines: ['max_hops'], not: ['ttl', 'hoplimit'] },
  // Named alone, it takes the session away from the other.
  { block: 'bfd_instance', lines: ['vrrp'], needs: ['checker'] },
  { block: 'bfd_instance', lines: ['checker'], needs: ['vrrp'] },

  { block: 'vrrp_track_process', lines: ['quorum_max'], not: ['quorum', 'quorum_max 0'] },

  { block: 'vrrp_instance', lines: ['vrf'], not: ['interface'] },
  { block: 'vrrp_instance', lines: ['native_ipv6'], needs: ['family 6'] },
  {
    block: 'vrrp_instance',
    lines: [...unicastSettings],
    needs: ['unicast_peer'],
  },
  {
    block: 'vrrp_instance',
    lines: ['mcast_src_ip', 'mcast_dst_ip', 'use_vmac', 'use_ipvlan', 'use_vmac_addr'],
    not: ['unicast_peer', ...unicastSettings],
  },
  { block: 'vrrp_instance', lines: ['use_vmac'], not: ['inside use_vmac'] },
  { block: 'vrrp_instance', lines: ['use_ipvlan', 'promote_secondaries'], not: ['use_vmac'] },
  { block: 'vrrp_instance', lines: ['promote_secondaries'], not: ['use_ipvlan'] },
  { block: 'vrrp_instance', lines: ['vmac_xmit_base'], needs: ['use_vmac'] },
  { block: 'vrrp_instance', lines: ['use_vmac_addr'], not: ['inside use_vmac', 'use_vmac'] },
  { block: 'vrrp_instance', lines: ['track_src_ip'], needs: ['mcast_src_ip', 'unicast_src_ip'] },
  { block: 'vrrp_instance', lines: ['accept'], not: ['no_accept'] },
  { block: 'vrrp_instance', lines: ['authentication'], not: ['family 6', 'version 3'] },
  {
    block: 'vrrp_instance',
    lines: ['preempt_delay', 'nopreempt'],
    not: ['state MASTER', 'preempt'],
  },
  { block: 'vrrp_instance', lines: ['preempt_delay'], not: ['nopreempt'] },
  { block: 'vrrp_instance', lines: ['timer_expired_backup'], needs: ['nopreempt'] },

  { block: 'virtual_server', lines: ['lvs_sched'], not: ['lb_algo'] },
  { block: 'virtual_server', lines: ['lvs_method'], not: ['lb_kind'] },
  { block: 'virtual_server', lines: ['ops'], needs: ['protocol UDP'] },
  { block: 'virtual_server', lines: ['protocol'], not: ['in virtual_server fwmark'] },
  {
    block: 'virtual_server',
    lines: ['ha_suspend'],
    not: ['in virtual_server fwmark', 'in virtual_server group'],
  },
  { block: 'virtual_server', lines: ['hashed', 'sh-port', 'sh-fallback'], needs: ['lb_algo sh'] },
  { block: 'virtual_server', lines: ['mh-port', 'mh-fallback'], needs: ['lb_algo mh'] },
  {
    block: 'virtual_server',
    lines: ['sorry_server_inhibit', 'sorry_server_lvs_method'],
    needs: ['sorry_server'],
  },
];

/** The statements of a block that agree with each other. */
export function agreeing(
  context: Context,
  statements: readonly WrittenStatement[],
): readonly WrittenStatement[] {
  return agreements
    .filter(({ block }) => block === context.path.at(-1))
    .reduce((kept, agreement) => {
      const around = [...placeLines(context), ...kept.map(lineOf), ...kept.flatMap(insideLines)];
      return kept.filter((statement) => agrees(lineOf(statement), agreement, around));
    }, statements);
}

function agrees(
  line: string,
  { lines, not = [], needs }: Agreement,
  around: readonly string[],
): boolean {
  const has = (wanted: string): boolean => around.some((each) => begins(each, wanted));
  if (!lines.some((wanted) => begins(line, wanted))) return true;
  return !not.some(has) && (needs?.some(has) ?? true);
}

/** The words in the free-form lines of a block. */
function insideLines({ block = [] }: WrittenStatement): readonly string[] {
  return block.flatMap(({ words }) => words.map((word) => `inside ${word}`));
}

function lineOf({ words }: WrittenStatement): string {
  return words.join(' ');
}

/** Whether a line begins with these words, and not only with these letters. */
function begins(line: string, words: string): boolean {
  return `${line} `.startsWith(`${words} `);
}
