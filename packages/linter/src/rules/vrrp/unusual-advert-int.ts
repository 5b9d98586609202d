import { advertIntervalOf, versionOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/** Below, a busy host misses advertisements; beyond, nobody waits for the address. In seconds. */
const usual = { least: 0.1, most: 10 } as const;

/** How long a backup waits: vrrp_set_effective_priority() in vrrp/vrrp_track.c, and RFC 5798, 6.1 */
export const unusualAdvertInt = defineRule({
  id: 'unusual-advert-int',
  scope: 'config',
  severity: 'info',
  profile: 'strict',
  summary:
    'Advertisements come so often that a busy host misses them, or so seldom that a failure lasts',
  check(node, { report, quote }) {
    for (const instance of node.config.vrrp_instance ?? []) {
      const { advert_int: own, down_timer_adverts: missed } = instance;
      const { value } = advertIntervalOf(node, instance);
      if (!own || (value >= usual.least && value <= usual.most)) continue;
      const wait = Number((value * (missed?.value ?? 3)).toFixed(2));
      report({
        at: own.words[0] ?? locationOf(own),
        message: `${quote(nameOf(instance))} sends an advertisement every ${value} seconds`,
        notes: [
          value < usual.least
            ? `a backup takes over when it hears nothing for ${wait} seconds: a host that is busy for so long has two masters`
            : `a backup takes over when it has heard nothing for ${wait} seconds: so long nobody has the address`,
        ],
        help:
          versionOf(node, instance).value === 3
            ? 'write something between 0.1 and 10 seconds on every node'
            : 'write something between 1 and 10 seconds on every node',
      });
    }
  },
});
