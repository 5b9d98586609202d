import type { RealServer } from '@kalint/parser';
import { differencesOf, groupsOf } from '../../cluster/disagreement.ts';
import { losesSetting } from '../../cluster/disputed.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule, type RuleContext } from '../../rule.ts';
import { methodOf } from '../lvs/servers.ts';
import { checksOf } from './checks.ts';
import {
  isOncePerNode,
  serviceName,
  servicesOf,
  type Service,
  type ServiceMember,
} from './services.ts';

/** keepalived/check: each node writes its own real servers into its kernel and checks them by itself. */
export const realServerMismatch = defineRule({
  id: 'real-server-mismatch',
  scope: 'cluster',
  severity: 'warning',
  summary: 'A real server is missing on a node, or has another weight, method or check',
  check({ nodes }, context) {
    for (const service of servicesOf(nodes)) {
      const backends = backendsOf(service);
      reportMissing(service, backends, context);
      for (const backend of backends) reportSettings(backend, context);
    }
  },
});

/** A real server of a node. */
interface BackendMember extends ServiceMember {
  readonly real: RealServer;
}

/** The real servers of different nodes that are one machine. */
type Backend = readonly BackendMember[];

/** Those that a node has once: what it has twice is a mistake of its own. */
function backendsOf({ members }: Service): readonly Backend[] {
  const servers = members.flatMap(({ node, server }) =>
    (server.real_server ?? []).map((real): BackendMember => ({ node, server, real })),
  );
  return groupsOf(servers, keyOf).filter(isOncePerNode);
}

function keyOf({ real: { header } }: BackendMember): string {
  return `${header.address.value.key} ${header.port?.value ?? 0}`;
}

function reportMissing(
  { members }: Service,
  backends: readonly Backend[],
  { report, quote }: RuleContext,
): void {
  for (const backend of backends) {
    const [holder] = backend;
    const lacking = members.filter(
      ({ node, server }) =>
        (server.real_server ?? []).length > 0 &&
        !losesSetting(node, server.statements, ['real_server']) &&
        !backend.some((each) => each.node === node),
    );
    if (!holder || lacking.length === 0) continue;
    report({
      at: locationOf(holder.real),
      message: `real_server ${quote(nameOf(holder.real))} of ${serviceName(holder, quote)} is missing on ${nodeNames(lacking)}`,
      notes: [
        'each node sends connections to the servers of its own file: after a failover they get fewer, or none',
      ],
      help: 'list the same real servers on all nodes',
      related: lacking
        .slice(0, 1)
        .map(({ server }) => ({ location: locationOf(server), message: 'the other node' })),
    });
  }
}

function reportSettings(backend: Backend, { report }: RuleContext): void {
  const settled = backend.filter(({ node, real }) => !losesSetting(node, real.statements));
  for (const { keyword, valueOf, placeOf } of settings) {
    for (const { own, reference, agreeing } of differencesOf(settled, valueOf)) {
      const nodes = nodeNames(agreeing);
      report({
        at: locationOf(placeOf(own)),
        message:
          keyword === 'check'
            ? `this real server is not checked as on ${nodes}`
            : `this real server has ${keyword} ${valueOf(own)} here, but ${valueOf(reference)} on ${nodes}`,
        notes: [
          keyword === 'check'
            ? 'each node checks by itself: what one takes for healthy another one takes out of service'
            : 'each node balances as its own file says: after a failover it is done in another way',
        ],
        help: `write the same ${keyword} on all nodes`,
        related: [{ location: locationOf(placeOf(reference)), message: 'the other node' }],
      });
    }
  }
}

interface Setting {
  readonly keyword: string;
  readonly valueOf: (member: BackendMember) => string | number;
  readonly placeOf: (member: BackendMember) => Parameters<typeof locationOf>[0];
}

const settings: readonly Setting[] = [
  {
    keyword: 'weight',
    valueOf: ({ real, server }) => real.weight?.value ?? server.weight?.value ?? 1,
    placeOf: ({ real }) => real.weight ?? real,
  },
  {
    // That of the virtual server is virtual-server-mismatch.
    keyword: 'lvs_method',
    valueOf: ({ real, server }) =>
      real.lvs_method
        ? methodOf(server, real.lvs_method, real.statements[0])
        : 'that of the virtual server',
    placeOf: ({ real }) => real.lvs_method ?? real,
  },
  {
    keyword: 'check',
    valueOf: ({ real }) => checksOf(real),
    placeOf: ({ real }) => real,
  },
];
