import type { VrrpInstance, Word } from '@kalint/parser';
import type { Member } from './virtual-routers.ts';

/** The word that names an instance, a group or a script. */
export function nameOf(block: Pick<VrrpInstance, 'statements'>): Word {
  const [statement] = block.statements;
  return statement.words[0] ?? statement.keyword;
}

/** Blocks of one kind by their names: of several with one name keepalived takes the first. */
export function firstsByName<B extends { readonly header: string }>(
  blocks: readonly B[],
): ReadonlyMap<string, B> {
  const firsts = new Map<string, B>();
  for (const block of blocks) {
    if (!firsts.has(block.header)) firsts.set(block.header, block);
  }
  return firsts;
}

/** Nodes in a sentence: `a`, `a and b`, `a and 3 other nodes`. */
export function nodeNames(members: readonly Pick<Member, 'node'>[]): string {
  const [first, second, ...more] = members.map(({ node }) => node.name);
  if (first === undefined) return '';
  if (second === undefined) return first;
  return more.length === 0
    ? `${first} and ${second}`
    : `${first} and ${more.length + 1} other nodes`;
}
