import { newestRelease } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { processorTimeOf } from '../../../../scripts/timing.ts';
import { readNodes } from '../../src/cluster/node.ts';
import { virtualRoutersOf } from '../../src/cluster/virtual-routers.ts';

interface Instance {
  readonly name: string;
  readonly id?: number;
  readonly link?: string;
  readonly addresses?: readonly string[];
  readonly excluded?: readonly string[];
}

function textOf({ name, id, link = 'eth0', addresses = [], excluded = [] }: Instance): string {
  return `vrrp_instance ${name} {
    interface ${link}
    ${id === undefined ? '' : `virtual_router_id ${id}`}
    virtual_ipaddress {
        ${addresses.join('\n        ')}
    }
    virtual_ipaddress_excluded {
        ${excluded.join('\n        ')}
    }
}
`;
}

/** The virtual routers as `name@node name@node`. */
function pairing(...nodes: readonly (readonly Instance[])[]): readonly string[] {
  const read = nodes.flatMap((instances, index) =>
    readNodes({ path: `${index + 1}`, text: instances.map(textOf).join('') }, newestRelease),
  );
  return virtualRoutersOf(read).map(({ members }) =>
    members.map(({ node, instance }) => `${instance.header}@${node.name}`).join(' '),
  );
}

const web: Instance = { name: 'WEB', id: 51, addresses: ['192.0.2.10'] };
const mail: Instance = { name: 'MAIL', id: 52, addresses: ['192.0.2.20'] };

describe('two nodes', () => {
  test('with the same instances in another order', () => {
    expect(pairing([web, mail], [mail, web])).toEqual(['WEB@1 WEB@2', 'MAIL@1 MAIL@2']);
  });

  test('with an instance that has another name', () => {
    expect(pairing([web, mail], [{ ...web, name: 'VI_1' }, mail])).toEqual([
      'WEB@1 VI_1@2',
      'MAIL@1 MAIL@2',
    ]);
  });

  test('with two names swapped', () => {
    const swapped = [
      { ...web, name: 'MAIL' },
      { ...mail, name: 'WEB' },
    ];
    expect(pairing([web, mail], swapped)).toEqual(['WEB@1 MAIL@2', 'MAIL@1 WEB@2']);
  });

  test('with two VRIDs swapped', () => {
    const swapped = [
      { ...web, id: 52 },
      { ...mail, id: 51 },
    ];
    expect(pairing([web, mail], swapped)).toEqual(['WEB@1 WEB@2', 'MAIL@1 MAIL@2']);
  });

  test('with two addresses swapped', () => {
    const swapped = [
      { ...web, addresses: ['192.0.2.20'] },
      { ...mail, addresses: ['192.0.2.10'] },
    ];
    expect(pairing([web, mail], swapped)).toEqual(['WEB@1 WEB@2', 'MAIL@1 MAIL@2']);
  });

  test('with an address that differs', () => {
    expect(pairing([web], [{ ...web, addresses: ['198.51.100.10'] }])).toEqual(['WEB@1 WEB@2']);
  });

  test('with a VRID that differs, or is missing', () => {
    expect(pairing([web], [{ ...web, id: 61 }])).toEqual(['WEB@1 WEB@2']);
    expect(pairing([web], [{ name: 'VI_1', addresses: ['192.0.2.10/24'] }])).toEqual([
      'WEB@1 VI_1@2',
    ]);
  });

  test('with nothing but the name in common, in one subnet', () => {
    const other = { name: 'WEB', id: 61, addresses: ['192.0.2.11'] };
    expect(pairing([web], [other])).toEqual(['WEB@1 WEB@2']);
    const elsewhere = { ...other, addresses: ['198.51.100.11'] };
    expect(pairing([web], [elsewhere])).toEqual(['WEB@1', 'WEB@2']);
  });

  test('with nothing but the VRID in common: on one interface it can serve only one', () => {
    const other = { name: 'VI_1', id: 51, addresses: ['198.51.100.10'] };
    expect(pairing([web], [other])).toEqual(['WEB@1 VI_1@2']);
    expect(pairing([web], [{ ...other, link: 'eth1' }])).toEqual(['WEB@1', 'VI_1@2']);
  });

  test('with nothing but the VRID and the network of their addresses in common', () => {
    const other = { name: 'VI_1', id: 51, addresses: ['192.0.2.99'], link: 'ens160' };
    expect(pairing([web], [other])).toEqual(['WEB@1 VI_1@2']);
    expect(pairing([web], [{ ...other, addresses: [] }])).toEqual(['WEB@1', 'VI_1@2']);
  });

  test('with an address in virtual_ipaddress here and in virtual_ipaddress_excluded there', () => {
    const one = { name: 'A', id: 51, addresses: ['192.0.2.10', '192.0.2.11'] };
    const other = { name: 'B', id: 61, addresses: ['192.0.2.9'], excluded: ['192.0.2.11'] };
    expect(pairing([one], [other])).toEqual(['A@1 B@2']);
  });

  test('with IPv4 and IPv6 under one VRID', () => {
    const v4 = { name: 'VI_4', id: 51, addresses: ['192.0.2.10'] };
    const v6 = { name: 'VI_6', id: 51, addresses: ['fe80::51', '2001:db8::10'] };
    expect(pairing([v4, v6], [v6, v4])).toEqual(['VI_4@1 VI_4@2', 'VI_6@1 VI_6@2']);
    expect(pairing([v4], [v6])).toEqual(['VI_4@1', 'VI_6@2']);
  });

  test('with an instance that only one of them has', () => {
    expect(pairing([web, mail], [mail])).toEqual(['WEB@1', 'MAIL@1 MAIL@2']);
  });
});

