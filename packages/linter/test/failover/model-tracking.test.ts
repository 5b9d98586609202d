import { describe, expect, test } from 'vitest';
import type { TrackedItem } from '../../src/failover/model/model.ts';
import { memberOn, modelOf, trackedBy } from './model-of.ts';

/*
 * What keepalived 2.2.7 did was looked at in its log, in a network namespace, where a test says so.
 */

const vip = 'virtual_ipaddress {\n 192.0.2.10/24\n }';
const chk = 'vrrp_script chk {\n script /bin/check\n weight -20\n }';
const load = 'track_file load {\n file /run/load\n }';
const web = 'vrrp_track_process web {\n process nginx\n weight -15\n }';
const up = 'bfd_instance up {\n neighbor_ip 192.0.2.254\n weight -30\n }';
const definitions = [chk, load, web, up].join('\n');

/** An instance on eth0. */
function instance(lines: string, name = 'VI_1', id = 51): string {
  return `vrrp_instance ${name} {\n interface eth0\n virtual_router_id ${id}\n ${lines}\n ${vip}\n }`;
}

function trackers(...blocks: readonly string[]): readonly string[] {
  return trackedBy(modelOf({ lb1: blocks.join('\n') }), 'lb1', 'VI_1');
}

const ownInterface = 'interface eth0 0';

describe('weights', () => {
  test.each([
    ['track_script {\n chk\n }', 'script chk -20'],
    ['track_script {\n chk weight -5\n }', 'script chk -5'],
    ['track_script {\n chk weight 0\n }', 'script chk 0'],
    ['track_script {\n chk weight 5 reverse\n }', 'script chk 5 reverse'],
    ['track_script {\n chk weight 5\n chk weight 6\n }', 'script chk 5'],
    ['track_file {\n load\n }', 'file load 1'],
    ['track_file {\n load weight -2\n }', 'file load -2'],
    ['track_process {\n web\n }', 'process web -15'],
    ['track_process {\n web weight 254\n }', 'process web 254'],
    ['track_bfd {\n up\n }', 'bfd up -30'],
    ['track_interface {\n eth1\n }', 'interface eth1 0'],
    ['track_interface {\n eth1 weight 3 reverse\n }', 'interface eth1 3 reverse'],
  ])('%s', (lines, expected) => {
    expect(trackers(definitions, instance(lines))).toEqual([expected, ownInterface].sort());
  });

  test('reverse of the definition, and noreverse of the line', () => {
    const reversed = 'vrrp_script chk {\n script /bin/check\n weight 5 reverse\n }';
    const of = (line: string): string | undefined =>
      trackers(reversed, instance(`track_script {\n ${line}\n }`)).find((each) =>
        each.startsWith('script'),
      );
    expect(of('chk')).toBe('script chk 5 reverse');
    expect(of('chk weight 7')).toBe('script chk 7 reverse');
    expect(of('chk weight 7 noreverse')).toBe('script chk 7');
  });

  test('the place is that of the weight, else that of the name', () => {
    const text = [
      'vrrp_script chk {\n script /bin/check\n weight -20\n }',
      'vrrp_script bare {\n script /bin/check\n }',
      instance('track_script {\n chk\n bare\n }\n track_interface {\n eth1 weight -7\n }'),
    ].join('\n');
    const member = memberOn(modelOf({ lb1: text }), 'lb1');
    const places = (member?.trackers ?? []).map(({ at }) =>
      at ? at.source.text.slice(at.span.start, at.span.end) : '',
    );
    expect(places.sort()).toEqual(['-20', '-7', 'bare', 'interface']);
  });
});

describe('weights that are out of range', () => {
  // The log of 2.2.7: "weight -300 must be in", and then "from 200 to 1".
  test('of a script are used as they are written', () => {
    const script = 'vrrp_script chk {\n script /bin/check\n weight -300\n }';
    expect(trackers(script, instance('track_script {\n chk\n }'))).toContain('script chk -300');
  });

  // "cannot be +/-254. Setting to +/-253"
  test('254 on a line is 253', () => {
    const lines = 'track_script {\n chk weight -254\n }\n track_interface {\n eth1 weight 254\n }';
    expect(trackers(chk, instance(lines))).toEqual(
      [ownInterface, 'interface eth1 253', 'script chk -253'].sort(),
    );
  });

  test('others on a line leave that of the definition, or 0', () => {
    const lines = 'track_script {\n chk weight -255\n }\n track_interface {\n eth1 weight 255\n }';
    expect(trackers(chk, instance(lines))).toEqual(
      [ownInterface, 'interface eth1 0', 'script chk -20'].sort(),
    );
  });

  test('of other definitions are ignored', () => {
    const file = 'track_file load {\n file /run/load\n weight 300\n }';
    const process = 'vrrp_track_process web {\n process nginx\n weight 300\n }';
    const lines = 'track_file {\n load\n }\n track_process {\n web\n }';
    expect(trackers(file, process, instance(lines))).toEqual(
      ['file load 1', ownInterface, 'process web 0'].sort(),
    );
  });
});

