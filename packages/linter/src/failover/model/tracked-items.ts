import type {
  AddressLine,
  Entry,
  RuleLine,
  Location,
  TrackedItem as TrackedLine,
  VrrpInstance,
  VrrpSyncGroup,
  Weight,
  Word,
} from '@kalint/parser';
import { addressOwnerPriority, basePriorityOf } from '../../cluster/effective.ts';
import type { Node } from '../../cluster/node.ts';
import { groupOf, membersOf } from '../../cluster/sync-groups.ts';
import { definitionKey, definitionsOf, isDefinedAbove, type Definition } from './definitions.ts';
import type { ItemKind } from './model.ts';
import { excessiveWeightOn } from './excessive-weight.ts';

/** How something acts on an instance. */
export interface Tracking {
  readonly kind: ItemKind;
  readonly name: string;
  /** As in the model: 0 puts the instance into FAULT. */
  readonly weight: number;
  readonly reverse: boolean;
  /** The weight where it is written, else the name, or what makes keepalived watch an interface. */
  readonly at: Location;
  /** Its name, where it is tracked. */
  readonly word: Word;
}

/** An interface may be named and yet not be watched (VRRP_NOT_TRACK_IF in vrrp_track.h). */
interface Watch extends Omit<Tracking, 'weight'> {
  readonly weight: number | 'unwatched';
}

/**
 * What an instance tracks: by its own blocks, by being on interfaces, and by its sync group; each kind and
 * name once. What has no effect is left out: names that are not defined, or only further down, and weights
 * of an address owner.
 */
export function trackingOf(node: Node, instance: VrrpInstance): readonly Tracking[] {
  const tracking = known.get(instance) ?? readTracking(node, instance);
  known.set(instance, tracking);
  return tracking;
}

/** Whether an instance, or its sync group, has a line that says what to track: no others have weights. */
export function hasTrackLines(node: Node, instance: VrrpInstance): boolean {
  const group = groupOf(node.config, instance);
  return isTracking(instance) || (group !== undefined && isTracking(group));
}

function isTracking(holder: Holder): boolean {
  const { track_script, track_interface, track_process, track_file, track_bfd } = holder;
  return Boolean(track_script ?? track_interface ?? track_process ?? track_file ?? track_bfd);
}

const known = new WeakMap<VrrpInstance, readonly Tracking[]>();

function readTracking(node: Node, instance: VrrpInstance): readonly Tracking[] {
  const group = groupOf(node.config, instance);
  const found = new Map<string, Watch>();
  const add = (watch: Watch): void => {
    const key = definitionKey(watch.kind, watch.name);
    const first = found.get(key);
    found.set(key, first ? combined(first, watch) : watch);
  };
  for (const each of listedBy(node, instance)) allowed(each, instance, group).forEach(add);
  interfacesUsedBy(instance).forEach(add);
  if (group) listedByGroup(node, group).forEach(add);
  const isOwner = isAddressOwner(instance);
  const tracking: Tracking[] = [];
  for (const watch of found.values()) {
    if (isWatched(watch) && !(isOwner && watch.weight !== 0)) tracking.push(watch);
  }
  return tracking;
}

function isWatched(watch: Watch): watch is Watch & Tracking {
  return watch.weight !== 'unwatched';
}

function isAddressOwner(instance: VrrpInstance): boolean {
  return basePriorityOf(instance).value === addressOwnerPriority;
}

/**
 * What is tracked twice, by the instance and by its group or for its addresses: the latter's weight counts
 * unless the former is 0 (add_vrrp_to_interface(), add_vrrp_to_track_script() and its siblings in
 * keepalived/vrrp/vrrp.c, add_obj_to_track_file() in keepalived/trackers/track_file.c). Of a process the
 * direction stays (add_vrrp_to_track_process()).
 */
function combined(first: Watch, second: Watch): Watch {
  if (first.weight === 0 || second.weight === 'unwatched') return first;
  return first.kind === 'process' ? { ...second, reverse: first.reverse } : second;
}

/**
 * What is left of a line of an instance in a sync group without sync_group_tracking_weight, or of an address
 * owner: vrrp_complete_instance() drops weighted scripts, files and BFD sessions, and the weight of a file
 * when it is 1, as it is by default. Processes stay as they are. So do interfaces, although it reports that
 * it ignores their weights: they have been entered before, with the weight that is written.
 */
function allowed(
  watch: Watch,
  instance: VrrpInstance,
  group: VrrpSyncGroup | undefined,
): readonly Watch[] {
  const { kind, weight } = watch;
  const isWeightless = group && !group.sync_group_tracking_weight && !group.global_tracking;
  if (!isWeightless && !isAddressOwner(instance)) return [watch];
  if (weight === 0 || kind === 'process' || kind === 'interface') return [watch];
  return kind === 'file' && weight === 1 ? [{ ...watch, weight: 0 }] : [];
}

/** With an address owner among its members a group has no weights (sync_group_tracking_init()). */
function listedByGroup(node: Node, group: VrrpSyncGroup): readonly Watch[] {
  const listed = listedBy(node, group);
  const hasOwner = membersOf(node.config, group).some(isAddressOwner);
  return hasOwner ? listed.map((watch) => ({ ...watch, weight: 0 })) : listed;
}

type Holder = VrrpInstance | VrrpSyncGroup;

