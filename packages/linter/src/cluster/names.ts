import type { VrrpInstance, Word } from '@kalint/parser';
import type { Member } from './virtual-routers.ts';

/** The word that names an instance, a group or a script. */
export function nameOf(block: Pick<VrrpInstance, 'statements'>): Word {
  const [statement] = block.statements;
  return statement.words[0] ?? statement.keyword;
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
