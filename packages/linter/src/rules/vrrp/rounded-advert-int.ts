import { isVersionDisputed } from '../../cluster/disputed.ts';
import { versionOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/** How each version sends the interval: in which steps, and how many of them at most. */
const steps = {
  2: { perSecond: 1, most: 255, step: 'whole seconds' },
  3: { perSecond: 100, most: 4095, step: 'steps of 0.01 seconds' },
} as const;

/** vrrp_complete_instance() in keepalived/vrrp/vrrp.c; RFC 3768, 5.3.7, and RFC 5798, 5.2.7 */
export const roundedAdvertInt = defineRule({
  id: 'rounded-advert-int',
  scope: 'config',
  severity: 'warning',
  summary: 'An advert_int cannot be sent as it is written: keepalived takes another',
  check(node, { report, quote }) {
    for (const instance of node.config.vrrp_instance ?? []) {
      const { advert_int: interval } = instance;
      if (!interval || isVersionDisputed({ node, instance })) continue;
      const version = versionOf(node, instance).value;
      const { perSecond, most, step } = steps[version];
      // More decimals than keepalived reads are reported as such.
      if (interval.words.some(({ text }) => /\.\d{7}/.test(text))) continue;
      const wanted = interval.value * perSecond;
      const sent = Math.min(most, Math.max(1, Math.round(wanted)));
      // What is closer than this is a matter of binary fractions.
      if (Math.abs(wanted - sent) < 1e-6) continue;
      const isExactIn3 = version === 2 && isExact(interval.value);
      report({
        at: interval.words[0] ?? locationOf(interval),
        message: `VRRP version ${version} cannot send an advert_int of ${interval.value} seconds: ${quote(nameOf(instance))} uses ${sent / perSecond}`,
        notes: [
          `version ${version} sends the interval in ${step}, ${most / perSecond} seconds at most; keepalived rounds it, and reports that it does`,
        ],
        help: isExactIn3
          ? `write ${sent / perSecond} on all nodes, or \`vrrp_version 3\` in their global_defs`
          : `write ${sent / perSecond} on all nodes`,
        fix: {
          title: `write \`${sent / perSecond}\``,
          safety: isExactIn3 ? 'unsafe' : 'safe',
          edits: interval.words.slice(0, 1).map(({ source, span }) => ({
            ...{ source, span },
            text: String(sent / perSecond),
          })),
        },
      });
    }
  },
});

/** Whether version 3 sends an interval as it is written: then that may be what is meant. */
function isExact(seconds: number): boolean {
  const { perSecond, most } = steps[3];
  const wanted = seconds * perSecond;
  return wanted <= most && Math.abs(wanted - Math.round(wanted)) < 1e-6;
}
