import { compareReleases, type Release, type VrrpInstance, type Word } from '@kalint/parser';
import { isDisputed } from '../../cluster/disputed.ts';
import { nameOf } from '../../cluster/names.ts';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';

/**
 * chk_min_cfg() in keepalived/vrrp/vrrp.c refuses an instance without a VRID ("the virtual router id
 * must be set"), and one without an interface that does not use unicast ("Unknown interface!"). The
 * VRRP process then ends, and with it keepalived.
 */
export const incompleteInstance = defineRule({
  id: 'incomplete-instance',
  scope: 'config',
  severity: 'error',
  summary: 'A vrrp_instance has no virtual_router_id, or no interface',
  check(node, { release, report, quote }) {
    // What is missing may stand in a file that was not read.
    if (!isComplete(node)) return;
    for (const instance of node.config.vrrp_instance ?? []) {
      if (instance.virtual_router_id && instance.interface) continue;
      const missing = missingIn(instance, release).filter(
        (keyword) => !isDisputed({ node, instance }, [keyword]),
      );
      const [block] = instance.statements;
      if (!block.block) continue;
      if (missing.length === 0) {
        const source = linkLocalSourceOf(instance);
        if (source) {
          report({
            at: source,
            message: `${quote(nameOf(instance))} has a link-local source address, and no \`interface\``,
            notes: [
              'keepalived refuses the whole configuration ("Non link-local address required if interface omitted") and ends',
            ],
            help: 'add `interface`, or write an address that is valid everywhere',
          });
        }
        continue;
      }
      report({
        at: nameOf(instance),
        message: `${quote(nameOf(instance))} has no ${missing.map((each) => `\`${each}\``).join(' and no ')}`,
        notes: [
          'keepalived refuses the whole configuration ("the virtual router id must be set", "Unknown interface!", "must have unicast_src_ip or interface") and ends',
        ],
        help: `add ${missing.map((each) => `\`${each}\``).join(' and ')} to the instance`,
      });
    }
  },
});

/** Up to 2.2.7 keepalived refuses unicast instances too: it looks before it knows that they are. */
const unicastNeedsNone: Release = '2.2.8';

function missingIn(instance: VrrpInstance, release: Release): readonly string[] {
  // Each of these makes keepalived take the instance for a unicast one.
  const unicast = [
    ...[instance.unicast_src_ip, instance.unicast_peer, instance.unicast_ttl],
    ...[instance.check_unicast_src, instance.unicast_fault_no_peer, instance.old_unicast_checksum],
  ];
  const isUnicast = unicast.some((each) => each !== undefined);
  const needsNone = isUnicast && compareReleases(release, unicastNeedsNone) >= 0;
  const hasSource = [instance.unicast_src_ip, instance.mcast_src_ip, instance.use_ipvlan].some(
    (each) => each !== undefined,
  );
  return [
    ...(instance.virtual_router_id ? [] : ['virtual_router_id']),
    ...(instance.interface || (needsNone && hasSource) ? [] : ['interface']),
  ];
}

/** It says nothing without the interface that it is on. */
function linkLocalSourceOf(instance: VrrpInstance): Word | undefined {
  const { interface: device, unicast_src_ip, mcast_src_ip } = instance;
  const source = unicast_src_ip ?? mcast_src_ip;
  const isAmbiguous = source?.value.family === 6 && source.value.linkLocal;
  return device || !isAmbiguous ? undefined : source.words[0];
}
