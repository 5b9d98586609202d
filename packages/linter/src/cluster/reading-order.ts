import type { Statement } from '@kalint/parser';

/** Something that is made of blocks, such as an instance. */
interface MadeOfBlocks {
  readonly statements: readonly Statement[];
}

const orders = new WeakMap<readonly Statement[], ReadonlyMap<unknown, number>>();

/**
 * The lines of something, counted as keepalived reads them. Where they stand in their files says nothing
 * about it: some come from included files, or from definitions.
 */
export function orderIn({ statements }: MadeOfBlocks): ReadonlyMap<unknown, number> {
  const known = orders.get(statements);
  if (known) return known;
  const order = new Map<unknown, number>();
  let place = 0;
  for (const { block } of statements) {
    for (const item of block?.items ?? []) order.set(item, place++);
  }
  orders.set(statements, order);
  return order;
}

/** A setting, or anything else that is a line. */
interface Line {
  readonly statement: Statement;
}

/** Whether keepalived reads a line of something before another one. */
export function isReadBefore(first: Line, second: Line, within: MadeOfBlocks): boolean {
  const order = orderIn(within);
  return (order.get(first.statement) ?? 0) < (order.get(second.statement) ?? 0);
}
