import type { VrrpScript } from '@kalint/parser';
import { differencesOf, groupsOf } from '../../cluster/disagreement.ts';
import { losesSetting } from '../../cluster/disputed.ts';
import { firstsByName, nameOf, nodeNames } from '../../cluster/names.ts';
import type { Node } from '../../cluster/node.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/** keepalived/vrrp/vrrp_scheduler.c, vrrp_script_child_thread(): rise and fall count runs of the own script. */
export const checkSettingsMismatch = defineRule({
  id: 'check-settings-mismatch',
  scope: 'cluster',
  severity: 'info',
  profile: 'strict',
  summary: 'A check script of one name has other settings on different nodes',
  check({ nodes }, { report, quote }) {
    for (const scripts of namesakesOn(nodes)) {
      for (const { keyword, valueOf, placeOf } of settings) {
        const differences = differencesOf(scripts, ({ script }) => valueOf(script));
        for (const { own, reference, agreeing } of differences) {
          report({
            at: locationOf(placeOf(own.script) ?? own.script),
            message: `${keyword} of ${quote(nameOf(own.script))} is ${valueOf(own.script)} here, but ${valueOf(reference.script)} on ${nodeNames(agreeing)}`,
            notes: [
              'whether and how soon a failure moves the addresses depends on which node it hits',
            ],
            help: `write the same ${keyword} on all nodes`,
            related: [
              {
                location: locationOf(placeOf(reference.script) ?? reference.script),
                message: `${valueOf(reference.script)} here`,
              },
            ],
          });
        }
      }
    }
  },
});

interface NodeScript {
  readonly node: Node;
  readonly script: VrrpScript;
}

/** The scripts of one name together; one that lacks a line because of a mistake is left out. */
function namesakesOn(nodes: readonly Node[]): readonly (readonly NodeScript[])[] {
  const scripts = nodes.flatMap((node) =>
    [...firstsByName(node.config.vrrp_script ?? []).values()]
      .filter((script) => !losesSetting(node, script.statements))
      .map((script): NodeScript => ({ node, script })),
  );
  return groupsOf(scripts, ({ script }) => script.header);
}

interface CheckSetting {
  readonly keyword: string;
  readonly valueOf: (script: VrrpScript) => number | string;
  readonly placeOf: (script: VrrpScript) => Parameters<typeof locationOf>[0] | undefined;
}

const settings: readonly CheckSetting[] = [
  {
    keyword: 'interval',
    valueOf: ({ interval }) => interval?.value ?? 1,
    placeOf: ({ interval }) => interval,
  },
  {
    keyword: 'timeout',
    valueOf: ({ timeout }) => timeout?.value ?? 'that of interval',
    placeOf: ({ timeout }) => timeout,
  },
  { keyword: 'rise', valueOf: ({ rise }) => rise?.value ?? 1, placeOf: ({ rise }) => rise },
  { keyword: 'fall', valueOf: ({ fall }) => fall?.value ?? 1, placeOf: ({ fall }) => fall },
  {
    keyword: 'weight',
    valueOf: ({ weight }) => weight?.value.weight ?? 0,
    placeOf: ({ weight }) => weight,
  },
];
