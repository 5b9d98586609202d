import { describe, expect, test } from 'vitest';
import { readNodes } from '../../src/cluster/node.ts';
import { formatFault, parseFault } from '../../src/failover/model/faults.ts';
import { configIdOf, nodeNames } from '../../src/failover/model/node-names.ts';

function namesOf(...paths: readonly string[]): readonly string[] {
  const nodes = paths.flatMap((path) => readNodes({ path, text: '' }, '2.4.3'));
  return [...nodeNames(nodes).values()];
}

test.each([
  [
    ['lb1.conf', 'lb2.conf'],
    ['lb1', 'lb2'],
  ],
  [['keepalived.conf'], ['keepalived']],
  [
    ['lb1/keepalived.conf', 'lb2/keepalived.conf', 'lb3.conf'],
    ['lb1', 'lb2', 'lb3'],
  ],
  [
    ['lb1.conf', 'lb1/keepalived.conf', 'lb2/keepalived.conf'],
    ['lb1', 'lb1/keepalived.conf', 'lb2'],
  ],
  [
    ['a/x/k.conf', 'b/x/k.conf'],
    ['a/x/k.conf', 'b/x/k.conf'],
  ],
  [
    ['lb.1.conf', '.conf'],
    ['lb.1', '.conf'],
  ],
  [
    ['C:\\etc\\one.conf', 'C:\\etc\\two.conf'],
    ['one', 'two'],
  ],
  [
    ['a:b.conf', 'my node.conf', 'link.conf'],
    ['a_b', 'my_node', 'link_'],
  ],
  [
    ['same.conf', 'same.conf'],
    ['same#1', 'same#2'],
  ],
])('%j', (paths, expected) => {
  expect(namesOf(...paths)).toEqual(expected);
});

test('nodes of one file are called by their ids', () => {
  const text = '@lb1 vrrp_version 2\n@lb2 vrrp_version 3\n';
  const nodes = readNodes({ path: 'all.conf', text }, '2.4.3');
  expect([...nodeNames(nodes).values()]).toEqual(['lb1', 'lb2']);
  expect(nodes.map(configIdOf)).toEqual(['lb1', 'lb2']);
  expect(readNodes({ path: 'x @y', text: '' }, '2.4.3').map(configIdOf)).toEqual([undefined]);
});

test('ids of two files that are the same', () => {
  const text = '@lb1 vrrp_version 2\n@lb2 vrrp_version 3\n';
  const nodes = ['east.conf', 'west.conf'].flatMap((path) => readNodes({ path, text }, '2.4.3'));
  expect([...nodeNames(nodes).values()]).toEqual(
    ['lb1@east', 'lb2@east', 'lb1@west', 'lb2@west'].map((name) =>
      name.replace(/(.*)@(.*)/, '$2@$1'),
    ),
  );
});

describe('faults', () => {
  const paths = ['a.conf', 'a-b.conf', 'b.conf', 'b-c.conf', 'c.conf', 'lb:1.conf', 'x/link.conf'];

  test('of links can be read in one way only', () => {
    expect(namesOf('a.conf', 'a-b.conf', 'b.conf')).toEqual(['a', 'a-b', 'b']);
    const names = namesOf(...paths);
    expect(new Set(names).size).toBe(paths.length);
    for (const one of names) {
      for (const two of names) {
        if (one === two) continue;
        const fault = { kind: 'link', nodes: [one, two] } as const;
        const isInOrder = names.indexOf(one) < names.indexOf(two);
        expect(parseFault(formatFault(fault), names)).toEqual({
          kind: 'link',
          nodes: isInOrder ? [one, two] : [two, one],
        });
      }
    }
  });

  test('of nodes and items are read back', () => {
    const names = namesOf(...paths);
    for (const node of names) {
      for (const fault of [
        { kind: 'down', node },
        { kind: 'script', node, name: 'a:b' },
        { kind: 'file', node, name: 'a=b', value: -3 },
      ] as const) {
        expect(parseFault(formatFault(fault), names)).toEqual(fault);
      }
    }
  });
});
