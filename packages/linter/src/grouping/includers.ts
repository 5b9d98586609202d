import type { Reason } from './grouping.ts';
import type { FileMarks } from './marks.ts';

/**
 * Of files that others include, and which are no nodes, with which of these they are looked at: with the first
 * that is not included itself. Of files that include each other the first one stays, as in `withoutIncluded`.
 *
 * @param files sorted
 */
export function includersOf(files: readonly FileMarks[]): ReadonlyMap<string, Reason> {
  const order = new Map(files.map(({ file }, at) => [file, at]));
  const included = new Map(
    files.map(({ file, includes }) => [file, new Set(includes.map(({ key }) => key))]),
  );
  const dropped = new Set<string>();
  for (const [at, { file, includes }] of files.entries()) {
    for (const { key } of includes) {
      const place = order.get(key);
      if (place === undefined || key === file) continue;
      const isMutual = included.get(key)?.has(file) ?? false;
      if (!isMutual || at < place) dropped.add(key);
    }
  }
  const inclusions = new Map<string, Reason>();
  for (const isDropped of [false, true]) {
    for (const { file, includes } of files) {
      if (dropped.has(file) !== isDropped) continue;
      for (const { key, text, place } of includes) {
        if (!dropped.has(key) || key === file || inclusions.has(key)) continue;
        const places = [place, { file: key, line: 1 }];
        inclusions.set(key, { kind: 'include', what: text, files: [file, key], places });
      }
    }
  }
  return inclusions;
}
