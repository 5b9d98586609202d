import type { Config, VrrpInstance, VrrpSyncGroup } from '@kalint/parser';
import { firstsByName } from './names.ts';

/** Which instances belong to a sync group, each once, in the order of the group. */
export function membersOf(config: Config, group: VrrpSyncGroup): readonly VrrpInstance[] {
  const { instances } = indexOf(config);
  return [...memberNamesOf(group)].flatMap((name) => instances.get(name) ?? []);
}

/** The names of the instances in a sync group, whether they exist or not. */
export function memberNamesOf({ group }: VrrpSyncGroup): ReadonlySet<string> {
  return new Set(group?.entries.map(({ value }) => value));
}

/** All sync groups that name an instance, which should be in one at most. */
export function groupsNaming(config: Config, instance: VrrpInstance): readonly VrrpSyncGroup[] {
  return indexOf(config).groups.get(instance.header) ?? [];
}

/** The sync group of an instance: the first one that names it. */
export function groupOf(config: Config, { header }: VrrpInstance): VrrpSyncGroup | undefined {
  return indexOf(config).groups.get(header)?.[0];
}

interface Index {
  /** By their names; keepalived skips a second one of a name. */
  readonly instances: ReadonlyMap<string, VrrpInstance>;
  /** By the names of their members. */
  readonly groups: ReadonlyMap<string, readonly VrrpSyncGroup[]>;
}

const known = new WeakMap<Config, Index>();

function indexOf(config: Config): Index {
  let index = known.get(config);
  if (index) return index;
  const instances = firstsByName(config.vrrp_instance ?? []);
  const groups = new Map<string, VrrpSyncGroup[]>();
  for (const group of config.vrrp_sync_group ?? []) {
    for (const name of memberNamesOf(group)) {
      const naming = groups.get(name);
      if (naming) naming.push(group);
      else groups.set(name, [group]);
    }
  }
  index = { instances, groups };
  known.set(config, index);
  return index;
}
