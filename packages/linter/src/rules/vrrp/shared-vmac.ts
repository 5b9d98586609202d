import { compareReleases, type Config, type Location, type VrrpInstance } from '@kalint/parser';
import { familyOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';
import { virtualAddressesOf, type VirtualAddress } from './virtual-addresses.ts';

/** check_vmac_conflicts() in keepalived/vrrp/vrrp.c: of two such instances one does not run. */
export const sharedVmac = defineRule({
  id: 'shared-vmac',
  scope: 'config',
  severity: 'warning',
  summary: 'Addresses of two instances would be put on one VMAC interface',
  check({ config }, { report, quote, release }) {
    const { vrrp_instance: instances = [] } = config;
    if (compareReleases(release, '2.2.0') < 0 || instances.length < 2) return;
    const groups = groupsOf(config);
    const first = new Map<string, { readonly instance: VrrpInstance; readonly isOwn: boolean }>();
    for (const instance of instances) {
      for (const { key, isOwn, at } of vmacsOf(instance)) {
        const other = first.get(key);
        if (!other) first.set(key, { instance, isOwn });
        // Two virtual routers on one VMAC are one VRID twice, which is reported as such.
        else if (other.instance !== instance && !(isOwn && other.isOwn)) {
          const group = groups.get(instance.header);
          if (group !== undefined && group === groups.get(other.instance.header)) continue;
          report({
            at,
            message: `${quote(nameOf(instance))} would share a VMAC with ${quote(nameOf(other.instance))}`,
            notes: [
              'keepalived reports "uses same VMAC as VRRP instance", and keeps one of the two in the FAULT state: the interface is made from VRID, family and interface',
            ],
            help: 'give one of them another virtual_router_id, or put both into one vrrp_sync_group',
            related: [{ location: nameOf(other.instance), message: 'the other one' }],
          });
          break;
        }
      }
    }
  },
});

interface Vmac {
  /** The same for what is the same interface. */
  readonly key: string;
  /** Whether it is that of the instance itself. */
  readonly isOwn: boolean;
  readonly at: Location;
}

function vmacsOf(instance: VrrpInstance): readonly Vmac[] {
  const { virtual_router_id: id, interface: own, use_vmac: vmacs = [] } = instance;
  if (!id) return [];
  const mac = vmacs.flatMap(({ value }) => value?.mac ?? [])[0]?.value ?? '';
  const keyFor = (family: 4 | 6, device: string): string =>
    `${id.value} ${family} ${device} ${mac}`;
  const found: Vmac[] = [];
  const [vmac] = vmacs;
  if (vmac && own) {
    const key = keyFor(familyOf(instance), own.value);
    found.push({ key, isOwn: true, at: vmac.statement.keyword });
  }
  for (const address of virtualAddressesOf(instance)) {
    const { value, word } = address.entry;
    const device = value.dev?.value ?? own?.value;
    if (device === undefined || !isOnVmacOfItsOwn(instance, address)) continue;
    found.push({ key: keyFor(value.address.value.family, device), isOwn: false, at: word });
  }
  return found;
}

/** Whether an address gets a VMAC that is not that of the instance. */
function isOnVmacOfItsOwn(instance: VrrpInstance, { entry }: VirtualAddress): boolean {
  const { use_vmac, use_vmac_addr, interface: own } = instance;
  const { dev, address, use_vmac: option } = entry.value;
  const isElsewhere = dev !== undefined && dev.value !== own?.value;
  const isOther = isElsewhere || address.value.family !== familyOf(instance);
  return isOther ? use_vmac_addr !== undefined || option !== undefined : !use_vmac && !!option;
}

/** The sync group that each instance is in. */
function groupsOf({ vrrp_sync_group: groups = [] }: Config): ReadonlyMap<string, string> {
  return new Map(
    groups.flatMap(({ header, group }) =>
      (group?.entries ?? []).map(({ value }) => [value, header] as const),
    ),
  );
}
