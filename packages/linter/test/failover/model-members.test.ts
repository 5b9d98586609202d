import type { Release } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import type { ModelMember } from '../../src/failover/model/model.ts';
import { hearingOf, memberOn, modelOf, trackedBy } from './model-of.ts';

function instance(lines: string, name = 'VI_1'): string {
  return `vrrp_instance ${name} {
    interface eth0
    ${/virtual_router_id/.test(lines) ? '' : 'virtual_router_id 51'}
    ${lines}
    ${/virtual_ipaddress/.test(lines) ? '' : 'virtual_ipaddress {\n 192.0.2.10/24\n }'}
  }`;
}

function member(text: string, release?: Release): ModelMember {
  const found = memberOn(modelOf({ lb1: text }, release), 'lb1', 'VI_1');
  if (!found) throw new Error('it is not in the model');
  return found;
}

describe('the priority', () => {
  test.each([
    ['priority 120', 120],
    ['', 100],
    ['state MASTER', 255],
    ['state BACKUP', 100],
    ['state MASTER\n priority 150', 150],
  ])('%s', (lines, expected) => {
    expect(member(instance(lines)).base).toBe(expected);
  });
});

describe('preemption', () => {
  test.each([
    ['', true, 0],
    ['nopreempt', false, 0],
    ['nopreempt\n preempt', true, 0],
    ['preempt\n nopreempt', false, 0],
    ['state MASTER\n priority 120\n nopreempt', true, 0],
    ['priority 255\n nopreempt', true, 0],
    ['strict_mode on\n state MASTER\n priority 120\n nopreempt', false, 0],
    ['preempt_delay 20', true, 20],
    ['preempt_delay 20\n nopreempt', false, 0],
    ['preempt_delay 20\n state MASTER\n priority 120', true, 0],
    ['preempt_delay 20\n strict_mode on', true, 0],
  ])('%s', (lines, preempt, preemptDelay) => {
    expect(member(instance(lines))).toMatchObject({ preempt, preemptDelay });
  });
});

describe('who is master before it has listened', () => {
  test.each([
    ['priority 255', true],
    ['priority 255\n state MASTER', true],
    ['state MASTER', true],
    ['priority 255\n state BACKUP', false],
    ['priority 255\n state BACKUP\n strict_mode on', true],
    ['priority 254\n state MASTER', false],
  ])('%s', (lines, expected) => {
    expect(member(instance(lines)).startsAsMaster).toBe(expected);
  });

  test('in a sync group only when all are', () => {
    const group = 'vrrp_sync_group G {\n group {\n VI_1\n VI_2\n }\n }';
    const own = instance('priority 255');
    const other = (priority: number): string =>
      instance(`virtual_router_id 52\n priority ${priority}`, 'VI_2');
    expect(member([group, own, other(100)].join('\n')).startsAsMaster).toBe(false);
    expect(member([group, own, other(255)].join('\n')).startsAsMaster).toBe(true);
  });
});

describe('timers', () => {
  test.each([
    ['', 2, 1, 3],
    ['advert_int 2.6', 2, 3, 3],
    ['advert_int 0.1', 2, 1, 3],
    ['version 3\n advert_int 0.1', 3, 0.1, 3],
    ['version 3\n advert_int 60', 3, 40.95, 3],
    ['down_timer_adverts 5', 2, 1, 5],
    ['down_timer_adverts 5\n strict_mode on', 2, 1, 3],
  ] as const)('%s', (lines, version, advertInterval, downTimerAdverts) => {
    expect(member(instance(lines))).toMatchObject({ version, advertInterval, downTimerAdverts });
  });

  test('of global_defs', () => {
    const global = 'global_defs {\n vrrp_version 3\n vrrp_down_timer_adverts 7\n }';
    expect(member(`${global}\n${instance('')}`)).toMatchObject({
      version: 3,
      downTimerAdverts: 7,
    });
  });

  test('down_timer_adverts is not known before 2.2.3', () => {
    const global = 'global_defs {\n vrrp_down_timer_adverts 7\n }';
    expect(modelOf({ lb1: `${global}\n${instance('')}` }, '2.2.2').unknown).toHaveLength(1);
    expect(member(`${global}\n${instance('')}`, '2.2.3').downTimerAdverts).toBe(7);
  });

  test('vrrp_startup_delay', () => {
    const { model } = modelOf({
      lb1: `global_defs {\n vrrp_startup_delay 5.5\n }\n${instance('')}`,
      lb2: instance('priority 90'),
    });
    expect(model.nodes.map(({ name, startupDelay }) => [name, startupDelay])).toEqual([
      ['lb1', 5.5],
      ['lb2', 0],
    ]);
  });
});

