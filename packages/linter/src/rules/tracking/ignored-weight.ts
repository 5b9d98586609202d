import type { Config, VrrpInstance, Word } from '@kalint/parser';
import { addressOwnerPriority, basePriorityOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { groupOf } from '../../cluster/sync-groups.ts';
import { trackFilesOf } from './tracked-names.ts';

/**
 * vrrp_complete_instance() in keepalived/vrrp/vrrp.c: the members of a sync group have one state, and an address
 * owner one priority, so that neither can have weights. Scripts and BFD sessions are not even watched any more.
 */
export const ignoredWeight = defineRule({
  id: 'ignored-weight',
  scope: 'config',
  severity: 'error',
  summary: 'A weighted tracker belongs to a member of a sync group, or to an address owner',
  check(node, { report, quote }) {
    // The group may say in a file that was not read that it allows weights.
    if (!isComplete(node)) return;
    for (const instance of node.config.vrrp_instance ?? []) {
      const cause = causeOf(instance, node.config);
      if (!cause) continue;
      for (const { word, kind, weight } of weightsOf(instance, node.config)) {
        if (weight === 0) continue;
        report({
          at: word,
          message: `${quote(nameOf(instance))} tracks ${quote(word)} with weight ${weight}, but ${cause.why}`,
          notes: [consequenceOf(kind, weight, cause)],
          help: cause.help,
          related: [{ location: cause.at, message: 'because of this' }],
        });
      }
    }
  },
});

/**
 * What keepalived does instead. An interface has been entered with its weight before the weight is cleared
 * (add_vrrp_to_interface(), releases 2.0.0 to 2.4.3; seen with 2.2.7).
 */
function consequenceOf(kind: WeightedLine['kind'], weight: number, { isOwner }: Cause): string {
  if (kind === 'interface') {
    return isOwner
      ? 'keepalived reports that it ignores the interface: when it goes down, nothing happens'
      : 'keepalived reports that it ignores the weight, and still adds it to the priority of this instance: the other members of the group keep theirs, and the group can stay where it is';
  }
  return kind === 'file' && weight === 1
    ? 'keepalived reports that it ignores the weight, and goes on with weight 0: any number but 0 in the file puts the instance into FAULT'
    : 'keepalived reports that it ignores it: when it fails, nothing happens';
}

interface Cause {
  readonly isOwner: boolean;
  readonly why: string;
  readonly help: string;
  readonly at: Word;
}

function causeOf(instance: VrrpInstance, config: Config): Cause | undefined {
  const group = groupOf(config, instance);
  if (group && !group.sync_group_tracking_weight && !group.global_tracking) {
    return {
      isOwner: false,
      why: 'it is in a sync group',
      help: 'write weight 0, or `sync_group_tracking_weight` in the group and the same priority for all members',
      at: nameOf(group),
    };
  }
  const isOwner = basePriorityOf(instance).value === addressOwnerPriority;
  if (!isOwner) return undefined;
  return {
    isOwner,
    why: 'its priority is always 255',
    help: 'write weight 0, or a priority of at most 254',
    at: instance.priority?.statement.keyword ?? nameOf(instance),
  };
}

interface WeightedLine {
  readonly word: Word;
  readonly kind: 'interface' | 'script' | 'file' | 'bfd';
  readonly weight: number;
}

/** The weight in the track block, else that of what is tracked, else what it has by itself. */
function weightsOf(instance: VrrpInstance, config: Config): readonly WeightedLine[] {
  const lists = [
    { kind: 'interface', items: instance.track_interface, defined: undefined, otherwise: 0 },
    { kind: 'script', items: instance.track_script, defined: config.vrrp_script, otherwise: 0 },
    { kind: 'file', items: instance.track_file, defined: trackFilesOf(config), otherwise: 1 },
    { kind: 'bfd', items: instance.track_bfd, defined: config.bfd_instance, otherwise: 0 },
  ] as const;
  return lists.flatMap(({ kind, items, defined = [], otherwise }) =>
    (items?.entries ?? []).flatMap(({ value, word }) => {
      const definition = defined.find(({ header }) => header === value.name.value);
      if (!definition && kind !== 'interface') return [];
      const weight = value.weight?.value ?? definition?.weight?.value;
      return [{ word, kind, weight: weight?.weight ?? otherwise }];
    }),
  );
}
