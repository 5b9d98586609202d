import type { Config, Statement, VrrpInstance, VrrpSyncGroup, Word } from '@kalint/parser';
import { nameOf } from '../../cluster/names.ts';
import type { Fix } from '../../diagnostic.ts';
import { lineRemoval } from '../line-edits.ts';
import { defineRule } from '../../rule.ts';
import { groupsNaming } from '../../cluster/sync-groups.ts';

/**
 * vrrp_complete_instance() in keepalived/vrrp/vrrp.c ignores an instance's own interface, which counts
 * anyway; and what its sync group tracks must neither be tracked by the instance nor be its own
 * (vrrp_complete_init()).
 */
export const trackedOwnInterface = defineRule({
  id: 'tracked-own-interface',
  scope: 'config',
  severity: 'warning',
  summary: 'track_interface names the interface of the instance, which is tracked anyway',
  check({ config }, { report, quote }) {
    for (const { owner, word, why, because, note, help, fix } of repeatedTracking(config)) {
      report({
        at: word,
        message: `${quote(owner)} tracks ${quote(word)}, which ${why}`,
        notes: [note],
        help,
        related: [{ location: because, message: 'tracked because of this' }],
        fix,
      });
    }
  },
});

interface RepeatedTracking {
  /** The instance, or the group. */
  readonly owner: Word;
  readonly word: Word;
  readonly why: string;
  readonly because: Word;
  readonly note: string;
  readonly help: string;
  readonly fix?: Fix | undefined;
}

const ownInterface = {
  note: 'keepalived watches the interface of an instance in any case; it reports the line, and ignores it with its weight',
  help: 'remove the line',
};

const unwatchedInterface = {
  note: 'keepalived reports the line and ignores it, and with `dont_track_primary` nobody watches the interface',
  help: 'remove the line, and `dont_track_primary` if the interface is to be watched',
};

const inGroupToo = {
  note: 'keepalived reports it: one of the two decides, and which one depends on their weights',
  help: 'track it in one of the two places',
};

function repeatedTracking(config: Config): readonly RepeatedTracking[] {
  const found: RepeatedTracking[] = [];
  for (const instance of config.vrrp_instance ?? []) {
    const own = groupsNaming(config, instance);
    for (const each of byInstance(instance, own)) found.push(each);
    for (const group of own) for (const each of byGroup(group, instance)) found.push(each);
  }
  return found;
}

function byInstance(
  instance: VrrpInstance,
  groups: readonly VrrpSyncGroup[],
): readonly RepeatedTracking[] {
  const owner = nameOf(instance);
  const { interface: device, track_interface: tracked } = instance;
  if (!tracked) return [];
  const isAlone = tracked.entries.every(({ value }) => value.name.value === device?.value);
  return tracked.entries.flatMap(({ value, word, statement }) => {
    const name = value.name.value;
    if (device?.value === name) {
      const because = device.statement.keyword;
      const advice = instance.dont_track_primary ? unwatchedInterface : ownInterface;
      const fix = removal(statement, isAlone ? tracked.statements : []);
      return [{ owner, word, why: 'is its own interface', because, ...advice, fix }];
    }
    const group = groups.find((each) => trackedIn(each).has(name));
    const because = group && trackedIn(group).get(name);
    const why = 'is tracked by its sync group, too';
    return because ? [{ owner, word, why, because, ...inGroupToo }] : [];
  });
}

/** Removes the line, or the whole block when nothing else stands in the blocks. */
function removal(line: Statement, blocks: readonly Statement[]): Fix {
  const [block = line, ...others] = blocks;
  const removed = others.length > 0 ? line : block;
  const title = removed === line ? 'remove the line' : 'remove the block';
  return { title, safety: 'safe', edits: [lineRemoval(removed)] };
}

function byGroup(group: VrrpSyncGroup, instance: VrrpInstance): readonly RepeatedTracking[] {
  const device = instance.interface;
  // With this the instance itself does not watch it, and its group may.
  if (!device || instance.dont_track_primary) return [];
  const word = trackedIn(group).get(device.value);
  const why = 'is the own interface of a member';
  if (!word) return [];
  return [{ owner: nameOf(group), word, why, because: device.statement.keyword, ...inGroupToo }];
}

const known = new WeakMap<VrrpSyncGroup, ReadonlyMap<string, Word>>();

/** The interfaces that a group tracks, and where it first says so. */
function trackedIn(group: VrrpSyncGroup): ReadonlyMap<string, Word> {
  const listed = known.get(group);
  if (listed) return listed;
  const words = new Map<string, Word>();
  for (const { value, word } of group.track_interface?.entries ?? [])
    if (!words.has(value.name.value)) words.set(value.name.value, word);
  known.set(group, words);
  return words;
}
