import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';

/** add_vrrp_to_interface() in keepalived/vrrp/vrrp.c: each one that is down is a reason for FAULT. */
export const severalTrackedInterfaces = defineRule({
  id: 'several-tracked-interfaces',
  scope: 'config',
  severity: 'info',
  profile: 'strict',
  summary: 'Several interfaces are tracked without a weight, and each of them must be up',
  check({ config }, { report, quote }) {
    for (const instance of config.vrrp_instance ?? []) {
      const tracked = (instance.track_interface?.entries ?? []).filter(
        ({ value }) =>
          (value.weight?.value.weight ?? 0) === 0 && value.name.value !== instance.interface?.value,
      );
      const [first, second] = tracked;
      if (!first || !second) continue;
      report({
        at: second.word,
        message: `${quote(nameOf(instance))} goes to FAULT when any one of ${tracked.length} tracked interfaces is down`,
        notes: ['an interface without a weight is not one of several: each must be up'],
        help: 'write a weight for those that the node can do without',
        related: [{ location: first.word, message: 'another one without a weight' }],
      });
    }
  },
});
