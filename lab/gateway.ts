import type { Node } from '@kalint/linter';

/*
 * The neighbour of BFD sessions: a router outside of the cluster, on a segment of its own. So a session can fail
 * without anything else.
 */

/** The interface of each host on that segment. */
export const gatewayInterface = 'eth9';

/** Its number there; its address is 10.0.9.254. */
export const gatewayNumber = 254;

/** The configuration of the gateway's daemon; undefined when no node has a BFD session. */
export function gatewayText(nodes: readonly Node[]): string | undefined {
  const sessions = nodes.flatMap(({ config }) => config.bfd_instance ?? []);
  if (sessions.length === 0) return undefined;
  const blocks = sessions.map(
    (
      { source_ip: address, min_rx: rx, min_tx: tx, multiplier },
      index,
    ) => `bfd_instance peer${index} {
    source_ip 10.0.9.${gatewayNumber}
    neighbor_ip ${address?.value.text}
    min_rx ${rx?.value ?? 10}
    min_tx ${tx?.value ?? 10}
    multiplier ${multiplier?.value ?? 5}
}`,
  );
  return `global_defs {\n    router_id gateway\n}\n${blocks.join('\n')}\n`;
}
