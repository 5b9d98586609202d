import type { AddressLine, Entry, VrrpInstance } from '@kalint/parser';
import { familyOf } from '../../cluster/effective.ts';

/** A virtual address of an instance, and where it is written. */
export interface VirtualAddress {
  readonly entry: Entry<AddressLine>;
  readonly keyword: 'virtual_ipaddress' | 'virtual_ipaddress_excluded';
}

/**
 * The addresses that an instance holds while it is master: those that it advertises, and those that it
 * does not. Of the advertised ones keepalived drops those of the other family.
 */
export function virtualAddressesOf(instance: VrrpInstance): readonly VirtualAddress[] {
  let addresses = known.get(instance);
  if (addresses) return addresses;
  addresses = collectAddresses(instance);
  known.set(instance, addresses);
  return addresses;
}

/** A dozen rules ask for them. */
const known = new WeakMap<VrrpInstance, readonly VirtualAddress[]>();

function collectAddresses(instance: VrrpInstance): readonly VirtualAddress[] {
  const family = familyOf(instance);
  const addresses: VirtualAddress[] = [];
  for (const entry of instance.virtual_ipaddress?.entries ?? []) {
    if (entry.value.address.value.family === family) {
      addresses.push({ entry, keyword: 'virtual_ipaddress' });
    }
  }
  for (const entry of instance.virtual_ipaddress_excluded?.entries ?? []) {
    addresses.push({ entry, keyword: 'virtual_ipaddress_excluded' });
  }
  return addresses;
}

/** The interface that an address is put on; undefined when the instance has none. */
export function interfaceOf(
  { interface: own }: VrrpInstance,
  { entry }: VirtualAddress,
): string | undefined {
  return entry.value.dev?.value ?? own?.value;
}

/** Whether an address is on an interface that is made for this instance, and not shared with others. */
export function isOnVmac(instance: VrrpInstance, { entry }: VirtualAddress): boolean {
  const { use_vmac, use_vmac_addr, use_ipvlan, interface: own } = instance;
  const { dev, address, use_vmac: option } = entry.value;
  const isElsewhere = dev !== undefined && dev.value !== own?.value;
  if (isElsewhere || address.value.family !== familyOf(instance)) {
    return use_vmac_addr !== undefined || option !== undefined;
  }
  return use_vmac !== undefined || use_ipvlan !== undefined || option !== undefined;
}
