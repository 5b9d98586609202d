import { differencesOf } from '../../cluster/disagreement.ts';
import { isDisputed } from '../../cluster/disputed.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/** keepalived/core/notify.c: a node runs the scripts of its own file. */
export const notifyMismatch = defineRule({
  id: 'notify-mismatch',
  scope: 'cluster',
  severity: 'info',
  profile: 'strict',
  summary: 'A notify script is set on one node of a virtual router and not on another',
  check({ virtualRouters }, { report, quote }) {
    for (const { members } of virtualRouters) {
      for (const keyword of keywords) {
        const standing = members.filter((member) => !isDisputed(member, [keyword]));
        const differences = differencesOf(standing, ({ instance }) =>
          instance[keyword] ? 'set' : 'not set',
        );
        for (const { own, reference, agreeing } of differences) {
          const setting = own.instance[keyword];
          report({
            at: locationOf(setting ?? own.instance),
            message: setting
              ? `${quote(nameOf(own.instance))} has ${keyword} here, but not on ${nodeNames(agreeing)}`
              : `${quote(nameOf(own.instance))} has no ${keyword}, which ${nodeNames(agreeing)} has`,
            notes: ['what the script does at a change of state is done on one node only'],
            help: `set ${keyword} on all nodes, or on none`,
            related: [
              {
                location: locationOf(reference.instance[keyword] ?? reference.instance),
                message: 'the other node',
              },
            ],
          });
        }
      }
    }
  },
});

const keywords = [
  ...(['notify_master', 'notify_backup', 'notify_fault', 'notify_stop', 'notify'] as const),
  ...(['notify_master_rx_lower_pri'] as const),
];
