import { describe, expect, test } from 'vitest';
import { inShort, lintCluster, type Files } from './lint-files.ts';

function node(name: string, priority: number, change: (text: string) => string = same): string {
  return change(`global_defs {
    router_id ${name}
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority ${priority}
    advert_int 1
    version 2
    mcast_dst_ip 224.0.0.100
    authentication {
        auth_type PASS
        auth_pass k8s-vip1
    }
    virtual_ipaddress {
        192.0.2.10/24
        192.0.2.11/24
    }
}
`);
}

function same(text: string): string {
  return text;
}

/** So many nodes, one of which is changed. */
function nodesWith(count: number, deviant: number, change: (text: string) => string): Files {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `node${index}`,
      node(`node${index}`, 200 - 10 * index, index === deviant ? change : same),
    ]),
  );
}

const changes: readonly (readonly [string, string, string, number])[] = [
  ['virtual_router_id 51', 'virtual_router_id 52', 'error virtual-router-id-mismatch', 6],
  ['advert_int 1', 'advert_int 2', 'error advert-int-mismatch', 8],
  ['version 2', 'version 3', 'error version-mismatch', 9],
  ['224.0.0.100', '224.0.0.101', 'error multicast-group-mismatch', 10],
  ['auth_type PASS', 'auth_type AH', 'error authentication-mismatch', 12],
  ['auth_pass k8s-vip1', 'auth_pass k8s-vip2', 'error authentication-mismatch', 13],
  ['192.0.2.11', '192.0.2.12', 'warning virtual-ipaddress-mismatch', 17],
];

describe.each([3, 5])('of %i nodes', (count) => {
  test('that agree nothing is said', () => {
    expect(lintCluster(nodesWith(count, 0, same))).toEqual([]);
  });

  const cases = changes.flatMap((change) =>
    [0, 1, count - 1].map((deviant) => [deviant, change[1], change] as const),
  );
  test.each(cases)(
    'node %i is the one that differs: %s',
    (deviant, _, [from, to, finding, line]) => {
      const found = lintCluster(nodesWith(count, deviant, (text) => text.replace(from, to)));
      const reference = deviant === 0 ? 1 : 0;
      expect(found.map(inShort)).toEqual([
        `node${deviant}:${line} ${finding} -> node${reference}:${line}`,
      ]);
    },
  );
});

test('the message says who agrees', () => {
  const message = (count: number): string | undefined =>
    lintCluster(nodesWith(count, 1, (text) => text.replace('_id 51', '_id 52')))[0]?.message;
  expect(message(2)).toBe('virtual_router_id 52 of `VI_1` differs from 51 on node0');
  expect(message(3)).toBe('virtual_router_id 52 of `VI_1` differs from 51 on node0 and node2');
  expect(message(5)).toBe(
    'virtual_router_id 52 of `VI_1` differs from 51 on node0 and 3 other nodes',
  );
});

test('when there is no majority the node with the highest priority is taken as right', () => {
  const files = {
    node0: node('node0', 200),
    node1: node('node1', 190, (text) => text.replace('advert_int 1', 'advert_int 2')),
    node2: node('node2', 180, (text) => text.replace('advert_int 1', 'advert_int 3')),
  };
  expect(lintCluster(files).map(inShort)).toEqual([
    'node1:8 error advert-int-mismatch -> node0:8',
    'node2:8 error advert-int-mismatch -> node0:8',
  ]);
});

test('authentication and interval are compared among the nodes of one version', () => {
  const files = {
    node0: node('node0', 200),
    node1: node('node1', 190, (text) => text.replace('advert_int 1', 'advert_int 2')),
    node2: node('node2', 180, (text) =>
      text.replace('version 2', 'version 3').replace('advert_int 1', 'advert_int 4'),
    ),
  };
  const found = lintCluster(files);
  expect(found.map(inShort)).toEqual([
    'node1:8 error advert-int-mismatch -> node0:8',
    'node2:9 error version-mismatch -> node0:9',
  ]);
  expect(found[1]?.notes.slice(1)).toEqual([
    'version 3 knows no auth_pass, so that authentication is not compared until the versions agree',
    'advert_int differs too (4 and 1 seconds); it is not compared until the versions agree',
  ]);
});

test('an instance without virtual_router_id is compared in all else', () => {
  const files = {
    node0: node('node0', 200),
    node1: node('node1', 190, (text) =>
      text.replace('virtual_router_id 51', '').replace('advert_int 1', 'advert_int 2'),
    ),
  };
  expect(lintCluster(files).map(inShort)).toEqual(['node1:8 error advert-int-mismatch -> node0:8']);
});

test('an instance that only one node has is no mistake', () => {
  const files = {
    node0: node('node0', 200),
    node1:
      node('node1', 190) +
      'vrrp_instance VI_2 {\n interface eth1\n virtual_router_id 60\n virtual_ipaddress {\n 198.51.100.10\n }\n}\n',
  };
  expect(lintCluster(files)).toEqual([]);
});
