import type { Config, Entry, LineOf } from '@kalint/parser';

/** An address, a range of them, or a firewall mark of a virtual_server_group. */
export type GroupEntry = Entry<LineOf<'virtual-server-group-entry'>>;

/** The lines of the groups with a name. */
export function entriesOf(name: string, config: Config): readonly GroupEntry[] {
  return (config.virtual_server_group ?? [])
    .filter((group) => group.header === name)
    .flatMap(({ entries }) => entries);
}

/** The families of the addresses, and of the marks that say theirs. */
export function familiesOf(entries: readonly GroupEntry[]): ReadonlySet<4 | 6> {
  return new Set(
    entries.flatMap(({ value: { range, fwmark } }): readonly (4 | 6)[] => {
      if (range) return [range.value.first.family];
      const family = fwmark?.value.family?.value;
      return family ? [family === 'inet6' ? 6 : 4] : [];
    }),
  );
}

/**
 * Whether keepalived removes the group: both families, and a mark that does not say which it is for
 * (vsg_handler() in keepalived/check/check_parser.c).
 */
export function isMixed(entries: readonly GroupEntry[]): boolean {
  const hasOpenMark = entries.some(({ value: { fwmark } }) => fwmark && !fwmark.value.family);
  return hasOpenMark && familiesOf(entries).size > 1;
}
