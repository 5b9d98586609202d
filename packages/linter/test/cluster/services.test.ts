import { expect, test } from 'vitest';
import { inShort, lintCluster } from './lint-files.ts';

/** The instance ends in line 8, the virtual server begins in line 9. */
function node(priority: number, services: string, address = '192.0.2.10/24'): string {
  return `vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority ${priority}
    virtual_ipaddress {
        ${address}
    }
}
${services}`;
}

const check = 'TCP_CHECK {\n }';

function server(lines: string, reals = `real_server 198.51.100.11 80 {\n ${check}\n }`): string {
  return `virtual_server 192.0.2.10 80 {\n ${lines}\n ${reals}\n}\n`;
}

const real = (last: number, lines = check): string =>
  `real_server 198.51.100.${last} 80 {\n ${lines}\n }`;
const http = (path: string, more = ''): string =>
  `HTTP_GET {\n url {\n path ${path}\n status_code 200\n }\n ${more}\n }`;

const other =
  'virtual_server 192.0.2.10 443 {\n protocol TCP\n real_server 198.51.100.11 443 {\n }\n}\n';

const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['the same', server('protocol TCP'), server('protocol TCP'), []],
  [
    'one that is missing, among others',
    server('protocol TCP') + other,
    other,
    ['a:9 warning virtual-server-mismatch -> '],
  ],
  ['one node does not balance at all', server('protocol TCP'), '', []],
  ['the default and the same written', server('lb_algo wlc'), server(''), []],
  [
    'another scheduler',
    server('lb_algo rr'),
    server('lvs_sched wrr'),
    ['b:10 warning virtual-server-mismatch -> a:10'],
  ],
  [
    'another method',
    server('lb_kind DR'),
    server('lb_kind NAT'),
    ['b:10 warning virtual-server-mismatch -> a:10'],
  ],
  ['protocols in other letters', server('protocol tcp'), server('protocol TCP'), []],
  [
    'another protocol',
    server('protocol TCP'),
    server('protocol UDP'),
    ['b:10 warning virtual-server-mismatch -> a:10'],
  ],
  [
    'no protocol',
    server('protocol TCP'),
    server(''),
    ['b:9 warning virtual-server-mismatch -> a:10'],
  ],
  [
    'two protocols on one port',
    server('protocol TCP') + server('protocol UDP'),
    server('protocol UDP') + server('protocol TCP'),
    [],
  ],
  ['a misspelt scheduler', server('lb_algo rr'), server('lb_alog rr'), []],
  [
    'another quorum',
    server('quorum 2'),
    server('quorum 1'),
    ['b:10 warning virtual-server-mismatch -> a:10'],
  ],
  [
    'another sorry_server',
    server('sorry_server 198.51.100.1 80'),
    server('sorry_server 198.51.100.2 80'),
    ['b:10 warning virtual-server-mismatch -> a:10'],
  ],
  [
    'a real server that is missing',
    server('', `${real(11)}\n ${real(12)}`),
    server('', real(11)),
    ['a:15 warning real-server-mismatch -> b:9'],
  ],
  [
    'real servers in another order',
    server('', `${real(11)}\n ${real(12)}`),
    server('', `${real(12)}\n ${real(11)}`),
    [],
  ],
  [
    'another weight',
    server('', real(11, `weight 2\n ${check}`)),
    server('', real(11)),
    ['b:11 warning real-server-mismatch -> a:12'],
  ],
  [
    'the weight of the virtual server',
    server('weight 2', real(11)),
    server('', real(11, `weight 2\n ${check}`)),
    [],
  ],
  [
    'another check',
    server('', real(11, http('/a'))),
    server('', real(11, http('/b'))),
    ['b:11 warning real-server-mismatch -> a:11'],
  ],
  [
    'no check',
    server('', real(11, http('/a'))),
    server('', real(11, '')),
    ['b:11 warning real-server-mismatch -> a:11'],
  ],
  [
    'another timing of a check',
    server('', real(11, http('/a', 'connect_timeout 3'))),
    server('', real(11, http('/a', 'bindto 192.0.2.2'))),
    [],
  ],
  [
    'a misspelt line of a check',
    server('', real(11, http('/a', 'retry 3'))),
    server('', real(11, http('/a', 'connect_prot 81'))),
    [],
  ],
  [
    'a check that is not closed',
    server('', real(11, http('/a'))),
    server('', real(11, 'TCP_CHECK {')),
    [],
  ],
];

test.each(cases)('%s', (_, a, b, expected) => {
  const found = lintCluster({ a: node(150, a), b: node(100, b) });
  expect(found.map(inShort)).toEqual(expected);
});

test('groups of one name with other lines', () => {
  const group = (mark: number): string =>
    `virtual_server_group web {\n fwmark ${mark}\n}\nvirtual_server group web {\n real_server 198.51.100.11 80 {\n }\n}\n`;
  const pair = (first: number, second: number): readonly string[] =>
    lintCluster({ a: node(150, group(first)), b: node(100, group(second)) }).map(inShort);
  expect(pair(1, 1)).toEqual([]);
  expect(pair(1, 2)).toEqual(['b:9 warning virtual-server-mismatch -> a:9']);
});

test('balancers of different clusters are not compared', () => {
  const elsewhere = other.replace('192.0.2.10', '203.0.113.10');
  const files = {
    a: node(150, server('')),
    b: node(100, elsewhere, '203.0.113.10/24').replace('_id 51', '_id 61').replace('VI_1', 'VI_2'),
  };
  expect(lintCluster(files)).toEqual([]);
});

test('of three nodes the one that differs is named', () => {
  const files = {
    a: node(150, server('lb_algo rr')),
    b: node(100, server('lb_algo wrr')),
    c: node(50, server('lb_algo wrr')),
  };
  const [found, ...more] = lintCluster(files);
  expect(more).toEqual([]);
  expect(found?.message).toBe(
    'lb_algo of virtual_server `192.0.2.10` port 80 is `rr` here, but `wrr` on b and c',
  );
});
