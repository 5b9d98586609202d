import type { Release } from '@kalint/parser';
import { expect, test } from 'vitest';
import { inShort, lintCluster } from './lint-files.ts';

/** The instance begins in line 4; its first two lines are lines 5 and 6. */
function node(lines: string, global = ''): string {
  return `global_defs {
    ${global}
}
vrrp_instance VI_1 {
    ${lines}
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`;
}

const check = (weight: number): string =>
  `vrrp_script chk {\n script /usr/bin/true\n weight ${weight}\n}\n`;
const tracking = 'track_script {\n chk\n }';

const pairs: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['equal', node('priority 100'), node('priority 100'), ['b:5 warning equal-priority -> a:5']],
  ['equal by default', node('priority 100'), node(''), ['b:4 warning equal-priority -> a:5']],
  ['different', node('priority 101'), node('priority 100'), []],
  [
    'equal, and nobody preempts',
    node('priority 100\n nopreempt'),
    node('priority 100\n nopreempt'),
    ['b:5 info equal-priority -> a:5'],
  ],
  [
    'equal, with a check that counts on one node',
    check(20) + node(`priority 100\n${tracking}`),
    node('priority 100'),
    ['b:4 info tracker-mismatch -> a:11'],
  ],
  [
    'equal, with the same check on both',
    check(20) + node(`priority 100\n${tracking}`),
    check(20) + node(`priority 100\n${tracking}`),
    ['b:9 warning equal-priority -> a:9'],
  ],
  [
    'two address owners',
    node('priority 255'),
    node('priority 255'),
    ['b:5 warning equal-priority -> a:5'],
  ],
  [
    'two address owners by default, both state MASTER',
    node('state MASTER'),
    node('state MASTER'),
    ['b:4 warning equal-priority -> a:4'],
  ],
  [
    'a priority that cannot be used is a mistake of its own',
    node('priority 300\n state MASTER'),
    node('priority 100'),
    [],
  ],
  [
    'several masters',
    node('state MASTER\n priority 150'),
    node('state MASTER\n priority 100'),
    ['b:5 warning several-initial-masters -> a:5'],
  ],
  [
    'the master with the lower priority',
    node('state MASTER\n priority 90'),
    node('state BACKUP\n priority 100'),
    ['a:5 warning initial-master-not-preferred -> a:6 b:6'],
  ],
  [
    'the master with the lower priority and a check that lifts it',
    check(20) + node(`state MASTER\n priority 90\n${tracking}`),
    node('state BACKUP\n priority 100'),
    ['b:4 info tracker-mismatch -> a:12'],
  ],
  [
    'backups that do not preempt, the first with the lower priority',
    node('state BACKUP\n priority 90\n nopreempt'),
    node('state BACKUP\n priority 100\n nopreempt'),
    [],
  ],
  ['an unknown state', node('state MASTER\n priority 150'), node('state SLAVE\n priority 90'), []],
];

test.each(pairs)('%s', (_, a, b, expected) => {
  expect(lintCluster({ a, b }).map(inShort)).toEqual(expected);
});

test('address owners that ignore advertisements are both master', () => {
  const owner = node('priority 255', 'vrrp_strict');
  const severity = (release: Release): string | undefined =>
    lintCluster({ a: owner, b: owner }, release)[0]?.severity;
  expect(severity('2.4.3')).toBe('error');
  expect(severity('2.2.7')).toBe('warning');
});

test('of three nodes with one priority one is reported, with both others', () => {
  const tied = node('priority 100');
  const found = lintCluster({ a: tied, b: tied, c: tied });
  expect(found.map(inShort)).toEqual(['b:5 warning equal-priority -> a:5 c:5']);
  expect(found[0]?.message).toBe('`VI_1` has priority 100 here and on a and c');
});

test('two of three nodes with one priority', () => {
  const files = { a: node('priority 150'), b: node('priority 100'), c: node('priority 100') };
  expect(lintCluster(files).map(inShort)).toEqual(['c:5 warning equal-priority -> b:5']);
});
