import type { Release } from '@kalint/parser';
import { clusterOf } from '../../src/cluster/cluster.ts';
import { readNodes } from '../../src/cluster/node.ts';
import type { ModelMember, ModelNode } from '../../src/failover/model/model.ts';
import { nodeNames } from '../../src/failover/model/node-names.ts';
import { readModel, type ReadModel } from '../../src/failover/model/read-model.ts';

/** The model of some files, given by the names of their nodes. */
export function modelOf(
  files: Readonly<Record<string, string>>,
  release: Release = '2.4.3',
): ReadModel {
  const nodes = Object.entries(files).flatMap(([name, text]) =>
    readNodes({ path: `${name}.conf`, text }, release),
  );
  const cluster = clusterOf(nodes, release);
  return readModel(cluster, nodeNames(cluster.nodes));
}

/** A node's only instance, or that of a name. */
export function memberOn(
  { model }: ReadModel,
  name: string,
  instance?: string,
): ModelMember | undefined {
  const index = model.nodes.findIndex((node) => node.name === name);
  return model.routers
    .flatMap(({ members }) => members)
    .find((member) => member.node === index && member.instance === (instance ?? member.instance));
}

/** What an instance tracks: `script chk -20 reverse`. */
export function trackedBy(read: ReadModel, name: string, instance?: string): readonly string[] {
  const member = memberOn(read, name, instance);
  const items: ModelNode['items'] = read.model.nodes[member?.node ?? -1]?.items ?? [];
  return (member?.trackers ?? [])
    .map(({ item, weight, reverse }) => {
      const { kind, name: what } = items[item] ?? {};
      return `${kind} ${what} ${weight}${reverse ? ' reverse' : ''}`;
    })
    .sort();
}

/** Which nodes hear which, of a cluster with one virtual router: `low <- high`. */
export function hearingOf({ model }: ReadModel): readonly string[] {
  return model.routers.flatMap(({ members }) =>
    members.flatMap((receiver) =>
      [...receiver.hears].map((index) => {
        const nameOf = (member: ModelMember | undefined): string =>
          model.nodes[member?.node ?? -1]?.name ?? '';
        return `${nameOf(receiver)} <- ${nameOf(members[index])}`;
      }),
    ),
  );
}
