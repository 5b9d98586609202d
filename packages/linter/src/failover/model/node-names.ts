import type { Node } from '../../cluster/node.ts';

/** What names are made of. */
export type NamedNode = Pick<Node, 'name' | 'source'>;

/** The id of a node whose file is one for each id (`keepalived -i`), else undefined. */
export function configIdOf({ name, source }: NamedNode): string | undefined {
  const prefix = `${source.path} @`;
  return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
}

/**
 * What faults and reports call nodes: the id of one that has an id; else the base name of its file without
 * extension, the name of its folder, or the path, the first of these that no other node has.
 *
 * No name is empty or holds a `:` or a blank, and of two names with `-` between them it is always clear which
 * they are, so that `lb1:down`, `lb1:script:chk` and `link:lb1-lb2` have one meaning.
 */
export function nodeNames<N extends NamedNode>(nodes: readonly N[]): ReadonlyMap<N, string> {
  const candidates = nodes.map((node) => candidatesFor(node).map(withoutSeparators));
  const names = chooseFrom(candidates);
  const clear = hasAmbiguousLink(names)
    ? chooseFrom(candidates.map((each) => each.map((name) => name.replaceAll('-', '_'))))
    : names;
  return new Map(nodes.map((node, index) => [node, clear[index] ?? String(index + 1)]));
}

/** The shortest first. */
function candidatesFor(node: NamedNode): readonly string[] {
  const { path } = node.source;
  const parts = path.split(/[\\/]/).filter((part) => part !== '');
  const base = (parts.at(-1) ?? path).replace(/(?<=.)\.[^.]*$/, '');
  const folder = parts.at(-2);
  const id = configIdOf(node);
  if (id !== undefined) return [id, `${base}@${id}`, `${path}@${id}`];
  return folder === undefined ? [base, path] : [base, folder, path];
}

/** `link` would read like the beginning of a fault. */
function withoutSeparators(name: string): string {
  const plain = name.replace(/[:\s\p{Cc}]/gu, '_');
  return plain === '' || plain === 'link' ? `${plain}_` : plain;
}

/** For each of some lists its first candidate that no other list has chosen or must choose. */
function chooseFrom(candidates: readonly (readonly string[])[]): readonly string[] {
  const names: (string | undefined)[] = candidates.map(() => undefined);
  const taken = new Set<string>();
  const longest = Math.max(0, ...candidates.map(({ length }) => length));
  for (let level = 0; level < longest; level++) {
    const open = candidates.flatMap((_, index) => (names[index] === undefined ? [index] : []));
    const wanted = open.map((index) => candidates[index]?.[level]);
    open.forEach((index, place) => {
      const name = wanted[place];
      if (name === undefined || taken.has(name)) return;
      if (wanted.filter((other) => other === name).length === 1) names[index] = name;
    });
    for (const name of names) if (name !== undefined) taken.add(name);
  }
  return names.map((name, index) => name ?? numbered(candidates[index]?.[0] ?? 'node', taken));
}

/** The same file given twice. */
function numbered(name: string, taken: Set<string>): string {
  let number = 1;
  while (taken.has(`${name}#${number}`)) number++;
  const unique = `${name}#${number}`;
  taken.add(unique);
  return unique;
}

/** Whether a text can be read as two different pairs: A-B and C-D, with C being A-M and B being M-D. */
function hasAmbiguousLink(names: readonly string[]): boolean {
  const known = new Set(names);
  return names.some((name) =>
    [...name.matchAll(/-/g)].some(({ index }) => {
      const middle = name.slice(index + 1);
      const isLonger = known.has(name.slice(0, index));
      return isLonger && names.some((other) => known.has(`${middle}-${other}`));
    }),
  );
}
