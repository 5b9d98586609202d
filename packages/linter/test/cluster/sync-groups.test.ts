import { expect, test } from 'vitest';
import { inShort, lintCluster } from './lint-files.ts';

/** Instances begin in lines 1, 9 and 17; the groups stand behind them, from line 25 on. */
function node(priorities: readonly number[], ...groups: readonly (readonly number[])[]): string {
  const instances = [1, 2, 3].map(
    (index) => `vrrp_instance VI_${index} {
    interface eth${index}
    virtual_router_id ${index}
    priority ${priorities[index - 1]}
    virtual_ipaddress {
        10.0.${index}.1/24
    }
}
`,
  );
  return (
    instances.join('') +
    groups
      .map(
        (members, index) =>
          `vrrp_sync_group VG_${index} {\n group {\n${members.map((each) => `VI_${each}`).join('\n')}\n }\n}\n`,
      )
      .join('')
  );
}

const high = [150, 150, 150];
const low = [100, 100, 100];

const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['none', node(high), node(low), []],
  ['the same', node(high, [1, 2, 3]), node(low, [3, 2, 1]), []],
  ['other names', node(high, [3, 2, 1]), node(low, [1, 2, 3]).replace('VG_0', 'ALL'), []],
  [
    'on one node only',
    node(high, [1, 2, 3]),
    node(low),
    ['b:9 warning sync-group-mismatch -> a:25'],
  ],
  [
    'on the other node only',
    node(high),
    node(low, [1, 2]),
    ['b:25 warning sync-group-mismatch -> a:9'],
  ],
  [
    'without one of them',
    node(high, [1, 2, 3]),
    node(low, [1, 2]),
    ['b:17 warning sync-group-mismatch -> a:25'],
  ],
  ['with a member that does not exist', node(high, [1, 2]), node(low, [1, 7]), []],
  ['with one member', node(high, [1, 2]), node(low, [1]), []],
  [
    'each higher in another instance',
    node([150, 100, 100], [1, 2]),
    node([100, 150, 90], [1, 2]),
    ['b:4 warning sync-group-priorities -> b:12 a:4 a:12'],
  ],
  [
    'each higher in another instance, without a group',
    node([150, 100, 100]),
    node([100, 150, 90]),
    [],
  ],
  [
    'each higher in another instance, in different groups',
    node([150, 150, 100], [1, 2]),
    node([100, 100, 150], [1, 2]),
    [],
  ],
];

test.each(cases)('%s', (_, a, b, expected) => {
  expect(lintCluster({ a, b }).map(inShort)).toEqual(expected);
});

test('of three nodes the one without the group is named', () => {
  const files = { a: node(high), b: node(low, [1, 2]), c: node([90, 90, 90], [1, 2]) };
  expect(lintCluster(files).map(inShort)).toEqual(['a:9 warning sync-group-mismatch -> b:25']);
});
