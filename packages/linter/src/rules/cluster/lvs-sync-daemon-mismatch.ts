import { differencesOf } from '../../cluster/disagreement.ts';
import { nodeNames } from '../../cluster/names.ts';
import type { Node } from '../../cluster/node.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/**
 * The kernel's sync daemon takes only what has its own id, and listens to its own group and port
 * (keepalived/check/ipvswrapper.c, ipvs_syncd_cmd()). Without an id keepalived takes the VRID of the
 * instance (keepalived/vrrp/vrrp.c, vrrp_complete_init()).
 */
export const lvsSyncDaemonMismatch = defineRule({
  id: 'lvs-sync-daemon-mismatch',
  scope: 'cluster',
  severity: 'warning',
  summary: 'The connections of IPVS are not synchronised between the nodes',
  check({ nodes }, { report }) {
    // A node without virtual servers has no connections.
    const directors = nodes.filter(({ config }) => (config.virtual_server ?? []).length > 0);
    const daemons = directors.flatMap((node) => {
      const setting = node.config.global_defs?.lvs_sync_daemon;
      return setting ? [{ node, setting }] : [];
    });
    const [holder] = daemons;
    const lacking = directors.filter((node) => !node.config.global_defs?.lvs_sync_daemon);
    if (holder && lacking.length > 0) {
      report({
        at: locationOf(holder.setting),
        message: `lvs_sync_daemon is missing on ${nodeNames(lacking.map((node) => ({ node })))}`,
        notes: [
          'the connections of this node are sent to nobody, or nobody sends any: at failover they are lost',
        ],
        help: 'configure lvs_sync_daemon on all nodes, or on none',
        related: lacking.slice(0, 1).map(({ config, tree }) => ({
          location: config.global_defs
            ? locationOf(config.global_defs)
            : { source: tree.source, span: { start: 0, end: 0 } },
          message: 'missing here',
        })),
      });
    }
    for (const { keyword, valueOf } of wire) {
      for (const { own, reference, agreeing } of differencesOf(daemons, valueOf)) {
        report({
          at: locationOf(own.setting),
          message: `the sync daemon has ${keyword} ${valueOf(own)} here, but ${valueOf(reference)} on ${nodeNames(agreeing)}`,
          notes: [
            'the kernel takes only what has its own id and comes to its own group and port: the connections of the other node are lost at failover',
          ],
          help: `give all nodes the same ${keyword}`,
          related: [{ location: locationOf(reference.setting), message: 'the other node' }],
        });
      }
    }
  },
});

interface Daemon {
  readonly node: Node;
  readonly setting: NonNullable<NonNullable<Node['config']['global_defs']>['lvs_sync_daemon']>;
}

/** What the packets of one node and the ears of another must have in common. */
const wire: readonly {
  readonly keyword: string;
  readonly valueOf: (daemon: Daemon) => string | number;
}[] = [
  { keyword: 'id', valueOf: idOf },
  { keyword: 'port', valueOf: ({ setting: { value } }) => value.port?.value ?? 8848 },
  {
    keyword: 'group',
    valueOf: ({ setting: { value } }) => value.group?.value.text ?? '224.0.0.81',
  },
];

function idOf({ node, setting: { value } }: Daemon): number {
  if (value.id) return value.id.value;
  const instance = node.config.vrrp_instance?.find(({ header }) => header === value.inst?.value);
  return instance?.virtual_router_id?.value ?? 0;
}
