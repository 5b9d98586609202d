import { compareReleases, type Release, type VrrpInstance } from '@kalint/parser';
import { isStrict, versionOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { mentions } from '../blocks/mentions.ts';

/** The first release that has `no_virtual_ipaddress`. */
const canDoWithout: Release = '2.2.8';

/** vrrp_complete_instance() in keepalived/vrrp/vrrp.c */
export const noVirtualIpaddress = defineRule({
  id: 'no-virtual-ipaddress',
  scope: 'config',
  severity: 'warning',
  summary: 'A vrrp_instance has no virtual address',
  check(node, { report, quote, release }) {
    // The addresses may stand in a file that was not read.
    if (!isComplete(node)) return;
    for (const instance of node.config.vrrp_instance ?? []) {
      if (mayHaveAddresses(instance)) continue;
      // Strict mode does not let anybody do without.
      if (instance.no_virtual_ipaddress && !isStrict(node, instance)) continue;
      const isNeeded = versionOf(node, instance).value === 3 || isStrict(node, instance);
      const deliberate = compareReleases(release, canDoWithout) >= 0 && !isNeeded;
      report({
        at: nameOf(instance),
        severity: isNeeded ? 'error' : 'warning',
        message: `${quote(nameOf(instance))} has no virtual address`,
        notes: [
          isNeeded
            ? 'keepalived refuses the instance ("No VIP specified; at least one is required")'
            : 'keepalived reports "No VIP specified; at least one is sensible": the router has nothing to take over',
        ],
        help: `add \`virtual_ipaddress\`${deliberate ? ', or `no_virtual_ipaddress` if this is meant' : ''}`,
      });
    }
  },
});

/** An address that cannot be read is another mistake, and so is a misspelt virtual_ipaddress. */
function mayHaveAddresses({ virtual_ipaddress, statements }: VrrpInstance): boolean {
  const isWritten = statements.some(({ block }) =>
    mentions(block?.items ?? [], 'virtual_ipaddress'),
  );
  const isEmpty = virtual_ipaddress?.statements.every(({ block }) => block?.items.length === 0);
  return isWritten && !isEmpty;
}