describe('names', () => {
  test('that nothing defines, or that are defined further down, are ignored', () => {
    const lines = 'track_script {\n chk\n other\n }\n track_file {\n load\n }';
    expect(trackers(load, instance(lines), chk)).toEqual(['file load 1', ownInterface].sort());
  });

  test('of two definitions the first one counts', () => {
    const second = 'vrrp_script chk {\n script /bin/other\n weight -1\n }';
    const old = 'vrrp_track_file load {\n file /run/old\n weight 3\n }';
    const lines = 'track_script {\n chk\n }\n track_file {\n load\n }';
    expect(trackers(old, chk, second, load, instance(lines))).toEqual(
      ['file load 3', ownInterface, 'script chk -20'].sort(),
    );
  });

  test('of what keepalived removes are unknown', () => {
    const empty = 'vrrp_script chk {\n weight -20\n }\n track_file load {\n weight 2\n }';
    const session = 'bfd_instance up {\n neighbor_ip 192.0.2.254\n checker\n }';
    const lines = 'track_script {\n chk\n }\n track_file {\n load\n }\n track_bfd {\n up\n }';
    expect(trackers(empty, session, instance(lines))).toEqual([ownInterface]);
  });
});

describe('interfaces', () => {
  test('the own one is tracked, and a line for it is ignored', () => {
    expect(trackers(instance('track_interface {\n eth0 weight -5\n }'))).toEqual([ownInterface]);
  });

  test('not with dont_track_primary, but it is an item', () => {
    const read = modelOf({ lb1: instance('dont_track_primary') });
    expect(trackedBy(read, 'lb1')).toEqual([]);
    expect(read.model.nodes[0]?.items.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'interface eth0',
    ]);
  });

  test('those of addresses, routes and rules must be up', () => {
    const lines = `virtual_ipaddress_excluded {
      192.0.3.10/24 dev eth1
      192.0.4.10/24 dev eth2 no_track
    }
    virtual_routes {
      192.0.5.0/24 via 192.0.2.1 dev eth3
      192.0.6.0/24 via 192.0.2.1 dev eth4 no_track
    }
    virtual_rules {
      from 192.0.2.0/24 dev eth5 table 100
    }`;
    expect(trackers(instance(lines))).toEqual(
      [ownInterface, 'interface eth1 0', 'interface eth3 0', 'interface eth5 0'].sort(),
    );
  });

  // 2.2.7: "Entering FAULT STATE" when eth1 goes down.
  test('an address takes the weight of its interface', () => {
    const lines =
      'track_interface {\n eth1 weight -5\n }\n virtual_ipaddress_excluded {\n 192.0.3.10/24 dev eth1\n }';
    expect(trackers(instance(lines))).toEqual([ownInterface, 'interface eth1 0'].sort());
  });

  test('an address on the own one does not undo dont_track_primary, a route does', () => {
    const address = 'virtual_ipaddress_excluded {\n 192.0.2.11/24 dev eth0\n }';
    const route = 'virtual_routes {\n 192.0.5.0/24 via 192.0.2.1 dev eth0\n }';
    expect(trackers(instance(`dont_track_primary\n ${address}`))).toEqual([]);
    expect(trackers(instance(`dont_track_primary\n ${route}`))).toEqual([ownInterface]);
  });
});