describe('the address that decides between equal priorities', () => {
  const addressOf = (lines: string): string | undefined => member(instance(lines)).address;

  test('is not known when it is not written', () => {
    expect(addressOf('')).toBeUndefined();
  });

  test('compares as the address does', () => {
    const addresses = ['9.0.0.1', '10.0.0.2', '10.0.0.10', '192.0.2.1'];
    const keys = addresses.map((address) => addressOf(`mcast_src_ip ${address}`));
    expect(keys).toEqual([...keys].sort());
    expect(addressOf('mcast_src_ip 10.0.0.2')).toBe('0a000002');
  });

  test('of IPv6, with the groups that are left out', () => {
    const vip = 'virtual_ipaddress {\n fe80::10/64\n }';
    expect(addressOf(`mcast_src_ip fe80::a:2\n ${vip}`)).toBe('fe8000000000000000000000000a0002');
  });
});

describe('virtual routers', () => {
  const ids = (text: string): readonly string[] =>
    modelOf({ lb1: text }).model.routers.map(({ id }) => id);

  test('are called by the name of the instance on the first node', () => {
    const { model } = modelOf({
      lb1: instance('priority 150', 'web'),
      lb2: instance('priority 100', 'www'),
    });
    expect(model.routers.map(({ id, virtualRouterId }) => [id, virtualRouterId])).toEqual([
      ['web', 51],
    ]);
    expect(model.routers[0]?.members.map(({ node }) => model.nodes[node]?.name)).toEqual([
      'lb1',
      'lb2',
    ]);
  });

  test('with the VRID where names repeat', () => {
    const { model } = modelOf({
      lb1: instance('virtual_router_id 51\n virtual_ipaddress {\n 192.0.2.10/24\n }'),
      lb2: instance('virtual_router_id 52\n virtual_ipaddress {\n 198.51.100.10/24\n }', 'other'),
      lb3: instance('virtual_router_id 53\n virtual_ipaddress {\n 203.0.113.10/24\n }'),
    });
    expect([...model.routers.map(({ id }) => id)].sort()).toEqual([
      'VI_1 (51)',
      'VI_1 (53)',
      'other',
    ]);
  });

  test('each once, whatever the file says', () => {
    const found = ids([instance('', 'A'), instance('virtual_router_id 52', 'B')].join('\n'));
    expect(found).toEqual(['A', 'B']);
  });

  test('IPv6', () => {
    const text = instance('virtual_ipaddress {\n fe80::10/64\n }');
    expect(modelOf({ lb1: text }).model.routers[0]).toMatchObject({ family: 6 });
    expect(member(text).version).toBe(3);
  });
});

