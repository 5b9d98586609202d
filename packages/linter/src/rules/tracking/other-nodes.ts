import type { VrrpInstance } from '@kalint/parser';
import type { Cluster } from '../../cluster/cluster.ts';

const known = new WeakMap<Cluster, ReadonlySet<VrrpInstance>>();

/** Whether the other nodes of an instance's virtual router are there, and what they do is known. */
export function isAmongOthers(instance: VrrpInstance, cluster: Cluster): boolean {
  let instances = known.get(cluster);
  if (!instances) {
    const shared = cluster.virtualRouters.filter(({ members }) => members.length > 1);
    instances = new Set(shared.flatMap(({ members }) => members.map((each) => each.instance)));
    known.set(cluster, instances);
  }
  return instances.has(instance);
}
