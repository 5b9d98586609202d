import { nodeNames } from '../../cluster/names.ts';
import type { Node } from '../../cluster/node.ts';
import type { Member } from '../../cluster/virtual-routers.ts';
import { defineRule } from '../../rule.ts';
import { groupsNaming } from '../tracking/sync-groups.ts';
import { trackedBy, type TrackedThing } from './tracked-items.ts';

/**
 * vrrp/vrrp_track.c, process_script_update_priority(): a tracked script without a weight puts the instance
 * into FAULT. When it asks something that all nodes share, all are in FAULT together.
 */
export const sharedCheckFault = defineRule({
  id: 'shared-check-fault',
  scope: 'cluster',
  severity: 'info',
  profile: 'strict',
  summary: 'A check of something elsewhere, without a weight, puts all nodes into FAULT at once',
  check({ virtualRouters }, { report, quote }) {
    for (const { members } of virtualRouters) {
      const [first, ...others] = members;
      if (!first || others.length === 0) continue;
      for (const thing of faultsOf(first)) {
        const isShared = others.every((member) =>
          faultsOf(member).some(({ identity }) => identity === thing.identity),
        );
        if (!isShared) continue;
        report({
          at: thing.word,
          message: `${quote(thing.word)} asks something that all nodes share: when it fails here, it fails on ${nodeNames(others)} too`,
          notes: [
            'without a weight a failed check puts the instance into FAULT: nobody is master then, and the addresses are gone',
          ],
          help: 'give the check a negative weight: a node that is as bad as the others stays master',
        });
      }
    }
  },
});

/** The scripts of an instance that ask another machine, and whose failure means FAULT. */
function faultsOf({ node, instance }: Member): readonly TrackedThing[] {
  return trackedBy({ node, instance }).filter(
    (thing) =>
      thing.kind === 'script' &&
      weightOf(thing, node, instance) === 0 &&
      asksElsewhere(thing.identity),
  );
}

function weightOf({ name }: TrackedThing, { config }: Node, instance: Member['instance']): number {
  const entry = [instance, ...groupsNaming(config, instance)]
    .flatMap(({ track_script }) => track_script?.entries ?? [])
    .find(({ value }) => value.name.value === name);
  const definition = config.vrrp_script?.find(({ header }) => header === name);
  return entry?.value.weight?.value.weight ?? definition?.weight?.value.weight ?? 0;
}

/** Whether a command names an address, and not only that of the machine itself. */
function asksElsewhere(command: string): boolean {
  const addresses = command.match(/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g) ?? [];
  return addresses.some((address) => !address.startsWith('127.') && address !== '0.0.0.0');
}