test('one VRID on different interfaces is as many virtual routers', () => {
  const vlans = [10, 20, 30].map((vlan) => ({
    name: `VLAN_${vlan}`,
    id: 1,
    link: `eth0.${vlan}`,
    addresses: [`10.0.${vlan}.1`],
  }));
  expect(pairing(vlans, [...vlans].reverse())).toEqual([
    'VLAN_10@1 VLAN_10@2',
    'VLAN_20@1 VLAN_20@2',
    'VLAN_30@1 VLAN_30@2',
  ]);
  expect(pairing(vlans.slice(0, 1), vlans.slice(1, 2))).toEqual(['VLAN_10@1', 'VLAN_20@2']);
});

describe('more nodes', () => {
  test('with one that differs', () => {
    for (const deviant of [
      { ...web, id: 61 },
      { ...web, name: 'VI_1' },
      { ...web, addresses: ['192.0.2.99'] },
    ]) {
      expect(pairing([web], [deviant], [web])).toHaveLength(1);
      expect(pairing([deviant], [web], [web], [web], [web])).toHaveLength(1);
    }
  });

  test('that are two pairs with the same name stay two pairs', () => {
    const other = { name: 'WEB', id: 61, addresses: ['192.0.2.61'] };
    expect(pairing([web], [web], [other], [other])).toEqual(['WEB@1 WEB@2', 'WEB@3 WEB@4']);
  });
});

test('hundreds of instances are paired in no time', () => {
  const instances = Array.from({ length: 500 }, (_, index) => ({
    name: `VI_${index}`,
    id: (index % 255) + 1,
    link: `eth${index % 7}`,
    addresses: [1, 2, 3, 4].map((last) => `10.${index >> 8}.${index & 255}.${last}`),
  }));
  const read = [instances, [...instances].reverse()].flatMap((each, index) =>
    readNodes({ path: `${index}`, text: each.map(textOf).join('') }, newestRelease),
  );
  // The best of three: what is compiled and collected meanwhile counts, too.
  const times = [1, 2, 3].map(() => processorTimeOf(() => virtualRoutersOf(read)));
  expect(Math.min(...times)).toBeLessThan(100);
  const routers = virtualRoutersOf(read);
  expect(routers.every(({ members: [a, b] }) => a?.instance.header === b?.instance.header)).toBe(
    true,
  );
});
