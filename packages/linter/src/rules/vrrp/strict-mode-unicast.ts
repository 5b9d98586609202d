import { compareReleases, type Release } from '@kalint/parser';
import { isUnicast, strictModeOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { strictKeyword, withoutStrictMode } from './strict-mode.ts';

/**
 * vrrp_complete_instance() in keepalived/vrrp/vrrp.c: on an interface that can do multicast, as nearly all
 * can, the VRRP process ends, and with it keepalived.
 */
export const strictModeUnicast = defineRule({
  id: 'strict-mode-unicast',
  scope: 'config',
  severity: 'error',
  summary: 'Strict mode has no unicast: keepalived ends',
  check(node, { report, quote, release }) {
    const isRefused = !isOverlookedBy(release);
    for (const instance of node.config.vrrp_instance ?? []) {
      const { unicast_peer: peers, interface: device } = instance;
      const strict = strictModeOf(node, instance);
      if (!strict.value || !peers || !device || !isUnicast(instance)) continue;
      report({
        at: locationOf(peers),
        severity: isRefused ? 'error' : 'warning',
        message: `${quote(nameOf(instance))} has unicast peers, which strict mode does not allow`,
        notes: [
          isRefused
            ? 'keepalived reports "Unicast peers are not supported in strict mode" and ends, unless the interface cannot do multicast'
            : `release ${release} overlooks it; others report "Unicast peers are not supported in strict mode" and end`,
        ],
        help: `${withoutStrictMode(node, strict)}, or use multicast`,
        related: [{ location: strict.at, message: `${strictKeyword(strict)} is here` }],
      });
    }
  },
});

/** These look at it before they know that there are peers. */
function isOverlookedBy(release: Release): boolean {
  return compareReleases(release, '2.2.5') >= 0 && compareReleases(release, '2.4.0') < 0;
}