describe('sync groups', () => {
  const group = (lines = ''): string =>
    `vrrp_sync_group G {\n group {\n VI_1\n VI_2\n }\n ${lines}\n }`;
  const other = instance('', 'VI_2', 52);
  const lines = `track_script {\n chk\n }
    track_file {\n load\n }
    track_process {\n web\n }
    track_bfd {\n up\n }
    track_interface {\n eth1 weight -5\n }`;
  const all = ['bfd up -30', 'file load 1', ownInterface, 'interface eth1 -5', 'process web -15'];

  // 2.2.7: "ignoring eth1 tracked interface weight due to SYNC group", and then "from 100 to 80".
  test('drop weights of members, but not of processes and interfaces', () => {
    expect(trackers(definitions, group(), instance(lines), other)).toEqual(
      ['file load 0', ownInterface, 'interface eth1 -5', 'process web -15'].sort(),
    );
  });

  test('drop a file with another weight than 1', () => {
    const heavy = instance('track_file {\n load weight 2\n }');
    expect(trackers(definitions, group(), heavy, other)).toEqual([ownInterface]);
  });

  test('keep what has weight 0', () => {
    const weightless = instance('track_script {\n chk weight 0\n }');
    expect(trackers(definitions, group(), weightless, other)).toEqual(
      [ownInterface, 'script chk 0'].sort(),
    );
  });

  test.each(['sync_group_tracking_weight', 'global_tracking'])('with %s keep all', (setting) => {
    expect(trackers(definitions, group(setting), instance(lines), other)).toEqual(
      [...all, 'script chk -20'].sort(),
    );
  });

  test('track for all their members', () => {
    const read = modelOf({
      lb1: [definitions, group(lines), instance(''), other].join('\n'),
    });
    const expected = [...all, 'script chk -20'].sort();
    expect(trackedBy(read, 'lb1', 'VI_1')).toEqual(expected);
    expect(trackedBy(read, 'lb1', 'VI_2')).toEqual(expected);
  });

  // 2.2.7 used the direction of the instance with the weight of the group for a process.
  test('of what both track the group says the weight, unless the instance says 0', () => {
    const ofGroup = group(`sync_group_tracking_weight
      track_script {\n chk weight -3 reverse\n }
      track_process {\n web weight -4 reverse\n }
      track_interface {\n eth0 weight -5\n eth1 weight -6\n }
      track_file {\n load weight 7\n }`);
    const ofInstance = `track_script {\n chk weight 9\n }
      track_process {\n web weight 9\n }
      track_interface {\n eth1 weight 9\n }
      track_file {\n load weight 0\n }`;
    expect(trackers(definitions, ofGroup, instance(ofInstance), other)).toEqual(
      [
        'file load 0',
        ownInterface,
        'interface eth1 -6',
        'process web -4',
        'script chk -3 reverse',
      ].sort(),
    );
  });

  test('with an address owner have no weights', () => {
    const owner = instance('priority 255', 'VI_2', 52);
    const ofGroup = group('track_script {\n chk\n }\n track_interface {\n eth1 weight -6\n }');
    expect(trackers(definitions, ofGroup, instance(''), owner)).toEqual(
      [ownInterface, 'interface eth1 0', 'script chk 0'].sort(),
    );
  });

  test('of two that name it, an instance is in the first', () => {
    const second = 'vrrp_sync_group H {\n group {\n VI_1\n }\n track_script {\n chk\n }\n }';
    const read = modelOf({ lb1: [chk, group(), second, instance(''), other].join('\n') });
    expect(memberOn(read, 'lb1', 'VI_1')?.syncGroup).toBe('G');
    expect(trackedBy(read, 'lb1', 'VI_1')).toEqual([ownInterface]);
  });
});

test('an address owner has no weights, and a file that had 1 means FAULT', () => {
  const lines = `priority 255
    track_script {\n chk\n }
    track_file {\n load\n }
    track_process {\n web\n }
    track_interface {\n eth1 weight -5\n eth2\n }`;
  expect(trackers(definitions, instance(lines))).toEqual(
    ['file load 0', ownInterface, 'interface eth2 0'].sort(),
  );
});

