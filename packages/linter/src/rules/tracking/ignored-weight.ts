import type { Config, VrrpInstance, Word } from '@kalint/parser';
import { addressOwnerPriority, basePriorityOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { groupOf } from '../../cluster/sync-groups.ts';
import { trackFilesOf } from './tracked-names.ts';

/**
 * vrrp_complete_init() in keepalived/vrrp/vrrp.c: the members of a sync group have one state, and an address
 * owner one priority, so that neither can have weights. A script is not even watched any more.
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
      for (const { word, weight } of weightsOf(instance, node.config)) {
        if (weight === 0) continue;
        report({
          at: word,
          message: `${quote(nameOf(instance))} tracks ${quote(word)} with weight ${weight}, but ${cause.why}`,
          notes: [
            'keepalived reports that it ignores the tracker, or its weight: when the check fails, nothing happens',
          ],
          help: cause.help,
          related: [{ location: cause.at, message: 'because of this' }],
        });
      }
    }
  },
});

interface Cause {
  readonly why: string;
  readonly help: string;
  readonly at: Word;
}

function causeOf(instance: VrrpInstance, config: Config): Cause | undefined {
  const group = groupOf(config, instance);
  if (group && !group.sync_group_tracking_weight && !group.global_tracking) {
    return {
      why: 'it is in a sync group',
      help: 'write weight 0, or `sync_group_tracking_weight` in the group and the same priority for all members',
      at: nameOf(group),
    };
  }
  const isOwner = basePriorityOf(instance).value === addressOwnerPriority;
  if (!isOwner) return undefined;
  return {
    why: 'its priority is always 255',
    help: 'write weight 0, or a priority of at most 254',
    at: instance.priority?.statement.keyword ?? nameOf(instance),
  };
}

interface WeightedLine {
  readonly word: Word;
  readonly weight: number;
}

/** The weight in the track block, else that of what is tracked, else what it has by itself. */
function weightsOf(instance: VrrpInstance, config: Config): readonly WeightedLine[] {
  const kinds = [
    { items: instance.track_interface, defined: [], otherwise: 0 },
    { items: instance.track_script, defined: config.vrrp_script, otherwise: 0 },
    { items: instance.track_file, defined: trackFilesOf(config), otherwise: 1 },
    { items: instance.track_bfd, defined: config.bfd_instance, otherwise: 0 },
  ] as const;
  return kinds.flatMap(({ items, defined = [], otherwise }) =>
    (items?.entries ?? []).flatMap(({ value, word }) => {
      const definition = defined.find(({ header }) => header === value.name.value);
      if (!definition && items !== instance.track_interface) return [];
      const weight = value.weight?.value ?? definition?.weight?.value;
      return [{ word, weight: weight?.weight ?? otherwise }];
    }),
  );
}
