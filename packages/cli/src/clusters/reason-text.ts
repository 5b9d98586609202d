import type { MarkPlace, Reason } from '@kalint/linter';

/** What files share, for people; what stands in files is in it as it is. */
export function describeReason({ kind, what }: Pick<Reason, 'kind' | 'what'>): string {
  switch (kind) {
    case 'peers':
      return `they send to each other: ${what}`;
    case 'address':
      return `the same virtual address: ${what}`;
    case 'sender':
      return `the address of one, a peer of the others: ${what}`;
    case 'service':
      return `the same virtual server: ${what}`;
    case 'likeness':
      return `side by side, master and backup: ${what}`;
    case 'include':
      return `one includes the other: ${what}`;
  }
}

/** More would be read by nobody; the JSON of --explain-clusters has all. */
const mostPlaces = 8;

/** Places in one line. */
export function describePlaces(places: readonly MarkPlace[]): string {
  const more = places.length - mostPlaces;
  const told = places.slice(0, mostPlaces).map(({ file, line }) => `${file}:${line}`);
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}
