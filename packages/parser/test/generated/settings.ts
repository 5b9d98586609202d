import fc from 'fast-check';
import type { KeywordSchema } from '../../src/index.ts';
import { isReadIn } from '../../src/model/availability.ts';
import { hostAddress } from './addresses.ts';
import { matching } from './matching.ts';
import { interfaces, type Context, type Names } from './names.ts';
import { wholeNumber } from './numbers.ts';
import type { Words } from './words.ts';

/*
 * What a configuration needs to make sense as a whole, and the table does not say of a single keyword.
 */

/** What stands behind a keyword of the top level, one for each block; undefined when it has no name. */
export function headersOf(word: string, names: Names): readonly (readonly string[])[] | undefined {
  const kind = namedBlocks[word];
  return kind && names[kind].map((name) => [name]);
}

const namedBlocks: Readonly<Record<string, keyof Names>> = {
  vrrp_instance: 'instances',
  vrrp_sync_group: 'syncGroups',
  vrrp_script: 'scripts',
  track_file: 'trackFiles',
  vrrp_track_file: 'oldTrackFiles',
  vrrp_track_process: 'processes',
  bfd_instance: 'bfdInstances',
  track_group: 'trackGroups',
  virtual_server_group: 'serverGroups',
};

/** How often a keyword may stand in a block at most, if it may stand there several times. */
export function mostOf(word: string): number {
  return once.includes(word) ? 1 : 2;
}

/** A second one of these would have to differ from the first. */
const once: readonly string[] = [
  ...['garp_group', 'interface', 'BFD_CHECK', 'use_vmac', 'vrrp_rx_bufs_policy'],
];

/** Keywords without which keepalived complains, although the table does not call them required. */
export function neededIn({ path, header }: Context): readonly string[] {
  const block = path.at(-1) ?? '';
  const needed = needs[block] ?? [];
  return block === 'virtual_server' && isByMark(header)
    ? needed
    : [...needed, ...(needsByAddress[block] ?? [])];
}

const needs: Readonly<Record<string, readonly string[]>> = {
  vrrp_instance: ['interface', 'priority', 'virtual_ipaddress'],
  vrrp_sync_group: ['group', 'sync_group_tracking_weight'],
  track_group: ['group'],
  vrrp_script: ['script'],
  vrrp_track_process: ['process'],
  track_file: ['file'],
  garp_group: ['garp_interval', 'interface'],
  virtual_server: ['lb_algo', 'lb_kind', 'real_server'],
  authentication: ['auth_type', 'auth_pass'],
};

const needsByAddress: Readonly<Record<string, readonly string[]>> = {
  virtual_server: ['protocol'],
};

/** Whether a virtual server is chosen by firewall mark: it has neither port nor protocol. */
function isByMark([, kind]: readonly string[]): boolean {
  return kind === 'fwmark';
}

/** Words that depend on more than the keyword; undefined when its schema says enough. */
export function specialWords(
  word: string,
  schema: KeywordSchema,
  context: Context,
): Words | undefined {
  const place = `${context.path.at(-1) ?? ''} ${word}`.trim();
  return special[place]?.(context, schema) ?? special[word]?.(context, schema);
}

type Special = (context: Context, schema: KeywordSchema) => Words;

const always =
  (...words: string[]): Special =>
  () =>
    fc.constant(words);

const between =
  (min: number, max: number): Special =>
  () =>
    wholeNumber(min, max).map((number) => [number]);

const nameOf =
  (kind: keyof Names): Special =>
  ({ names }) =>
    fc.constantFrom(...names[kind]).map((name) => [name]);

/** The port of the virtual servers, and so of the real ones. */
const port = '80';

