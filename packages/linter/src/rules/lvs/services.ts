import type { Address, AddressRange, Config, VirtualServer, Word } from '@kalint/parser';
import { boundsOf } from './address-range.ts';
import { entriesOf, type GroupEntry } from './groups.ts';

/** A service of the kernel; several of them where a range of addresses stands. */
export interface Service {
  readonly word: Word;
  /** 0 stands for any; undefined: it is chosen by firewall mark. */
  readonly port: number | undefined;
  /** Services with different keys have nothing to do with each other. */
  readonly key: string;
  /** The first and the last address, or the mark. */
  readonly first: bigint;
  readonly last: bigint;
}

/** What a virtual server is for. */
export function servicesOf(server: VirtualServer, config: Config): readonly Service[] {
  const { address, port, fwmark, group } = server.header;
  if (group) return entriesOf(group.value, config).flatMap((entry) => entryServices(entry, server));
  if (fwmark) {
    const { word, words, value } = fwmark;
    return [markService(words[0] ?? word, value, familyOf(server))];
  }
  if (!address) return [];
  const single = { first: address.value, last: undefined, prefix: undefined };
  return [addressService(address.word, single, port?.value ?? 0, server)];
}

function entryServices(
  { word, value: { range, port, fwmark } }: GroupEntry,
  server: VirtualServer,
): readonly Service[] {
  if (range) return [addressService(word, range.value, port?.value ?? 0, server)];
  if (!fwmark) return [];
  const { mark, family } = fwmark.value;
  const own = family && (family.value === 'inet6' ? 6 : 4);
  return [markService(mark.word, mark.value, own ?? familyOf(server))];
}

function addressService(
  word: Word,
  range: AddressRange,
  port: number,
  { protocol }: VirtualServer,
): Service {
  // Without a protocol it is UDP.
  return { word, port, key: `${protocol?.value ?? 'UDP'} ${port}`, ...boundsOf(range) };
}

function markService(word: Word, mark: number, family: Address['family']): Service {
  const only = BigInt(mark);
  return { word, port: undefined, key: `mark IPv${family}`, first: only, last: only };
}

/** The family that is said, else that of the first server. */
function familyOf({ ip_family, real_server: [first] = [] }: VirtualServer): Address['family'] {
  if (ip_family) return ip_family.value === 'inet6' ? 6 : 4;
  return first?.header.address.value.family ?? 4;
}
