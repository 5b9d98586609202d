import type { SourceFile } from '@kalint/parser';
import type { Node } from './node.ts';

/**
 * The nodes without those of files that the files of others include: they are looked at there. Of files
 * that include each other the first one stays.
 */
export function withoutIncluded(nodes: readonly Node[]): readonly Node[] {
  const included = new Map<SourceFile, Set<SourceFile>>();
  for (const { source, files } of nodes) {
    if (files.length === 1) continue;
    const known = included.get(source) ?? new Set();
    for (const file of files) known.add(file.source);
    included.set(source, known);
  }
  if (included.size === 0) return nodes;
  const order = new Map(
    [...new Set(nodes.map(({ source }) => source))].map((each, at) => [each, at]),
  );
  const place = (source: SourceFile): number => order.get(source) ?? 0;
  const isIncluded = (source: SourceFile): boolean =>
    [...included].some(([other, files]) => {
      if (other === source || !files.has(source)) return false;
      const isMutual = included.get(source)?.has(other) ?? false;
      return !isMutual || place(other) < place(source);
    });
  const dropped = new Set([...order.keys()].filter(isIncluded));
  return nodes.filter(({ source }) => !dropped.has(source));
}