describe('the times of', () => {
  function itemOf(definition: string, line: string): TrackedItem | undefined {
    const { model } = modelOf({ lb1: `${definition}\n${instance(line)}` });
    return model.nodes[0]?.items.find(({ kind, name }) => `${kind} ${name}` !== 'interface eth0');
  }

  const script = (lines: string): string => `vrrp_script chk {\n script /bin/check\n ${lines}\n }`;

  test.each([
    // The timeout is the interval: a run that takes it makes the next one be skipped.
    ['', { min: 0, max: 1 * 2 + 1 }, { min: 0, max: 1 * 2 + 1 }],
    ['interval 2\n fall 3\n rise 2', { min: 4, max: 3 * 4 + 2 }, { min: 2, max: 2 * 4 + 2 }],
    ['interval 5\n timeout 1\n fall 2', { min: 5, max: 2 * 5 + 1 }, { min: 0, max: 5 + 1 }],
    ['interval 1\n timeout 3', { min: 0, max: 4 + 3 }, { min: 0, max: 4 + 3 }],
    ['interval 0.5\n timeout 0.2\n fall 2', { min: 0.5, max: 1.2 }, { min: 0, max: 0.7 }],
    ['interval 0', { min: 0, max: 3 }, { min: 0, max: 3 }],
  ])('a script: %s', (lines, detection, recovery) => {
    const item = itemOf(script(lines), 'track_script {\n chk\n }');
    expect(item?.detection.min).toBeCloseTo(detection.min);
    expect(item?.detection.max).toBeCloseTo(detection.max);
    expect(item?.recovery.min).toBeCloseTo(recovery.min);
    expect(item?.recovery.max).toBeCloseTo(recovery.max);
  });

  const process = (lines: string): string =>
    `vrrp_track_process web {\n process nginx\n ${lines}\n }`;

  test.each([
    ['', [0, 0], [0, 0]],
    ['delay 2', [2, 2], [0, 2]],
    ['delay 2\n terminate_delay 1', [1, 1], [0, 2]],
    ['terminate_delay 1\n delay 2', [2, 2], [0, 2]],
    ['fork_delay 3', [0, 0], [0, 3]],
    ['fork_delay 3\n quorum_max 0', [0, 3], [0, 0]],
  ] as const)('a process: %s', (lines, detection, recovery) => {
    const item = itemOf(process(lines), 'track_process {\n web\n }');
    expect(item?.detection).toEqual({ min: detection[0], max: detection[1] });
    expect(item?.recovery).toEqual({ min: recovery[0], max: recovery[1] });
  });

  test('a BFD session', () => {
    const of = (lines: string): TrackedItem | undefined =>
      itemOf(`bfd_instance up {\n neighbor_ip 192.0.2.254\n ${lines}\n }`, 'track_bfd {\n up\n }');
    expect(of('')?.detection).toEqual({ min: 0, max: 0.05 });
    const slow = of('min_rx 100\n min_tx 50\n multiplier 3\n idle_tx 2000');
    expect(slow?.detection).toEqual({ min: 0, max: 0.3 });
    expect(slow?.recovery).toEqual({ min: 0, max: 6 });
  });

  test('a file, with what init_file writes into it', () => {
    const of = (lines: string): TrackedItem | undefined =>
      itemOf(`track_file load {\n file /run/load\n ${lines}\n }`, 'track_file {\n load\n }');
    expect(of('')?.detection).toEqual({ min: 0, max: 0 });
    expect(of('')?.value).toBe(0);
    expect(of('init_file')?.value).toBe(0);
    expect(of('init_file 7 overwrite')?.value).toBe(7);
  });

  describe('an interface', () => {
    function timesOf(more: string, lines = ''): Pick<TrackedItem, 'detection' | 'recovery'> {
      const [item] = modelOf({ lb1: `${more}\n${instance(lines)}` }).model.nodes[0]?.items ?? [];
      if (!item) throw new Error('it is not an item');
      return { detection: item.detection, recovery: item.recovery };
    }
    const delays = (line: string): string => `interface_up_down_delays {\n ${line}\n }`;

    test('are none', () => {
      expect(timesOf('').detection).toEqual({ min: 0, max: 1 });
    });

    test('are its delays', () => {
      expect(timesOf(delays('eth0 1 3'))).toEqual({
        detection: { min: 1, max: 2 },
        recovery: { min: 3, max: 3 },
      });
      expect(timesOf(delays('eth0 1')).recovery).toEqual({ min: 0, max: 0 });
      expect(timesOf(delays('eth1 1 3')).detection).toEqual({ min: 0, max: 1 });
    });

    test('are limited to what a backup waits', () => {
      const most = 2 - 1 / 256;
      expect(timesOf(delays('eth0 5 5'))).toEqual({
        detection: { min: most, max: most + 1 },
        recovery: { min: most, max: most },
      });
      expect(timesOf(delays('eth0 5 3')).recovery).toEqual({ min: 3, max: 3 });
      expect(timesOf(delays('eth0 5 3'), 'down_timer_adverts 1')).toEqual({
        detection: { min: 0, max: 1 },
        recovery: { min: 0, max: 0 },
      });
    });

    test.each([
      ['linkbeat_interfaces {\n eth0\n }', ''],
      ['linkbeat_use_polling', ''],
      ['', 'linkbeat_use_polling'],
    ])('are a second more when it is polled: %s %s', (more, lines) => {
      expect(timesOf(more, lines).detection).toEqual({ min: 0, max: 1 });
    });
  });
});
