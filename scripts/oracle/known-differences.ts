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
    pattern: /^Unknown include_check type ''/,
    reason: 'a sign with nothing behind it',
  },
  {
    pattern: /^Unknown track file init option $/,
    reason: 'an empty word in quotes where a number may stand',
  },
];
