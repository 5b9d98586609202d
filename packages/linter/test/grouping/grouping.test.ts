import { newestRelease } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { groupByMarks, readMarks } from '../../src/index.ts';
import { readAmong } from '../read-among.ts';
import { clustersIn, grouped, instance, marksOfFiles } from './files.ts';

const vip = '192.0.2.10';
const backup = { state: 'BACKUP', priority: 90 } as const;

describe('files are one cluster', () => {
  test('that have the same virtual address, however it is written', () => {
    const found = grouped({
      'a.conf': instance({ addresses: ['2001:db8::10/64'] }),
      'b.conf': instance({ ...backup, addresses: ['2001:DB8:0:0::10'] }),
    });
    expect(found.clusters).toEqual([
      {
        files: ['a.conf', 'b.conf'],
        reasons: [
          {
            ...{ kind: 'address', what: '2001:db8::10', files: ['a.conf', 'b.conf'] },
            places: [
              { file: 'a.conf', line: 7 },
              { file: 'b.conf', line: 7 },
            ],
          },
        ],
      },
    ]);
    expect(found.coincidences).toEqual([]);
  });

  test('although the VRID of one is wrong, or both want to be master', () => {
    for (const wrong of [{ id: 52 }, { state: 'MASTER' } as const, { name: 'WEB', priority: 100 }])
      expect(
        clustersIn(
          grouped({
            'a.conf': instance({ addresses: [vip] }),
            'b.conf': instance({ ...backup, addresses: [vip], ...wrong }),
          }),
        ),
      ).toEqual([['a.conf', 'b.conf']]);
  });

  test('that name each other as peers, whatever else they say', () => {
    const found = grouped({
      'x/a.conf': instance({ source: '10.0.0.1', peers: ['10.0.0.2'], addresses: ['10.0.0.8'] }),
      'y/b.conf': instance({
        ...{ name: 'WEB', id: 7, link: 'bond0', addresses: ['10.0.0.9'] },
        ...{ source: '10.0.0.2', peers: ['10.0.0.1'] },
      }),
    });
    expect(found.clusters).toMatchObject([
      { reasons: [{ kind: 'peers', what: '10.0.0.1 and 10.0.0.2' }] },
    ]);
  });

  test('of which one is named by the others', () => {
    const found = grouped({
      'a.conf': instance({ ...backup, peers: ['10.0.0.3'], addresses: ['10.0.0.7'] }),
      'b.conf': instance({ ...backup, peers: ['10.0.0.3'], addresses: ['10.0.0.8'] }),
      'c.conf': instance({ source: '10.0.0.3', peers: ['10.0.0.1'], addresses: ['10.0.0.9'] }),
    });
    expect(clustersIn(found)).toEqual([['a.conf', 'b.conf', 'c.conf']]);
    expect(found.clusters[0]?.reasons).toMatchObject([{ kind: 'sender', what: '10.0.0.3' }]);
  });

  test('that are the same on two hosts, own address and all', () => {
    const text = instance({ addresses: [vip], source: '10.0.0.1', peers: ['10.0.0.2'] });
    const found = grouped({ 'lb1/keepalived.conf': text, 'lb2/keepalived.conf': text });
    expect(clustersIn(found)).toEqual([['lb1/keepalived.conf', 'lb2/keepalived.conf']]);
    expect(found.coincidences).toEqual([]);
    expect(clustersIn(grouped({ 'lb1/a.conf': text, 'old/lb1/b.conf': text }))).toEqual([]);
  });

  test('that have the same virtual server and no instances', () => {
    const server = (address: string, port: number): string =>
      `virtual_server ${address} ${port} {\nprotocol TCP\nreal_server 10.0.0.1 80 { }\n}\n`;
    const found = grouped({
      'a.conf': server(vip, 80) + server(vip, 443),
      'b.conf': server(vip, 443),
      'c.conf': server(vip, 8080),
      'd.conf': 'virtual_server fwmark 1 {\n}\n',
      'e.conf': 'virtual_server fwmark 1 {\n}\n',
    });
    expect(clustersIn(found)).toEqual([['a.conf', 'b.conf']]);
    expect(found.clusters[0]?.reasons).toMatchObject([
      { kind: 'service', what: '192.0.2.10 port 443' },
    ]);
  });

  test('that are a pair side by side, of which one has a wrong address', () => {
    const [master, other] = [
      instance({ addresses: ['10.0.0.10'] }),
      instance({ ...backup, addresses: ['10.0.0.11'] }),
    ];
    const found = grouped({ 'lb1/keepalived.conf': master, 'lb2/keepalived.conf': other });
    expect(found.clusters).toMatchObject([
      { reasons: [{ kind: 'likeness', what: 'instance VI_1, VRID 51, eth0' }] },
    ]);
    const apart = [
      { 'lb1/keepalived.conf': master, 'x/y/keepalived.conf': other },
      { 'lb1.conf': master, 'lb2.conf': master.replace('10.0.0.10', '10.0.0.11') },
      { 'lb1.conf': master, 'lb2.conf': other, 'lb3.conf': other.replace('0.11', '0.12') },
      { 'lb1.conf': master, 'lb2.conf': other.replace('10.0.0.11', '10.0.1.11') },
      { 'lb1.conf': master, 'lb2.conf': other.replace('eth0', 'eth1') },
    ];
    for (const texts of apart) expect(clustersIn(grouped(texts))).toEqual([]);
  });

  test('that are nodes of one file, with the nodes of others', () => {
    const found = grouped({
      'all.conf': `@lb1 vrrp_instance A {\n@lb2 vrrp_instance B {\n virtual_ipaddress {\n@lb1 10.0.0.1\n@lb2 10.0.0.2\n}\n}\n`,
      'lb3.conf': instance({ addresses: ['10.0.0.1'], id: 1 }),
    });
    expect(clustersIn(found)).toEqual([]);
    const same = grouped({
      'all.conf': `vrrp_instance VI_1 {\n@lb1 priority 100\n@lb2 priority 90\n virtual_router_id 51\n interface eth0\n virtual_ipaddress {\n10.0.0.1\n}\n}\n`,
      'lb3.conf': instance({ ...backup, priority: 80, addresses: ['10.0.0.1'] }),
    });
    expect(clustersIn(same)).toEqual([['all.conf', 'lb3.conf']]);
  });
});

