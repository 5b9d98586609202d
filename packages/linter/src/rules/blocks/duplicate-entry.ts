import {
  compareReleases,
  type Config,
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
  readonly entries: readonly { readonly key: string; readonly word: Word }[];
}

/** The first release that reports a peer which stands there twice. */
const peersSince: Release = '2.3.3';

function listsOf(config: Config, release: Release): readonly List[] {
  const scripts = new Set((config.vrrp_script ?? []).map(({ header }) => header));
  return [
    ...(config.vrrp_instance ?? []).flatMap((block) =>
      trackedIn(block, scripts, block.interface?.value),
    ),
    ...(config.vrrp_sync_group ?? []).flatMap((block) => trackedIn(block, scripts)),
    ...(compareReleases(release, peersSince) < 0 ? [] : (config.vrrp_instance ?? []).map(peersOf)),
    ...(config.virtual_server ?? []).map(realServersOf),
    ...(config.virtual_server ?? []).flatMap(sessionsOf),
    ...(config.vrrp_instance ?? []).map(hmacKeysOf),
    pacedInterfaces(config),
    neighboursOf(config),
    membersOf(config),
  ];
}

function trackedIn(
  block: Pick<
    VrrpInstance,
    'track_interface' | 'track_script' | 'track_file' | 'track_process' | 'track_bfd'
  >,
  scripts: ReadonlySet<string>,
  ownInterface?: string,
): readonly List[] {
  const { track_interface, track_script, track_file, track_process, track_bfd } = block;
  return Object.entries({
    track_interface,
    track_script,
    track_file,
    track_process,
    track_bfd,
  }).flatMap(([keyword, list]) => {
    if (!list) return [];
    const entries = list.entries
      .map(({ value, word }) => ({ key: value.name.value, word }))
      // That there is no such script has been said, and what the own interface does there.
      .filter(({ key }) => keyword !== 'track_script' || scripts.has(key))
      .filter(({ key }) => keyword !== 'track_interface' || key !== ownInterface);
    return [{ name: `this \`${keyword}\``, entries }];
  });
}

function peersOf({ unicast_peer }: VrrpInstance): List {
  return {
    name: 'this `unicast_peer`',
    entries: (unicast_peer?.entries ?? []).map(({ value, word }) => ({
      key: value.address.value.key,
      word,
    })),
  };
}

/** vrrp_auth_hmac_key_handler() in vrrp/vrrp_parser.c: the first key of an id counts. */
function hmacKeysOf({ auth_hmac }: VrrpInstance): List {
  return {
    name: 'this `auth_hmac`',
    entries: (auth_hmac?.key ?? []).map(({ value: { id } }) => ({
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
function sessionsOf({ real_server: servers = [] }: VirtualServer): readonly List[] {
  return servers.map(({ BFD_CHECK: checks = [] }) => ({
    name: 'this `real_server`',
    entries: checks.flatMap(({ name }) =>
      (name?.words ?? []).map((word) => ({ key: name?.value ?? '', word })),
    ),
  }));
}
