/*
 * What keepalived 2.2.7 complains about and kalint does not, and why that is right. By what is said, not
 * by file: an entry that no complaint needs is reported as stale.
 */

export interface KnownDifference {
  readonly pattern: RegExp;
  readonly reason: string;
}

export const knownDifferences: readonly KnownDifference[] = [
  {
    pattern: /Number of VIPs \(\d+\) exceeds maximum/,
    reason: 'how many addresses a packet holds depends on the MTU of the interface',
  },
  {
    pattern: /promote_secondaries is automatically set for vmacs/,
    reason: 'keepalived says that it does by itself what is asked for: there is nothing to change',
  },
  {
    pattern: /matches sorry server, but inhibit setting differs/,
    reason: 'one server in both roles is rare; what differs is how it is taken out of service',
  },
  {
    pattern: /VRRP instance \S+ is already using \S+ - ignoring name/,
    reason: 'two instances with one VMAC name: keepalived makes a name, and nothing else changes',
  },
  {
    pattern: /the first IPv6 VIP address must be link local/,
    reason: 'in strict mode only, and without consequence: the address is used as it is',
  },
  {
    pattern: /^Unknown include_check type ''/,
    reason: 'a sign with nothing behind it',
  },
  {
    pattern: /Cannot have weighted track .* with member having priority 255/,
    reason: 'a sync group with an address owner and weights of its own is rare: no rule yet',
  },
  {
    pattern: /^VMAC interface name already specified/,
    reason: 'a second use_vmac in one instance is rare: no rule yet',
  },
  {
    pattern: /^Unknown track file init option $/,
    reason: 'an empty word in quotes where a number may stand',
  },
  {
    pattern: /IPv4 ipvlan requires a source ip address/,
    reason: 'ipvlan without an address of its own is rare: no rule yet',
  },
];