/** What stands in the track blocks of an instance or a group; of a name the first line counts. */
function listedBy(node: Node, holder: Holder): readonly Watch[] {
  const ownInterface = 'interface' in holder ? holder.interface?.value : undefined;
  const found = new Map<string, Watch>();
  const definitions = definitionsOf(node);
  for (const { kind, entries } of listsOf(holder)) {
    for (const entry of entries) {
      const name = entry.value.name.value;
      const key = definitionKey(kind, name);
      // vrrp_complete_instance(): "Ignoring track_interface ... since own interface".
      if (found.has(key) || (kind === 'interface' && name === ownInterface)) continue;
      const definition = definitions.get(key);
      const isKnown = definition && isDefinedAbove(node, definition, holder.statements[0]);
      if (kind !== 'interface' && !isKnown) continue;
      found.set(key, { kind, name, word: entry.word, ...weightOf(node, kind, entry, definition) });
    }
  }
  return [...found.values()];
}

interface TrackList {
  readonly kind: ItemKind;
  readonly entries: readonly Entry<TrackedLine>[];
}

function listsOf(holder: Holder): readonly TrackList[] {
  return [
    { kind: 'script', entries: holder.track_script?.entries ?? [] },
    { kind: 'interface', entries: holder.track_interface?.entries ?? [] },
    { kind: 'process', entries: holder.track_process?.entries ?? [] },
    { kind: 'file', entries: holder.track_file?.entries ?? [] },
    { kind: 'bfd', entries: holder.track_bfd?.entries ?? [] },
  ];
}

/** The weight of the line, else that of the definition, else 0, and 1 for a file. */
function weightOf(
  node: Node,
  kind: ItemKind,
  entry: Entry<TrackedLine>,
  definition: Definition | undefined,
): Pick<Watch, 'weight' | 'reverse' | 'at'> {
  const written = entry.value.weight?.value ?? limitedWeight(node, kind, entry);
  const defined = definition && definedWeight(node, definition);
  const { weight } = written ?? defined ?? { weight: kind === 'file' ? 1 : 0 };
  const reverse = written?.reverse ?? defined?.reverse ?? false;
  const [own] = entry.value.weight?.words ?? [];
  const [theirs] = definition?.block.weight?.words ?? [];
  return { weight, reverse, at: own ?? (written ? entry.word : (theirs ?? entry.word)) };
}

/** alloc_track_script() and alloc_track_if() in vrrp_track.c take 254 for 253; other numbers are ignored. */
function limitedWeight(
  node: Node,
  kind: ItemKind,
  { statement }: Entry<TrackedLine>,
): Weight | undefined {
  const written =
    kind === 'script' || kind === 'interface' ? excessiveWeightOn(node, statement) : undefined;
  return written && Math.abs(written.weight) === 254
    ? { ...written, weight: Math.sign(written.weight) * 253 }
    : undefined;
}

/** vrrp_vscript_weight_handler() in vrrp_parser.c reports a weight that is too large, and uses it. */
function definedWeight(node: Node, { kind, block }: Definition): Weight | undefined {
  if (block.weight || kind !== 'script') return block.weight?.value;
  const lines = block.statements.flatMap(({ block: body }) => body?.items ?? []);
  return lines
    .flatMap((line) => (line.kind === 'statement' ? (excessiveWeightOn(node, line) ?? []) : []))
    .at(-1);
}

/**
 * The interfaces that vrrp_complete_instance() enters by itself: that of the instance, unless
 * dont_track_primary says no, and those of its addresses, routes and rules without no_track. Each of them
 * must be up.
 */
function interfacesUsedBy(instance: VrrpInstance): readonly Watch[] {
  const { interface: own, dont_track_primary: isUntracked } = instance;
  const watches: Watch[] = [];
  if (own) {
    const word = own.words[0] ?? own.statement.keyword;
    const watch = watchOf(own.value, word);
    const weight = isUntracked ? 'unwatched' : 0;
    watches.push({ ...watch, at: own.statement.keyword, weight });
  }
  const ignored = isUntracked && own?.value;
  addDevices(watches, instance.virtual_ipaddress, ignored);
  addDevices(watches, instance.virtual_ipaddress_excluded, ignored);
  addDevices(watches, instance.virtual_routes);
  addDevices(watches, instance.virtual_rules);
  return watches;
}

interface LinesOnDevices {
  readonly entries: readonly Entry<
    Pick<RuleLine, 'dev' | 'no_track'> & { readonly oif?: Device }
  >[];
}

type Device = RuleLine['dev'];

/** Adds the interfaces of addresses, routes or rules; but not one that is not to be watched because of its addresses. */
function addDevices(watches: Watch[], list: LinesOnDevices | undefined, ignored?: string): void {
  for (const { value } of list?.entries ?? []) {
    const { dev, oif, no_track } = value;
    if (no_track) continue;
    if (dev && dev.value !== ignored) watches.push(watchFor(dev));
    if (oif) watches.push(watchFor(oif));
  }
}

function watchFor(dev: NonNullable<AddressLine['dev']>): Watch {
  return watchOf(dev.value, dev.words[0] ?? dev.word);
}

function watchOf(name: string, word: Word): Watch {
  return { kind: 'interface', name, weight: 0, reverse: false, at: word, word };
}
