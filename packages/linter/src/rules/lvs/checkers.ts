import type { RealServer, VirtualServer } from '@kalint/parser';

/**
 * Whether anything looks after a real server. Checks are the only blocks in it, so that a misspelt one
 * counts.
 */
export function isChecked({ statements }: RealServer): boolean {
  return statements.some(({ block }) =>
    block?.items.some((item) => item.kind === 'statement' && item.block !== undefined),
  );
}

export function checkedServersOf({ real_server = [] }: VirtualServer): readonly RealServer[] {
  return real_server.filter(isChecked);
}
