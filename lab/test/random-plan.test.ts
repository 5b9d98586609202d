import { formatFault, readNodes } from '@kalint/linter';
import { describe, expect, test } from 'vitest';
import { canAskKeepalived } from '../../scripts/keepalived/installed.ts';
import { startKeepalived } from '../../scripts/keepalived/keepalived.ts';
import { keptPlans } from '../kept-plans.ts';
import type { Plan } from '../plan.ts';
import { randomPlan } from '../random-plan.ts';

const release = '2.2.7';

const random = Array.from({ length: 200 }, (_, number) =>
  randomPlan(number, { seed: 7, nodes: undefined, processes: true, faults: 2, release }),
);

test('a number is always the same plan', () => {
  const again = randomPlan(11, { seed: 7, nodes: undefined, processes: true, faults: 2, release });
  expect(again).toEqual(random[11]);
  expect(random[12]).not.toEqual({ ...random[11], name: random[12]?.name });
});

test('another seed is another plan', () => {
  const other = randomPlan(11, { seed: 8, nodes: undefined, processes: true, faults: 2, release });
  expect(other.nodes).not.toEqual(random[11]?.nodes);
});

test('as many nodes and faults as are wanted', () => {
  const { nodes, events } = randomPlan(3, {
    seed: 7,
    nodes: 4,
    processes: true,
    faults: 3,
    release,
  });
  expect([nodes.length, events.length]).toEqual([4, 6]);
});

test('no processes where keepalived sees none', () => {
  const wishes = { seed: 7, nodes: undefined, processes: false, faults: 2, release } as const;
  for (let number = 0; number < 50; number++) {
    const texts = randomPlan(number, wishes).nodes.map(({ text }) => text);
    expect(texts.join('')).not.toContain('process');
  }
});

test('each fault is repaired once, and after it has come', () => {
  for (const { events } of random) {
    const text = events.map(({ change, fault }) => `${change} ${formatFault(fault)}`);
    expect(new Set(text).size).toBe(events.length);
    const failed = text.slice(0, 2).map((each) => each.replace('fail', 'repair'));
    expect(text.slice(2).sort()).toEqual(failed.sort());
  }
});

test('every kind of fault is drawn', () => {
  const kinds = new Set(random.flatMap(({ events }) => events.map(({ fault }) => fault.kind)));
  const all = ['bfd', 'down', 'file', 'interface', 'link', 'process', 'script', 'stop'];
  expect([...kinds].sort()).toEqual(all);
});

test('a plan that may have a race begins with nodes apart', () => {
  const isRacy = ({ nodes }: Plan): boolean =>
    nodes.some(({ text }) => /nopreempt|preempt_delay/.test(text));
  const racy = random.filter(isRacy);
  expect(racy.length).toBeGreaterThan(20);
  expect(racy.filter(({ start }) => start !== 'apart')).toEqual([]);
});

test('kalint has no problems with the texts', () => {
  for (const { nodes } of [...random, ...keptPlans()]) {
    for (const { name, text } of nodes) {
      const read = readNodes({ path: name, text }, release);
      expect(read.flatMap(({ problems }) => problems)).toEqual([]);
    }
  }
});

describe.skipIf(!canAskKeepalived(release))('the real daemon', () => {
  test('takes the texts', () => {
    const keepalived = startKeepalived(['eth0', 'eth1', 'eth2', 'eth9']);
    try {
      for (const { nodes, name } of [...random.slice(0, 40), ...keptPlans()]) {
        for (const node of nodes) {
          const text = node.text.replaceAll('/lab/', `${keepalived.folder}/`);
          const { crashed, lines } = keepalived.check(text);
          expect([name, crashed, lines.filter((line) => !isExpected(line))]).toEqual([
            name,
            false,
            [],
          ]);
        }
      }
    } finally {
      keepalived.close();
    }
  });
});

/** Trackers that count for nothing are meant. */
function isExpected(line: string): boolean {
  return /ignoring|removing|sync group|address owner|since own interface|setting weight/i.test(
    line,
  );
}
