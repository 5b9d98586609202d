import { expect, test } from 'vitest';
import { compare } from '../comparison.ts';
import { nodesOf, type Observation } from '../experiment.ts';
import type { Plan } from '../plan.ts';
import { priorityAt, priorityChangesIn } from '../priorities.ts';
import { summary } from '../report.ts';

const release = '2.2.7';

/** Two nodes of which the second takes over 0.6 to 0.8 s and a skew time after the first one has lost power. */
const plan: Plan = {
  name: 'power',
  nodes: ['100', '90'].map((priority, index) => ({
    name: `lb${index + 1}`,
    text: `vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority ${priority}
    version 3
    advert_int 0.2
    virtual_ipaddress {
        10.0.0.100/24
        10.0.0.101/24
    }
}
`,
  })),
  start: 'together',
  events: [{ change: 'fail', fault: { kind: 'down', node: 'lb1' } }],
};

const nodes = nodesOf(plan, '/nowhere', release);

/** lb1 is master from the beginning, loses power at 100, and this is what is seen then. */
function judge(
  later: Observation['sightings'],
  priorityChanges: Observation['priorityChanges'] = [],
): readonly (string | undefined)[] {
  const sightings = [...added(1, 0, ['100', '101']), ...later];
  const phases = [
    { event: undefined, after: 0, before: 0, end: 100 },
    { event: plan.events[0], after: 100, before: 100.01, end: 110 },
  ];
  return compare(plan, nodes, { sightings, priorityChanges, phases }, release).map(
    (each) => each.disagreement,
  );
}

function added(time: number, host: number, last: readonly string[]): Observation['sightings'] {
  return last.map((each) => ({ time, host, address: `10.0.0.${each}`, isThere: true }));
}

const gone: Observation['sightings'] = ['100', '101'].map((each) => ({
  ...{ time: 100.005, host: 0, address: `10.0.0.${each}`, isThere: false },
}));

test('what the model says is an agreement', () => {
  expect(judge([...gone, ...added(100.65, 1, ['100', '101'])])).toEqual([undefined, undefined]);
});

test.each([
  ['nobody takes over', gone, 'other masters'],
  ['both hold the addresses', added(100.65, 1, ['100', '101']), 'other masters'],
  ['one address is missing', [...gone, ...added(100.65, 1, ['100'])], /only some of the addresses/],
  ['it takes too long', [...gone, ...added(101.2, 1, ['100', '101'])], 'too late'],
  [
    'the last address comes too late',
    [...gone, ...added(100.65, 1, ['100']), ...added(101.2, 1, ['101'])],
    'too late',
  ],
  ['it is too quick', [...gone, ...added(100.2, 1, ['100', '101'])], 'too early'],
] as const)('%s', (_, sightings, disagreement) => {
  const [start, later] = judge(sightings);
  expect(start).toBeUndefined();
  expect(later).toMatch(disagreement);
});

test('another priority than the model says is a disagreement', () => {
  const log = '101.500 (VI_1) Changing effective priority from 90 to 70\n';
  const [start, later] = judge(
    [...gone, ...added(100.65, 1, ['100', '101'])],
    priorityChangesIn(log, 1),
  );
  expect([start, later]).toEqual([undefined, expect.stringContaining('other priorities')]);
});

test('a daemon that has started again has its configured priorities', () => {
  const log = '5.0 (VI_1) Changing effective priority from 90 to 70\n50.0 -- started\n';
  const changes = priorityChangesIn(log, 1);
  expect([10, 60].map((time) => priorityAt(changes, 1, 'VI_1', 90, time))).toEqual([70, 90]);
});

test('the summary counts what was compared', () => {
  const phases = [{ event: undefined, after: 0, before: 0, end: 100 }];
  const sightings = added(1, 1, ['100', '101']);
  const comparisons = compare(plan, nodes, { sightings, priorityChanges: [], phases }, release);
  expect(summary([{ plan, folder: '', comparisons }])).toContain(
    'clusters that agree: 0, that do not: 1',
  );
});
