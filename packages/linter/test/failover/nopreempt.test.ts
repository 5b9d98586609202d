import { expect, test } from 'vitest';
import { lint } from '../../src/index.ts';
import { failoverRules } from '../../src/rules/failover/index.ts';
import { inShort, sourcesOf } from '../cluster/lint-files.ts';

/** The script stands in lines 1 to 4; the instance begins in line 5, its own lines with line 12. */
function node(priority: number, weight: number, lines = ''): string {
  return `vrrp_script chk {
    script /usr/bin/true
    weight ${weight}
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority ${priority}
    virtual_ipaddress {
        192.0.2.10/24
    }
    ${lines}
    track_script {
        chk
    }
}
`;
}

const found = (files: Readonly<Record<string, string>>): readonly string[] =>
  lint(sourcesOf(files), { rules: failoverRules }).diagnostics.map(inShort);

const blocked = ['b:12 error nopreempt-blocks-failover -> a:3'];

const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['on neither', node(150, -60), node(100, -60), []],
  ['on the node that loses', node(150, -60, 'nopreempt'), node(100, -60), []],
  ['on the node that should win', node(150, -60), node(100, -60, 'nopreempt'), blocked],
  ['on both', node(150, -60, 'nopreempt'), node(100, -60, 'nopreempt'), blocked],
  [
    'on both, with a weight too small anyway',
    node(150, -2, 'nopreempt'),
    node(100, -2, 'nopreempt'),
    blocked,
  ],
  ['on both, without a weight', node(150, 0, 'nopreempt'), node(100, 0, 'nopreempt'), []],
  ['taken back by the state', node(150, -60), node(100, -60, 'state MASTER\n nopreempt'), []],
  ['taken back by preempt', node(150, -60), node(100, -60, 'nopreempt\n preempt'), []],
];

test.each(cases)('nopreempt %s', (_, a, b, expected) => {
  expect(found({ a, b })).toEqual(expected);
});

test('a third node without nopreempt takes over', () => {
  const files = { a: node(150, -60), b: node(100, -60, 'nopreempt') };
  expect(found({ ...files, c: node(95, -60) })).toEqual([]);
  expect(found({ ...files, c: node(50, -60) })).toEqual(blocked);
});

test('the message has the numbers', () => {
  const [diagnostic] = lint(sourcesOf({ a: node(150, -60), b: node(100, -60, 'nopreempt') }), {
    rules: failoverRules,
  }).diagnostics;
  expect(diagnostic?.message).toBe(
    'when script `chk` fails on a, its priority goes from 150 to 90, but `nopreempt` keeps `VI_1` with 100 from taking over: the address does not move',
  );
});
