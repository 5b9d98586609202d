import { expect, test } from 'vitest';
import { lintCluster } from './lint-files.ts';

function node(priority: number, address: string, more = ''): string {
  return `vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority ${priority}
    ${more}
    virtual_ipaddress {
        ${address}/24
    }
}
`;
}

test('a misspelt advert_int is not compared', () => {
  const address = '192.0.2.10';
  const of = (setting: string): readonly string[] =>
    lintCluster({ a: node(150, address, 'advert_int 5'), b: node(100, address, setting) }).map(
      ({ rule }) => rule,
    );
  expect(of('adver_int 5')).toEqual([]);
  expect(of('advert_int 4')).toEqual(['advert-int-mismatch']);
});

test('addresses of two networks may be those of two clusters', () => {
  const of = (address: string): string | undefined =>
    lintCluster({ a: node(150, '192.0.2.10'), b: node(100, address) }).find(
      ({ rule }) => rule === 'virtual-ipaddress-mismatch',
    )?.help;
  expect(of('198.51.100.10')).toContain('another VRID');
  expect(of('192.0.2.11')).not.toContain('another VRID');
});

test('the ids of one file need not run at the same time', () => {
  const both = `@a global_defs {\n@a }\n@b global_defs {\n@b }\n${node(100, '192.0.2.10')}`;
  const notesOf = (files: Readonly<Record<string, string>>): string =>
    lintCluster(files)
      .filter(({ rule }) => rule === 'equal-priority')
      .flatMap(({ notes }) => notes)
      .join();
  expect(notesOf({ both })).toContain('ids run at the same time');
  const alone = node(100, '192.0.2.10');
  expect(notesOf({ a: alone, b: alone })).not.toContain('ids run');
});

test('a misspelt vrrp_version is not compared', () => {
  const of = (setting: string): readonly string[] =>
    lintCluster({
      a: `global_defs {\n vrrp_version 3\n}\n${node(150, '192.0.2.10')}`,
      b: `global_defs {\n ${setting}\n}\n${node(100, '192.0.2.10')}`,
    }).map(({ rule }) => rule);
  expect(of('vrrp_vrsion 3')).toEqual([]);
  expect(of('vrrp_version 2')).toEqual(['version-mismatch']);
});
