import type { Location } from '@kalint/parser';
import type { FileEdit } from '../../diagnostic.ts';
import {
  effectIn,
  electionsAfter,
  haveSameMasters,
  initialIn,
  routersWith,
  weightAt,
  type ClusterFailover,
} from '../../failover/analysis/cluster-failover.ts';
import { formatFault, type Fault } from '../../failover/model/faults.ts';

/** The edits that write another number in some places. Undefined when the number does not stand in one of them. */
export function weightEdits(
  sites: readonly Location[],
  written: number,
  number: number,
): readonly FileEdit[] | undefined {
  const says = ({ source, span }: Location): boolean =>
    Number(source.text.slice(span.start, span.end)) === written;
  const edits = sites.map(({ source, span }) => ({ source, span, text: String(number) }));
  return sites.every(says) ? edits : undefined;
}

/**
 * Whether another weight in some places does what it should, for all virtual routers that it changes: who is
 * master while everything works stays the same, and a failure leaves no address on its node.
 */
export function isWeightProved(
  failover: ClusterFailover,
  sites: readonly Location[],
  weight: number,
  failure: Fault,
): boolean {
  const key = JSON.stringify([
    ...sites.map(({ source, span }) => [source.path, span.start]),
    ...[weight, formatFault(failure)],
  ]);
  const known = proofs.get(failover) ?? new Map<string, boolean>();
  proofs.set(failover, known);
  const isProved = known.get(key) ?? proveWeight(failover, sites, weight, failure);
  known.set(key, isProved);
  return isProved;
}

/** Many instances can share the weight of a script. */
const proofs = new WeakMap<ClusterFailover, Map<string, boolean>>();

function proveWeight(
  failover: ClusterFailover,
  sites: readonly Location[],
  weight: number,
  failure: Fault,
): boolean {
  const routers = routersWith(failover, sites);
  const electionOf = electionsAfter(failover.model, routers, weightAt(sites, weight));
  return routers.every((router) => {
    const before = initialIn(failover.electionOf(router));
    const after = electionOf(router);
    if (!haveSameMasters(before, initialIn(after))) return false;
    const { isMisplaced, verdict } = effectIn(after, [failure]);
    return !isMisplaced && verdict !== 'no-master';
  });
}
