/*
 * Configurations around the lines of an example about VRRP, and what no such text decides.
 */
import { instance } from './contexts.ts';
import type { CoveredMessage, UndecidableMessage } from './coverage.ts';

/** A line of a complete instance. */
export function setting(rule: string, lines: string): CoveredMessage {
  return { rule, example: instance(`  ${lines}`) };
}

/** The lines of an instance that has nothing else but an interface, a VRID and a priority. */
export function bare(rule: string, lines: string): CoveredMessage {
  return { rule, example: bareInstance('VI_1', `interface eth0\n  priority 100\n  ${lines}`) };
}

export function bareInstance(name: string, lines: string): string {
  return `vrrp_instance ${name} {\n  virtual_router_id 51\n  ${lines}\n}\n`;
}

/** The lines of two instances on interfaces of their own. */
export function twoInstances(first: string, second: string): string {
  const lines = (device: string, rest: string): string =>
    `interface ${device}\n  priority 100\n  virtual_ipaddress {\n    192.0.2.10/24\n  }\n  ${rest}`;
  return bareInstance('VI_1', lines('eth0', first)) + bareInstance('VI_2', lines('eth1', second));
}

/** Blocks of their own, and an instance. */
export function block(rule: string, blocks: string): CoveredMessage {
  return { rule, example: `${blocks}\n${instance('')}` };
}

/** A line of a vrrp_script. */
export function script(rule: string, line: string): CoveredMessage {
  const lines = `vrrp_script chk {\n  script "/usr/bin/pgrep nginx"\n  ${line}\n}\n`;
  return { rule, example: lines + instance('  track_script {\n    chk\n  }') };
}

/** A line of a vrrp_track_process. */
export function process(rule: string, line: string): CoveredMessage {
  const lines = `vrrp_track_process nginx {\n  process nginx\n  ${line}\n}\n`;
  return { rule, example: lines + instance('  track_process {\n    nginx\n  }') };
}

/** A line of a vrrp_sync_group. */
export function group(rule: string, line: string): CoveredMessage {
  return block(rule, `vrrp_sync_group G {\n  group {\n    VI_1\n  }\n  ${line}\n}`);
}

/** A line of auth_hmac, whose key is right. */
export function hmac(rule: string, line: string): CoveredMessage {
  const key = '0123456789abcdef0123456789abcdef';
  return setting(rule, `auth_hmac {\n    key 1 ${key}\n    active_key 1\n    ${line}\n  }`);
}

export function scriptTwice(keyword: string): CoveredMessage {
  return setting('duplicate-keyword', `${keyword} /usr/bin/true\n  ${keyword} /usr/bin/false`);
}

export function groupScriptTwice(keyword: string): CoveredMessage {
  return group('duplicate-keyword', `${keyword} /usr/bin/true\n  ${keyword} /usr/bin/false`);
}

/** The lines of an instance in strict mode. */
export function strict(rule: string, lines: string): CoveredMessage {
  return setting(rule, `strict_mode\n  ${lines}`);
}

/** An instance with IPv6 addresses. */
export function ipv6(rule: string, lines: string): CoveredMessage {
  return bare(rule, `${lines}\n  virtual_ipaddress {\n    2001:db8::10/64\n  }`);
}

/** An instance without an interface. */
export function withoutInterface(rule: string, lines: string): CoveredMessage {
  return { rule, example: bareInstance('VI_1', lines) };
}

/** A sync group whose only members are an instance and one like it. */
export function grouped(
  rule: string,
  blocks: string,
  lines: string,
  groupLines = '',
): CoveredMessage {
  const members = `group {\n    VI_1\n    VI_2\n  }\n  ${groupLines}`;
  return {
    rule,
    example: `${blocks}\nvrrp_sync_group G {\n  ${members}\n}\n${twoInstances(lines, lines)}`,
  };
}

/** A sync group with trackers, and the address owner in it. */
export function owner(blocks: string, tracker: string): CoveredMessage {
  const addresses = 'virtual_ipaddress {\n    192.0.2.10/24\n  }';
  return {
    rule: 'group-weight-with-owner',
    example: `${blocks}
vrrp_sync_group G {
  group {
    VI_1
    VI_2
  }
  ${tracker}
}
${bareInstance('VI_1', `interface eth0\n  priority 255\n  ${addresses}`)}${bareInstance(
      'VI_2',
      `interface eth1\n  priority 255\n  ${addresses}`,
    )}`,
  };
}

/** So many lines with addresses. */
export function addressRange(count: number): string {
  return Array.from({ length: count }, (_, index) => `    198.51.100.${index}/32`).join('\n');
}

export const peers = 'unicast_peer {\n    192.0.2.2\n  }';

export const nginx = 'vrrp_script nginx {\n  script "/usr/bin/pgrep nginx"\n  interval 2\n}';

export const trackedFile = 'track_file load {\n  file /run/load\n}';

export const trackedProcess = 'vrrp_track_process nginx {\n  process nginx\n}';

export const session = 'bfd_instance peer {\n  neighbor_ip 192.0.2.2\n}';

export const hostInterface: UndecidableMessage = { dependsOn: 'the interfaces of the host' };

export const hostFiles: UndecidableMessage = {
  dependsOn: 'the files of the host and their permissions',
};

export const hostUsers: UndecidableMessage = { dependsOn: 'the users of the host' };

export const build: UndecidableMessage = { dependsOn: 'how keepalived was built' };

export const running: UndecidableMessage = { dependsOn: 'what happens while keepalived runs' };

export const otherInterface: UndecidableMessage = {
  dependsOn: 'the interfaces of the host: whether one is a VMAC already',
};
