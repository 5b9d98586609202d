import {
  compareReleases,
  type Config,
  type RealServer,
  type Release,
  type VirtualServer,
  type VrrpInstance,
  type Word,
} from '@kalint/parser';
import { defineRule } from '../../rule.ts';

/**
 * What keepalived wants once only, and reports when it stands there again: keepalived/vrrp/vrrp_track.c;
 * keepalived/vrrp/vrrp_data.c, alloc_vrrp_unicast_peer() and alloc_vrrp_vip(); keepalived/check/check_data.c,
 * validate_check_config(); keepalived/vrrp/vrrp_parser.c, garp_group_end_handler();
 * keepalived/bfd/bfd_parser.c, bfd_config_check();
 * keepalived/vrrp/vrrp_sync.c, vrrp_sync_set_group().
 */
export const duplicateEntry = defineRule({
  id: 'duplicate-entry',
  scope: 'config',
  severity: 'error',
  summary: 'A list names something twice: a tracker, a peer, a real server, an interface',
  check({ config }, { report, quote, release }) {
    for (const list of listsOf(config, release)) {
      if (list.entries.length < 2) continue;
      const first = new Map<string, Word>();
      for (const { key, word } of list.entries) {
        const known = first.get(key);
        if (!known) first.set(key, word);
        else {
          report({
            at: word,
            message: `${quote(word)} stands in ${list.name} already`,
            notes: ['keepalived reports the second one, and ignores it'],
            help: 'remove one of the two',
            related: [{ location: known, message: 'the first one' }],
          });
        }
      }
    }
  },
});

interface List {
  /** As it is called in a message. */
  readonly name: string;
  readonly entries: readonly Entry[];
}

interface Entry {
  readonly key: string;
  readonly word: Word;
}

/** The first release that reports a peer which stands there twice. */
const peersSince: Release = '2.3.3';

function listsOf(config: Config, release: Release): readonly List[] {
  const { vrrp_instance: instances = [], virtual_server: servers = [] } = config;
  const scripts = new Set((config.vrrp_script ?? []).map(({ header }) => header));
  const lists: List[] = [];
  for (const block of instances) addTracked(lists, block, scripts, block.interface?.value);
  for (const block of config.vrrp_sync_group ?? []) addTracked(lists, block, scripts);
  if (compareReleases(release, peersSince) >= 0) {
    for (const { unicast_peer } of instances) if (unicast_peer) lists.push(peersOf(unicast_peer));
  }
  for (const server of servers) {
    lists.push(realServersOf(server));
    for (const { BFD_CHECK } of server.real_server ?? []) {
      if (BFD_CHECK) lists.push(sessionsOf(BFD_CHECK));
    }
  }
  for (const { auth_hmac } of instances) if (auth_hmac) lists.push(hmacKeysOf(auth_hmac));
  lists.push(pacedInterfaces(config), neighboursOf(config), membersOf(config));
  return lists;
}

const trackBlocks = [
  ...(['track_interface', 'track_script', 'track_file'] as const),
  ...(['track_process', 'track_bfd'] as const),
] as const;

function addTracked(
  lists: List[],
  block: Pick<VrrpInstance, (typeof trackBlocks)[number]>,
  scripts: ReadonlySet<string>,
  ownInterface?: string,
): void {
  for (const keyword of trackBlocks) {
    const entries: Entry[] = [];
    for (const { value, word } of block[keyword]?.entries ?? []) {
      const key = value.name.value;
      // That there is no such script has been said, and what the own interface does there.
      if (keyword === 'track_script' && !scripts.has(key)) continue;
      if (keyword === 'track_interface' && key === ownInterface) continue;
      entries.push({ key, word });
    }
    if (entries.length > 0) lists.push({ name: `this \`${keyword}\``, entries });
  }
}

function peersOf({ entries }: NonNullable<VrrpInstance['unicast_peer']>): List {
  return {
    name: 'this `unicast_peer`',
    entries: entries.map(({ value, word }) => ({ key: value.address.value.key, word })),
  };
}

/** vrrp_auth_hmac_key_handler() in vrrp/vrrp_parser.c: the first key of an id counts. */
function hmacKeysOf({ key: keys = [] }: NonNullable<VrrpInstance['auth_hmac']>): List {
  return {
    name: 'this `auth_hmac`',
    entries: keys.map(({ value: { id } }) => ({
      key: String(id.value),
      word: id.word,
    })),
  };
}

/** Without a port a real server has that of its virtual server. */
function realServersOf({ header, real_server: servers = [] }: VirtualServer): List {
  return {
    name: 'this `virtual_server`',
    entries: servers.map(({ header: { address, port } }) => ({
      key: `${address.value.key} ${port?.value ?? header.port?.value ?? 0}`,
      word: address.word,
    })),
  };
}

/** An interface can be in one garp_group only. */
function pacedInterfaces({ garp_group: groups = [] }: Config): List {
  const entries = groups.flatMap(({ interface: settings = [], interfaces }) => [
    ...settings.flatMap(({ value, words }) => words.map((word) => ({ key: value, word }))),
    ...(interfaces?.entries ?? []).map(({ value, word }) => ({ key: value, word })),
  ]);
  return { name: 'a `garp_group`', entries };
}

/**
 * Two BFD sessions between the same addresses are one; and one that does not say its own address may have
 * any (find_bfd_by_addr() in bfd/bfd_data.c).
 */
function neighboursOf({ bfd_instance: instances = [] }: Config): List {
  const sessions: Session[] = [];
  for (const { neighbor_ip, neighbour_ip, source_ip, multihop } of firstOfEachName(instances)) {
    const neighbour = neighbor_ip ?? neighbour_ip;
    const word = neighbour?.words[0];
    if (!word) continue;
    const session = {
      to: `${neighbour.value.key} ${multihop?.value ?? false}`,
      from: source_ip?.value.key,
      word,
    };
    const known = sessions.find((other) => isSameSession(session, other));
    sessions.push({ ...session, key: known?.key ?? `${sessions.length}` });
  }
  return { name: 'another `bfd_instance`', entries: sessions };
}

interface Ends {
  /** The neighbour, and how it is reached. */
  readonly to: string;
  readonly from: string | undefined;
}

interface Session extends Ends {
  readonly key: string;
  readonly word: Word;
}

function isSameSession(a: Ends, b: Ends): boolean {
  return a.to === b.to && (a.from === undefined || b.from === undefined || a.from === b.from);
}

/** An instance can be in one sync group only; a name of none is a mistake of its own. */
function membersOf({ vrrp_sync_group: groups = [], vrrp_instance: instances = [] }: Config): List {
  const names = new Set(instances.map(({ header }) => header));
  const entries = firstOfEachName(groups)
    .flatMap(({ group }) => group?.entries ?? [])
    .filter(({ value }) => names.has(value))
    .map(({ value, word }) => ({ key: value, word }));
  return { name: 'a `vrrp_sync_group`', entries };
}

/** A second block of one name is skipped, and reported as such. */
function firstOfEachName<B extends { readonly header: string }>(
  blocks: readonly B[],
): readonly B[] {
  const firsts = new Map<string, B>();
  for (const block of blocks) {
    if (!firsts.has(block.header)) firsts.set(block.header, block);
  }
  return [...firsts.values()];
}

/** A BFD session decides on a real server once. */
function sessionsOf(checks: NonNullable<RealServer['BFD_CHECK']>): List {
  return {
    name: 'this `real_server`',
    entries: checks.flatMap(({ name }) =>
      (name?.words ?? []).map((word) => ({ key: name?.value ?? '', word })),
    ),
  };
}
