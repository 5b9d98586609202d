import { differencesOf, groupsOf } from '../../cluster/disagreement.ts';
import { losesSetting } from '../../cluster/disputed.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import type { Node } from '../../cluster/node.ts';
import type { VirtualRouter } from '../../cluster/virtual-routers.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule, type RuleContext } from '../../rule.ts';
import { serviceSettings, type ServiceSetting } from './service-settings.ts';
import { hasCertainBlocks, serviceName, servicesOf, type Service } from './services.ts';

/**
 * keepalived/check: each node writes its own virtual servers into its kernel (ipvswrapper.c) and asks no
 * other node. What they do comes to light when the addresses have moved.
 */
export const virtualServerMismatch = defineRule({
  id: 'virtual-server-mismatch',
  scope: 'cluster',
  severity: 'warning',
  summary: 'A virtual server is missing on a node, or balanced in another way',
  check({ nodes, virtualRouters }, context) {
    const services = servicesOf(nodes);
    const substitutes = substitutesOf(services, virtualRouters);
    for (const service of services) {
      reportMissing(service, nodes, substitutes, context);
      for (const setting of serviceSettings) reportSetting(service, setting, context);
    }
    reportGroups(nodes.filter(hasCertainBlocks), context);
  },
});

function reportSetting(
  { members }: Service,
  { keywords, valueOf, textOf, placeOf }: ServiceSetting,
  { report, quote }: RuleContext,
): void {
  const [keyword] = keywords;
  const settled = members.filter(
    ({ node, server }) => !losesSetting(node, server.statements, keywords),
  );
  for (const { own, reference, agreeing } of differencesOf(settled, ({ server }) =>
    valueOf(server),
  )) {
    const expected = textOf(reference.server, quote);
    report({
      at: placeOf(own.server),
      message: `${keyword} of ${serviceName(own, quote)} is ${textOf(own.server, quote)} here, but ${expected} on ${nodeNames(agreeing)}`,
      notes: [
        'each node balances as its own file says: after a failover it is done in another way',
      ],
      help: `write the same ${keyword} on all nodes`,
      related: [{ location: placeOf(reference.server), message: `${expected} here` }],
    });
  }
}

function reportMissing(
  { members }: Service,
  nodes: readonly Node[],
  substitutes: Substitutes,
  { report, quote }: RuleContext,
): void {
  const [holder] = members;
  if (!holder) return;
  const holders = new Set(members.map(({ node }) => node));
  const lacking = nodes.filter(
    (node) => !holders.has(node) && [...holders].some((each) => substitutes.get(node)?.has(each)),
  );
  if (lacking.length === 0) return;
  report({
    at: locationOf(holder.server),
    message: `${serviceName(holder, quote)} is missing on ${nodeNames(lacking.map((node) => ({ node })))}`,
    notes: [
      'each node balances as its own file says: after a failover to that node nobody answers',
    ],
    help: 'write the same virtual servers into the files of all nodes',
  });
}

/** keepalived/check/check_data.c, alloc_vsg_entry(): a group is what its lines say. */
function reportGroups(nodes: readonly Node[], { report, quote }: RuleContext): void {
  const named = nodes.flatMap((node) =>
    (node.config.virtual_server_group ?? []).map((group) => ({ node, group })),
  );
  for (const members of groupsOf(named, ({ group }) => group.header)) {
    const differences = differencesOf(members, ({ group }) =>
      group.entries
        .map(({ statement }) => [statement.keyword, ...statement.words].map(({ text }) => text))
        .map((words) => words.join(' '))
        .sort()
        .join('\n'),
    );
    for (const { own, reference, agreeing } of differences) {
      report({
        at: locationOf(own.group),
        message: `virtual_server_group ${quote(nameOf(own.group))} has other lines than on ${nodeNames(agreeing)}`,
        notes: ['after a failover other addresses, ports or marks are balanced'],
        help: 'write the same lines on all nodes',
        related: [{ location: locationOf(reference.group), message: 'the other node' }],
      });
    }
  }
}

/** For a node those for which it is meant to stand in. */
type Substitutes = ReadonlyMap<Node, ReadonlySet<Node>>;

/**
 * Nodes that have a service in common, and those with virtual servers that have a virtual router in common.
 * A node without any virtual server may serve otherwise, and none is meant to be there.
 */
function substitutesOf(
  services: readonly Service[],
  routers: readonly VirtualRouter[],
): Substitutes {
  const substitutes = new Map<Node, Set<Node>>();
  for (const { members } of [...services, ...routers]) {
    const balancing = members
      .map(({ node }) => node)
      .filter((node) => hasCertainBlocks(node) && (node.config.virtual_server ?? []).length > 0);
    for (const node of balancing) {
      const known = substitutes.get(node) ?? new Set<Node>();
      for (const each of balancing) known.add(each);
      substitutes.set(node, known);
    }
  }
  return substitutes;
}
