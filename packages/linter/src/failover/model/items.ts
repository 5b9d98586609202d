import { definitionKey } from './definitions.ts';
import type { TrackedItem } from './model.ts';

const known = new WeakMap<readonly TrackedItem[], ReadonlyMap<string, number>>();

/** The index of an item in the list of its node: there can be hundreds, each of which hundreds of instances track. */
export function placeOfItem(
  items: readonly TrackedItem[],
  { kind, name }: Pick<TrackedItem, 'kind' | 'name'>,
): number | undefined {
  const places = known.get(items) ?? placesOf(items);
  known.set(items, places);
  return places.get(definitionKey(kind, name));
}

function placesOf(items: readonly TrackedItem[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  items.forEach(({ kind, name }, place) => {
    const key = definitionKey(kind, name);
    if (!places.has(key)) places.set(key, place);
  });
  return places;
}