describe('by chance files have in common', () => {
  test('VRID, name and interface', () => {
    const texts = Object.fromEntries(
      Array.from({ length: 20 }, (_, n) => [
        `n${n}.conf`,
        instance({ addresses: [`10.${n}.0.1`], state: n % 2 === 0 ? 'MASTER' : 'BACKUP' }),
      ]),
    );
    expect(clustersIn(grouped(texts))).toEqual([]);
  });

  test('an address when nearly all else differs', () => {
    const found = grouped({
      'a.conf': instance({ addresses: [vip] }),
      'b.conf': instance({ addresses: [vip], id: 7, name: 'WEB' }),
    });
    expect(clustersIn(found)).toEqual([]);
    expect(found.coincidences).toEqual([
      {
        ...{ kind: 'address', what: vip, files: ['a.conf', 'b.conf'] },
        because: 'they differ too much: another VRID, another name, both MASTER, the same priority',
        places: [
          { file: 'a.conf', line: 7 },
          { file: 'b.conf', line: 7 },
        ],
      },
    ]);
  });

  test('an address that fifty strangers have, but not the pairs among them', () => {
    const texts: Record<string, string> = {};
    for (let n = 0; n < 50; n++) {
      texts[`owner${n}/keepalived.conf`] = instance({ addresses: [vip] });
    }
    texts['pair/master.conf'] = instance({ addresses: [vip] });
    texts['pair/backup.conf'] = instance({ ...backup, addresses: [vip] });
    expect(clustersIn(grouped(texts))).toEqual([['pair/backup.conf', 'pair/master.conf']]);
  });

  test('all addresses of another site', () => {
    const site = { addresses: [vip] };
    const found = grouped({
      'north/lb1.conf': instance(site),
      'north/lb2.conf': instance({ ...backup, ...site }),
      'south/lb1.conf': instance(site),
      'south/lb2.conf': instance({ ...backup, ...site }),
    });
    expect(clustersIn(found)).toEqual([
      ['north/lb1.conf', 'north/lb2.conf'],
      ['south/lb1.conf', 'south/lb2.conf'],
    ]);
    expect(found.coincidences).toMatchObject([
      { because: 'each is a cluster with a MASTER of its own' },
    ]);
  });

  test('a peer that is a node of another cluster', () => {
    const pair = (own: string, other: string, address: string): readonly [string, string] => [
      instance({ source: own, peers: [other], addresses: [address] }),
      instance({ ...backup, source: other, peers: [own], addresses: [address] }),
    ];
    const [a, b] = pair('10.0.0.1', '10.0.0.2', vip);
    const [c, d] = pair('10.0.0.3', '10.0.0.4', '198.51.100.10');
    const found = grouped({
      'x/a.conf': a,
      'x/b.conf': b,
      'y/c.conf': c,
      'y/d.conf': d.replace('unicast_peer {', 'unicast_peer {\n10.0.0.1'),
    });
    expect(clustersIn(found)).toEqual([
      ['x/a.conf', 'x/b.conf'],
      ['y/c.conf', 'y/d.conf'],
    ]);
    expect(found.coincidences).toMatchObject([{ because: 'each is in a cluster already' }]);
  });

  test('everything with an old copy of the same node', () => {
    const lb1 = instance({ addresses: [vip], source: '10.0.0.1', peers: ['10.0.0.2'] });
    const lb2 = instance({ ...backup, addresses: [vip], source: '10.0.0.2', peers: ['10.0.0.1'] });
    const found = grouped({ 'lb1.conf': lb1, 'lb2.conf': lb2, 'old/lb1.conf': lb1 });
    expect(clustersIn(found)).toEqual([['lb1.conf', 'lb2.conf']]);
  });

  test('addresses that every host or link has', () => {
    for (const address of ['fe80::1', '127.0.0.1', '::1', '0.0.0.0'])
      expect(
        clustersIn(
          grouped({
            'a.conf': instance({ addresses: [address] }),
            'b.conf': instance({ ...backup, priority: 110, addresses: [address] }),
          }),
        ),
      ).toEqual([]);
  });
});

