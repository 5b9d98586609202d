import { describe, expect, test } from 'vitest';
import { inShort, lintCluster } from './lint-files.ts';

/** Three instances; the first begins in line 4, or in line 1 without global settings. */
function node(global: string | undefined, priority: number, lines = ''): string {
  const head = global === undefined ? '' : `global_defs {\n    ${global}\n}\n`;
  const instances = [1, 2, 3].map(
    (index) => `vrrp_instance VI_${index} {
    interface eth${index}
    virtual_router_id ${index}
    priority ${priority}
    ${lines}
    virtual_ipaddress {
        10.0.${index}.1/24
    }
}
`,
  );
  return head + instances.join('');
}

describe.each([
  ['vrrp_version', 'version-mismatch', '3', '2'],
  ['vrrp_mcast_group4', 'multicast-group-mismatch', '224.0.0.100', '224.0.0.101'],
] as const)('%s, for three instances', (keyword, rule, one, other) => {
  const a = node(`${keyword} ${one}`, 150);

  test('different in both files', () => {
    const found = lintCluster({ a, b: node(`${keyword} ${other}`, 100) });
    expect(found.map(inShort)).toEqual([`b:2 error ${rule} -> a:2`]);
    expect(found[0]?.message).toMatch(/^this node /);
  });

  test('missing in the second, which has other global settings', () => {
    const found = lintCluster({ a, b: node('router_id b', 100) });
    expect(found.map(inShort)).toEqual([`b:1 error ${rule} -> a:2`]);
  });

  test('missing in the second, which has no global settings', () => {
    expect(lintCluster({ a, b: node(undefined, 100) }).map(inShort)).toEqual([
      `b:1 error ${rule} -> a:2`,
    ]);
  });

  test('missing in that with the higher priority', () => {
    const files = { a, c: node('router_id c', 200) };
    expect(lintCluster(files).map(inShort)).toEqual([`a:2 error ${rule} -> c:4`]);
  });
});

test('IPv6 takes neither vrrp_version nor the group of IPv4', () => {
  const text = (global: string): string =>
    `global_defs {\n ${global}\n}\nvrrp_instance VI_6 {\n interface eth0\n virtual_router_id 51\n virtual_ipaddress {\n fe80::1\n }\n`;
  const a = `${text('vrrp_version 2\n vrrp_mcast_group4 224.0.0.99')} priority 150\n}\n`;
  const b = `${text('')} priority 100\n}\n`;
  expect(lintCluster({ a, b })).toEqual([]);
  const c = `${text('vrrp_mcast_group6 ff02::99')} priority 100\n}\n`;
  expect(lintCluster({ a, c }).map(inShort)).toEqual(['c:2 error multicast-group-mismatch -> a:5']);
});

test('version 2 counts for IPv6 only before the first address', () => {
  const text = (priority: number, before: string, behind: string): string =>
    `vrrp_instance VI_6 {\n ${before}\n virtual_router_id 51\n interface eth0\n virtual_ipaddress {\n fe80::1\n }\n ${behind}\n priority ${priority}\n}\n`;
  const a = text(150, '', '');
  expect(lintCluster({ a, b: text(100, '', 'version 2') })).toEqual([]);
  expect(lintCluster({ a, b: text(100, 'version 2', '') }).map(inShort)).toEqual([
    'b:2 error version-mismatch -> a:1',
  ]);
});

test('an interval is compared as it is used', () => {
  const pair = (first: string, second: string): readonly string[] =>
    lintCluster({
      a: node(undefined, 150, first).split('vrrp_instance VI_2')[0] ?? '',
      b: node(undefined, 100, second).split('vrrp_instance VI_2')[0] ?? '',
    }).map(({ severity, rule }) => `${severity} ${rule}`);
  expect(pair('advert_int 1', '')).toEqual([]);
  expect(pair('advert_int 0.4', 'advert_int 1.4')).toEqual([]);
  expect(pair('advert_int 1', 'advert_int 1.6')).toEqual(['error advert-int-mismatch']);
  expect(pair('version 3\n advert_int 60', 'version 3\n advert_int 50')).toEqual([]);
  expect(pair('version 3', 'version 3\n advert_int 0.5')).toEqual(['info advert-int-mismatch']);
});
