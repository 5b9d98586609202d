import type { Effective } from '../../cluster/effective.ts';
import type { Node } from '../../cluster/node.ts';

/** The keyword that puts an instance into strict mode. */
export function strictKeyword({ from }: Effective<boolean>): 'strict_mode' | 'vrrp_strict' {
  return from === 'instance' ? 'strict_mode' : 'vrrp_strict';
}

/** How to get an instance out of strict mode; a cluster must do it as one. */
export function withoutStrictMode(node: Node, strict: Effective<boolean>): string {
  const keyword = strictKeyword(strict);
  const isGlobalToo = keyword === 'strict_mode' && node.config.global_defs?.vrrp_strict?.value;
  return isGlobalToo
    ? 'write `strict_mode off` on every node'
    : `remove \`${keyword}\` on every node`;
}
