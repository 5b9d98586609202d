import { expect, test } from 'vitest';
import { inShort, lintCluster, type Files } from './lint-files.ts';

const a = '198.51.100.1';
const b = '198.51.100.2';
const c = '198.51.100.3';
const nobody = '198.51.100.9';

/** The source stands in line 6, unicast_peer in line 7. */
function node(name: string, priority: number, source: string, peers: readonly string[]): string {
  return `vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority ${priority}
    # ${name}
    ${source && `unicast_src_ip ${source}`}
    unicast_peer {
        ${peers.join('\n        ')}
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`;
}

function cluster(...nodes: readonly (readonly [string, readonly string[]])[]): Files {
  return Object.fromEntries(
    nodes.map(([source, peers], index) => [
      `node${index}`,
      node(`node${index}`, 200 - 10 * index, source, peers),
    ]),
  );
}

const cases: readonly (readonly [string, Files, readonly string[]])[] = [
  ['each lists the other', cluster([a, [b]], [b, [a]]), []],
  ['both list both', cluster([a, [a, b]], [b, [a, b]]), []],
  ['more peers than nodes are known', cluster([a, [b, c]], [b, [a, c]]), []],
  ['the sources are not written', cluster(['', [b]], ['', [a]]), []],
  ['nobody has peers', cluster([a, []], [b, []]), []],
  ['one list on both', cluster([a, [b]], [b, [b]]), ['node1:7 warning -> node0:6']],
  ['wrong on the first', cluster([a, [nobody]], [b, [a]]), ['node0:7 -> node1:6']],
  ['wrong on the second', cluster([a, [b]], [b, [nobody]]), ['node1:7 warning -> node0:6']],
  [
    'wrong on both',
    cluster([a, [nobody]], [b, [nobody]]),
    ['node0:7 -> node1:6', 'node1:7 warning -> node0:6'],
  ],
  ['unicast and multicast', cluster([a, [b]], [b, []]), ['node1:7 -> node0:7']],
  ['the same source', cluster([a, [b]], [a, [b]]), ['node1:6 -> node0:6']],
  ['one source is unknown', cluster([a, [nobody]], ['', [a]]), []],
  ['three that list each other', cluster([a, [b, c]], [b, [a, c]], [c, [a, b]]), []],
  ['one of three lacks one', cluster([a, [b, c]], [b, [a]], [c, [a, b]]), ['node1:7 -> node2:6']],
  [
    'one of three lacks both',
    cluster([a, [b, c]], [b, [nobody]], [c, [a, b]]),
    ['node1:7 -> node0:6 node2:6'],
  ],
  [
    'the third is new, and unknown to both others',
    cluster([a, [b]], [b, [a]], [c, [a, b]]),
    ['node2:6 -> node0:7 node1:7'],
  ],
  ['one list on both, sources unknown', cluster(['', [b]], ['', [b]]), ['node1:7 -> node0:7']],
  ['two lists on both, sources unknown', cluster(['', [a, b]], ['', [a, b]]), []],
  ['one sends to itself alone', cluster([a, [a]], ['', [a]]), ['node0:7 -> node1:7']],
  [
    'a ring of unknown sources',
    cluster(['', [b]], ['', [c]], ['', [a]]),
    ['node0:7 -> node1:7 node2:7', 'node1:7 -> node0:7 node2:7', 'node2:7 -> node0:7 node1:7'],
  ],
  ['a third of unknown source', cluster(['', [b, c]], ['', [a, c]], ['', [a, b]]), []],
  [
    'nobody sends to the third',
    cluster(['', [b]], ['', [a]], ['', [a, b]]),
    ['node2:7 -> node0:7 node1:7'],
  ],
  ['one of three by multicast', cluster([a, []], [b, [a, c]], [c, [a, b]]), ['node0:7 -> node1:7']],
];

test.each(cases)('%s', (_, files, expected) => {
  const found = lintCluster(files).map(inShort);
  expect(found).toEqual(
    expected.map((each) =>
      each.replace(/( warning)? ->/, (__, mild = ' error') => `${mild} unicast-peer-mismatch ->`),
    ),
  );
});

test('the source can be written as mcast_src_ip', () => {
  const files = cluster([a, [nobody]], [b, [a]]);
  const [found] = lintCluster({
    ...files,
    node1: files.node1?.replace('unicast_src_ip', 'mcast_src_ip') ?? '',
  });
  expect(found?.message).toBe(`unicast_peer of \`VI_1\` lacks ${b}, the mcast_src_ip of node1`);
});

test('an instance that stops without peers is not taken for multicast', () => {
  const files = cluster([a, [b]], [b, []]);
  const second = files.node1?.replace('unicast_peer', 'unicast_fault_no_peer\n    unicast_peer');
  expect(lintCluster({ ...files, node1: second ?? '' })).toEqual([]);
});

test('peers of the other family do not count, which leaves multicast', () => {
  const files = cluster([a, [b]], [b, ['2001:db8::1']]);
  expect(lintCluster(files).map(inShort)).toEqual([
    'node1:7 error unicast-peer-mismatch -> node0:7',
  ]);
});

test('what shows only later is an error when a failing check brings it about', () => {
  const files = cluster([a, [b]], [b, [nobody]]);
  const check = 'vrrp_script chk {\n script /usr/bin/true\n weight -100\n}\n';
  const node0 = check + (files.node0 ?? '').replace('# node0', 'track_script {\n chk\n }');
  expect(
    lintCluster({ ...files, node0 }).map(({ severity, rule }) => `${severity} ${rule}`),
  ).toContain('error unicast-peer-mismatch');
});

test('a virtual address as source is not asked for in the lists of the others', () => {
  const files = cluster([a, [b]], ['192.0.2.10', [a]]);
  expect(lintCluster(files).map(inShort)).toEqual([]);
});

test('a BFD session leads to another neighbour on each node', () => {
  const files = cluster([a, [b]], [b, [a]]);
  const session = `bfd_instance b {\n neighbor_ip ${b}\n}\n`;
  const node0 = session + (files.node0 ?? '').replace('# node0', 'track_bfd {\n b\n }');
  expect(lintCluster({ ...files, node0 }).map(inShort)).toEqual([]);
});
