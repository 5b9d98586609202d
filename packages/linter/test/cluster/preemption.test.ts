import { expect, test } from 'vitest';
import { inShort, lintCluster } from './lint-files.ts';

/** The instance begins in line 1; its own lines begin with line 6. */
function node(priority: number, lines = ''): string {
  return `vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority ${priority}
    virtual_ipaddress {
        192.0.2.10/24
    }
    ${lines}
}
`;
}

const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['nowhere', node(150), node(100), []],
  ['on both', node(150, 'nopreempt'), node(100, 'nopreempt'), []],
  ['on the upper', node(150, 'nopreempt'), node(100), []],
  [
    'on the lower',
    node(150),
    node(100, 'nopreempt'),
    ['b:8 warning nopreempt-on-lower-node -> a:4'],
  ],
  ['on the lower, taken back', node(150), node(100, 'nopreempt\n preempt'), []],
  [
    'on the upper, which takes it back',
    node(150, 'state MASTER\n nopreempt'),
    node(100, 'nopreempt'),
    [],
  ],
  ['misspelt on the upper', node(150, 'noprempt'), node(100, 'nopreempt'), []],
];

test.each(cases)('nopreempt %s', (_, a, b, expected) => {
  expect(lintCluster({ a, b }).map(inShort)).toEqual(expected);
});

test('of three nodes: the highest is the one that would take over', () => {
  const files = { a: node(150), b: node(100, 'nopreempt'), c: node(50, 'nopreempt') };
  expect(lintCluster(files).map(inShort)).toEqual([
    'b:8 warning nopreempt-on-lower-node -> a:4',
    'c:8 warning nopreempt-on-lower-node -> a:4',
  ]);
  expect(lintCluster({ ...files, a: node(150, 'nopreempt') })).toEqual([]);
});