const special: Readonly<Record<string, Special>> = {
  // Strict mode forbids much of what the table allows.
  'vrrp_instance strict_mode': always('false'),
  // Version 3 has no authentication.
  'global_defs vrrp_version': always('2'),
  'vrrp_instance version': ({ family }) => fc.constant([family === 4 ? '2' : '3']),
  // Instances on one interface need different numbers.
  'vrrp_instance virtual_router_id': (context, schema) =>
    between(1 + 85 * context.index, 85 + 85 * context.index)(context, schema),
  // The others are tracked.
  'vrrp_instance interface': () => fc.constantFrom(...interfaces.slice(0, 2)).map((name) => [name]),
  'garp_group interface': () => fc.constantFrom(...interfaces.slice(0, 2)).map((name) => [name]),
  // Whole seconds for version 2, less than 41 for version 3.
  'vrrp_instance advert_int': between(1, 40),
  // An address owner cannot be weighed, nor be in a group with others.
  'vrrp_instance priority': between(1, 254),
  // keepalived copies the configuration there, even if it only checks it.
  config_save_dir: always('/nonexistent'),
  'DNS_CHECK name': always('example.com'),
  use_vmac: ({ index }) => fc.constant([`vrrp.${index}`]),
  use_ipvlan: ({ family, index }) =>
    fc.constant([`ipvl${index}`, family === 4 ? '192.0.2.250' : '2001:db8::ffff']),
  'authentication auth_type': always('PASS'),
  'authentication auth_pass': () => matching(/^[a-z0-9]{1,8}$/).map((word) => [word]),
  // No machine has fewer.
  vrrp_cpu_affinity: always('0'),
  checker_cpu_affinity: always('0'),
  bfd_cpu_affinity: always('0'),

  'bfd_instance neighbor_ip': ({ family, index }) =>
    fc.constant([family === 4 ? `192.0.2.${index + 1}` : `2001:db8::${index + 1}`]),
  'bfd_instance source_ip': ({ family }) =>
    fc.constant([family === 4 ? '192.0.2.100' : '2001:db8::100']),
  // With IPv6 there are 64 hops, and -1 stands for 255.
  'bfd_instance max_hops': ({ family }) =>
    wholeNumber(family === 4 ? -1 : 0, 60).map((number) => [number]),

  virtual_server: ({ family, names, release }, { value }) => {
    const has = (option: string): boolean => {
      const known = value.type === 'arguments' ? value.options?.[option] : undefined;
      return known !== undefined && isReadIn(known, release);
    };
    const address = hostAddress(family).map((text) => [text, port]);
    const mark = wholeNumber(1, 4294967295).map((number) => ['fwmark', number]);
    const group = fc.constant(['group', names.serverGroups[0] ?? '']);
    const others = [...(has('fwmark') ? [mark] : []), ...(has('group') ? [group] : [])];
    return family === 4 ? fc.oneof(address, ...others) : address;
  },
  'virtual_server ip_family': ({ family }) => fc.constant([family === 4 ? 'inet' : 'inet6']),
  'virtual_server persistence_granularity': ({ family }) =>
    fc.constant([family === 4 ? '255.255.255.0' : '64']),
  'virtual_server quorum': always('1'),
  'virtual_server hysteresis': always('0'),
  // A sum of weights below the quorum makes no sense.
  'real_server weight': between(1, 2147483647),
  real_server: ({ family, header }) =>
    hostAddress(family).map((address) => (isByMark(header) ? [address] : [address, port])),
  sorry_server: ({ family, header }) =>
    hostAddress(family).map((address) => (isByMark(header) ? [address] : [address, port])),
  'UDP_CHECK min_reply_length': between(0, 255),
  'UDP_CHECK max_reply_length': between(255, 65535),
  'FILE_CHECK track_file': nameOf('trackFiles'),
  'BFD_CHECK name': nameOf('bfdInstances'),
};

/** A virtual server uses the first group: with its port, and with no marks. */
export function serverGroupLine({ index }: Context): Words {
  const address = hostAddress(4).map((text) => [text, port]);
  const mark = wholeNumber(1, 4294967295).map((number) => ['fwmark', number]);
  return index === 0 ? address : fc.oneof(address, mark);
}