describe('what is unknown', () => {
  const reasons = (text: string, release?: Release): readonly string[] =>
    modelOf({ lb1: text, lb2: instance('priority 50') }, release).unknown.map(
      ({ node, instance: name, reason }) => `${node} ${name}: ${reason}`,
    );

  test('an instance without a VRID, and it alone', () => {
    const text = `vrrp_instance VI_1 {\n interface eth0\n virtual_ipaddress {\n 192.0.2.10/24\n }\n }`;
    const read = modelOf({ lb1: text, lb2: instance('') });
    expect(read.unknown).toEqual([
      { node: 'lb1', instance: 'VI_1', reason: 'it has no `virtual_router_id`' },
    ]);
    expect(read.model.routers.map(({ members }) => members.length)).toEqual([1]);
  });

  test.each([
    ['a misspelt keyword', 'prioritty 150', 'priority'],
    ['a priority that is none', 'priority 300', 'priority'],
    ['a version that is none', 'version 4', 'version'],
    ['a state that decides on nopreempt', 'nopreempt\n state MASTRE', 'state'],
    ['a misspelt block', 'track_scirpt {\n chk\n }', 'track_script'],
    ['a line of a block', 'track_interface {\n eth1 wieght -5\n }', 'track_interface'],
  ])('%s', (_, lines, keyword) => {
    expect(reasons(instance(lines))).toEqual([
      `lb1 VI_1: a \`${keyword}\` is not read as it is written`,
    ]);
  });

  test('a state that decides on nothing is not', () => {
    expect(reasons(instance('priority 90\n state MASTRE'))).toEqual([]);
  });

  test('a setting of global_defs', () => {
    expect(reasons(`global_defs {\n vrrp_mcast_group4 nowhere\n }\n${instance('')}`)).toEqual([
      'lb1 VI_1: a `vrrp_mcast_group4` is not read as it is written',
    ]);
  });

  test('the weight of a script that is tracked, and only of such', () => {
    const script = 'vrrp_script chk {\n script /bin/check\n weight much\n }';
    expect(reasons(`${script}\n${instance('track_script {\n chk\n }')}`)).toEqual([
      'lb1 VI_1: a `weight` is not read as it is written',
    ]);
    expect(reasons(`${script}\n${instance('')}`)).toEqual([]);
  });

  test('an include that was not read', () => {
    expect(reasons(`include more.conf\n${instance('')}`)).toEqual([
      'lb1 VI_1: a part of its configuration was not read',
    ]);
  });

  test('an instance that stays in FAULT, with its group', () => {
    const group = 'vrrp_sync_group G {\n group {\n VI_1\n VI_2\n }\n }';
    const other = instance('virtual_router_id 52', 'VI_2');
    expect(reasons([group, instance('unicast_fault_no_peer'), other].join('\n'))).toEqual([
      'lb1 VI_1: it stays in FAULT: `unicast_fault_no_peer`, and no peers',
      'lb1 VI_2: its sync group stays in FAULT: `unicast_fault_no_peer`, and no peers',
    ]);
  });

  test('an instance whose sync group has one of which too little is known', () => {
    const group = 'vrrp_sync_group G {\n group {\n VI_1\n VI_2\n }\n }';
    const other = instance('virtual_router_id 52\n prioritty 100', 'VI_2');
    const alone = instance('virtual_router_id 53', 'VI_3');
    expect(reasons([group, instance(''), other, alone].join('\n'))).toEqual([
      'lb1 VI_1: too little is known of another member of its sync group',
      'lb1 VI_2: a `priority` is not read as it is written',
    ]);
  });

  test('peers of which nobody knows whose address they are', () => {
    const same = instance('unicast_peer {\n 192.0.2.3\n }');
    const read = modelOf({ lb1: same, lb2: same });
    expect(read.model.routers).toEqual([]);
    expect(read.unknown).toHaveLength(2);
  });
});

test('a secret is in no reason', () => {
  const text = instance('authentication {\n auth_typ PASS\n auth_pass hunter2\n }');
  const read = modelOf({ lb1: text, lb2: text });
  expect(read.unknown).toHaveLength(2);
  expect(JSON.stringify(read.unknown)).not.toContain('hunter2');
});

test('the classic pair', () => {
  const file = (priority: number): string =>
    `vrrp_script chk {\n script /bin/check\n interval 2\n weight -20\n }\n${instance(
      `priority ${priority}\n track_script {\n chk\n }`,
    )}`;
  const read = modelOf({ lb1: file(100), lb2: file(90) });
  expect(trackedBy(read, 'lb1')).toEqual(['interface eth0 0', 'script chk -20']);
  expect(hearingOf(read)).toEqual(['lb1 <- lb2', 'lb2 <- lb1']);
  expect(read.model.nodes.map(({ name }) => name)).toEqual(['lb1', 'lb2']);
  expect(memberOn(read, 'lb2')?.origin?.instance.header).toBe('VI_1');
});
