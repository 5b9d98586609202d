import { isRelease, type Release } from './releases.ts';

/**
 * What distributions ship: the release of the newest keepalived package of each. Only what a package of
 * that distribution was seen to be is listed, with its version; a rebuild of RHEL has what RHEL has.
 */
export const distributions = {
  /** 1:2.2.7-1+b2, `apt-cache policy keepalived` */
  'debian-12': '2.2.7',
  /** 1:2.3.3-1, log of apt beside libsnmp40t64 5.9.4+dfsg-2+deb13u1 */
  'debian-13': '2.3.3',
  /** 1:1.3.9-1ubuntu0.18.04.2, list of installed packages beside libc-bin 2.27-3ubuntu1.4 */
  'ubuntu-18.04': '1.3.9',
  /** 1:2.0.19-2ubuntu0.2, log of apt beside perl 5.30.0-9ubuntu0.4 */
  'ubuntu-20.04': '2.0.19',
  /** 1:2.2.4-0.2build1, log of apt beside haproxy 2.4.18-0ubuntu1.1 */
  'ubuntu-22.04': '2.2.4',
  /** keepalived-1.3.5-19.el7.x86_64, `rpm -q keepalived` */
  'rhel-7': '1.3.5',
  /** keepalived-2.1.5-6.el8 of AppStream, `dnf info`; 2.1.5-11.el8_10 in AlmaLinux's AppStream */
  'rhel-8': '2.1.5',
  /** keepalived-2.2.8-7.el9.x86_64.rpm in AlmaLinux's AppStream */
  'rhel-9': '2.2.8',
  /** keepalived-2.2.8-9.el10.x86_64_v2.rpm in AlmaLinux's AppStream */
  'rhel-10': '2.2.8',
} as const satisfies Readonly<Record<string, Release>>;

/** A distribution whose keepalived is known. */
export type Distribution = keyof typeof distributions;

/** The release that a name stands for: `2.2.7`, `v2.2.7`, or a distribution such as `debian-12`. */
export function releaseNamed(name: string): Release | undefined {
  if (isDistribution(name)) return distributions[name];
  const release = name.replace(/^v(?=\d)/, '');
  return isRelease(release) ? release : undefined;
}

function isDistribution(name: string): name is Distribution {
  return Object.hasOwn(distributions, name);
}