test('of a large cluster the nodes find each other over folders', () => {
  const texts = Object.fromEntries(
    Array.from({ length: 7 }, (_, n) => [
      `rack${n % 3}/host${n}/keepalived.conf`,
      instance({ addresses: [vip], priority: 100 - n, state: n === 0 ? 'MASTER' : 'BACKUP' }),
    ]),
  );
  const [cluster, another] = grouped(texts).clusters;
  expect(cluster?.files).toHaveLength(7);
  expect(another).toBeUndefined();
});

test('nodes are connected by different things', () => {
  const found = grouped({
    'a.conf': instance({ addresses: ['10.0.0.1'] }),
    'b.conf':
      instance({ ...backup, addresses: ['10.0.0.1'] }) +
      instance({ name: 'VI_2', id: 52, addresses: ['10.0.0.2'] }),
    'c.conf': instance({ ...backup, name: 'VI_2', id: 52, addresses: ['10.0.0.2'] }),
  });
  expect(found.clusters).toMatchObject([
    {
      files: ['a.conf', 'b.conf', 'c.conf'],
      reasons: [{ what: '10.0.0.1' }, { what: '10.0.0.2' }],
    },
  ]);
});

describe('files that are included', () => {
  test('belong to the first that includes them, and join nobody', () => {
    const sources = [
      { path: 'a/main.conf', text: 'include ../common/*.conf\n' },
      { path: 'b/main.conf', text: '# b\ninclude ../common/global.conf\n' },
      { path: 'common/global.conf', text: instance({ addresses: [vip] }) },
    ];
    const readInclude = readAmong(sources);
    const found = groupByMarks(
      sources.map((source) => readMarks(source, newestRelease, { readInclude })),
    );
    // Both have the address of the file that they include; it makes one node of each.
    expect(found.clusters).toMatchObject([
      {
        files: ['a/main.conf', 'b/main.conf', 'common/global.conf'],
        reasons: [
          { kind: 'address', places: [{ file: 'common/global.conf', line: 7 }] },
          {
            kind: 'include',
            what: '../common/*.conf',
            places: [
              { file: 'a/main.conf', line: 1 },
              { file: 'common/global.conf', line: 1 },
            ],
          },
        ],
      },
    ]);
    const settings = sources.with(2, { path: 'common/global.conf', text: 'global_defs {\n}\n' });
    const apart = groupByMarks(
      settings.map((source) =>
        readMarks(source, newestRelease, { readInclude: readAmong(settings) }),
      ),
    );
    expect(apart.clusters.map(({ files }) => files)).toEqual([
      ['a/main.conf', 'common/global.conf'],
      ['b/main.conf'],
    ]);
  });

  test('in a circle do not get lost', () => {
    const sources = [
      { path: 'a.conf', text: 'include b.conf\n' },
      { path: 'b.conf', text: 'include c.conf\n' },
      { path: 'c.conf', text: 'include a.conf\n' },
    ];
    const found = groupByMarks(
      sources.map((source) =>
        readMarks(source, newestRelease, { readInclude: readAmong(sources) }),
      ),
    );
    expect(found.clusters.flatMap(({ files }) => files)).toEqual(['a.conf', 'b.conf', 'c.conf']);
  });
});

test('marks survive the way to another thread, and hold no password', () => {
  const text = instance({ addresses: [vip] }).replace(
    'interface',
    'authentication {\nauth_type PASS\nauth_pass s3cr3t\n}\ninterface',
  );
  const marks = marksOfFiles({ 'a.conf': text });
  expect(structuredClone(marks)).toEqual(marks);
  expect(JSON.stringify(marks)).not.toContain('s3cr3t');
});
