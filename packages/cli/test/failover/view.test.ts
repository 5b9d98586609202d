import type { Scenario } from '@kalint/linter';
import { describe, expect, test } from 'vitest';
import { failoverForPeople } from '../../src/failover/pretty.ts';
import { plainText } from '../../src/failover/view/phrase.ts';
import type { RouterView, Row } from '../../src/failover/view/view.ts';
import { viewOf } from '../../src/failover/view/view-of.ts';
import { span } from '../../src/failover/view/words.ts';
import { noColours } from '../../src/terminal/colour.ts';
import { factsOf } from './facts.ts';
import { eight, modelOf, three, two } from './models.ts';

/* What is shown, whatever the format: the words, the order, and what is folded. */

function routerOf(model: Parameters<typeof factsOf>[0]): RouterView {
  const [router] = viewOf(factsOf(model)).routers;
  if (!router) throw new Error('there is no virtual router');
  return router;
}

function rowFor(router: RouterView, fault: string): Row {
  const rows = router.tables.flatMap((table) => table.rows);
  const row = rows.find(({ faults }) => faults.map(plainText).join(' + ') === fault);
  if (!row) throw new Error(`there is no row for ${fault}`);
  return row;
}

const said = (row: Row): readonly (string | undefined)[] => [
  row.tone,
  plainText(row.outcome),
  row.reason && plainText(row.reason),
];

describe('a row says what happens, and why not', () => {
  const router = routerOf(two);
  test.each([
    ['lb1:down', 'good', 'moves to lb2', undefined],
    ['lb1:script:chk_http', 'good', 'moves to lb2', undefined],
    ['lb1:script:chk_dns', 'warning', 'stays on lb1', 'chk_dns fails, priority 95 is not below 90'],
    ['lb2:script:chk_dns', 'calm', 'stays on lb1', undefined],
    [
      'link:lb1-lb2',
      'unavoidable',
      'split brain: lb1 and lb2',
      'a backup that does not hear its master takes over',
    ],
  ])('%s', (fault, ...expected) => {
    expect(said(rowFor(router, fault))).toEqual(expected);
  });

  test('nopreempt is named', () => {
    expect(said(rowFor(routerOf(three), 'lb1:script:chk_http'))).toEqual([
      'warning',
      'stays on lb1',
      'chk_http fails, priority 85 is below 90, but lb2 has nopreempt',
    ]);
  });

  test('with priorities before and after, and what is changed', () => {
    const row = rowFor(router, 'lb1:script:chk_http');
    expect(row.standings).toEqual([80, 90]);
    expect(row.changed).toEqual([
      { node: 'lb1', standing: 80 },
      { node: 'lb2', standing: 90 },
    ]);
    expect(row.ladder?.after.map(({ node, holds }) => [node, holds])).toEqual([
      ['lb2', 'yes'],
      ['lb1', 'no'],
    ]);
    expect(plainText(row.afterRepair ?? [])).toMatch(/^back in \d/);
  });
});

test('the healthy state comes first, in one sentence', () => {
  expect(plainText(routerOf(three).healthy)).toBe(
    'While all works, lb1 holds the addresses with priority 100, before lb2 with 90 and lb3 with 80.',
  );
  const even = modelOf([
    { name: 'a', priority: 100 },
    { name: 'b', priority: 100 },
  ]);
  const nobody = { ...even, routers: even.routers.map((each) => ({ ...each, members: [] })) };
  expect(plainText(routerOf(nobody).healthy)).toBe(
    'Nobody holds the addresses, even while all works.',
  );
});

test('what needs attention comes first, what nothing happens to last', () => {
  const [table] = routerOf(two).tables;
  const tones = (table?.rows ?? []).map(({ tone, needsAttention }) => [needsAttention, tone]);
  expect(tones[0]).toEqual([true, 'warning']);
  expect(tones[1]).toEqual([false, 'unavoidable']);
  expect(tones.at(-1)).toEqual([false, 'calm']);
  expect(plainText(table?.note ?? [])).toBe(
    '1 of 11 faults needs attention; 1 more makes a split brain, which VRRP cannot prevent.',
  );
});

describe('what is counted is what is marked', () => {
  const sound = modelOf([
    { name: 'lb1', priority: 100 },
    { name: 'lb2', priority: 90 },
  ]);

  test('nothing of a sound pair, although a cut link makes two masters', () => {
    const view = viewOf(factsOf(sound));
    const expected =
      'None of 7 single faults needs attention; 1 makes a split brain, which VRRP cannot prevent.';
    expect(plainText(view.summary)).toBe(expected);
    const [summary = '', , , ...lines] = failoverForPeople(view, noColours, 100).split('\n');
    expect(summary).toBe(expected);
    expect(lines.filter((line) => line.startsWith('!'))).toEqual([]);
    expect(lines).toContainEqual(expect.stringMatching(/^~ {2}link:lb1-lb2 +split brain/));
    expect(lines).toContainEqual(expect.stringMatching(/^~ {2}VRRP cannot prevent it: /));
  });

  test.each([sound, two, three, eight])('in every cluster', (model) => {
    const [table] = routerOf(model).tables;
    const marked = (table?.rows ?? [])
      .filter(({ tone }) => tone === 'bad' || tone === 'warning')
      .reduce((sum, { more }) => sum + 1 + more, 0);
    const note = plainText(table?.note ?? []);
    expect(note.startsWith(`${marked === 0 ? 'None' : marked} of `)).toBe(true);
  });

  test('a node that is alone has nobody to leave the addresses to', () => {
    expect(plainText(viewOf(factsOf(modelOf([{ name: 'lb1', priority: 100 }]))).summary)).toBe(
      'None of 3 single faults needs attention; 3 leave no master, which VRRP cannot prevent.',
    );
  });

  test('nodes that never hear each other are marked, whatever fails', () => {
    const deaf = {
      ...sound,
      routers: sound.routers.map((each) => ({
        ...each,
        members: each.members.map((member) => ({ ...member, hears: new Set<number>() })),
      })),
    };
    const link = { kind: 'link', nodes: ['lb1', 'lb2'] } as const;
    const [router] = viewOf(
      factsOf(deaf, [
        { change: 'fail', fault: link },
        { change: 'repair', fault: link },
      ]),
    ).routers;
    expect(router?.healthyTone).toBe('bad');
    expect(router?.tables[0]?.rows.map(({ verdict, tone }) => [verdict, tone])).toEqual([
      ['split-brain', 'bad'],
      ['split-brain', 'bad'],
    ]);
  });

  test('what lasts longer than the cut is marked', () => {
    const { report, ...rest } = factsOf(sound);
    const routers = report.routers.map((router) => ({
      ...router,
      scenarios: router.scenarios.map((each): Scenario =>
        each.verdict === 'split-brain'
          ? { ...each, afterRepair: { ...each, verdict: 'split-brain' } }
          : each,
      ),
    }));
    const [router] = viewOf({ ...rest, report: { ...report, routers } }).routers;
    if (!router) throw new Error('there is no virtual router');
    expect(rowFor(router, 'link:lb1-lb2')).toMatchObject({ tone: 'bad', needsAttention: true });
  });
});

describe('rows that differ only in the node are one', () => {
  const router = routerOf(eight);

  test('and say for how many they stand', () => {
    const row = rowFor(router, 'lb-frankfurt-02:down');
    expect(row).toMatchObject({ more: 6, tone: 'calm' });
    // The standings of those that differ are not told.
    expect(row.standings).toEqual([150, ...Array.from({ length: 7 }, () => undefined)]);
  });

  test('but not when something else differs', () => {
    expect(rowFor(router, 'lb-frankfurt-01:down').more).toBe(0);
    const cuts = rowFor(router, 'link:lb-frankfurt-01-lb-frankfurt-02');
    expect(cuts).toMatchObject({ more: 6, tone: 'unavoidable' });
    expect(rowFor(router, 'link:lb-frankfurt-02-lb-frankfurt-03').more).toBe(20);
  });

  test('with the bounds of all of them', () => {
    const times = factsOf(eight).report.routers.flatMap(({ scenarios }) =>
      scenarios
        .filter(({ verdict }) => verdict === 'split-brain')
        .flatMap((each) => each.takeover ?? []),
    );
    expect(times).toHaveLength(7);
    expect(rowFor(router, 'link:lb-frankfurt-01-lb-frankfurt-02').takeover).toBe(
      span({
        min: Math.min(...times.map(({ min }) => min)),
        max: Math.max(...times.map(({ max }) => max)),
      }),
    );
  });

  test('and no fault set is lost', () => {
    const [table] = router.tables;
    const shown = (table?.rows ?? []).reduce((sum, { more }) => sum + 1 + more, 0);
    const single = factsOf(eight).report.routers[0]?.scenarios.filter(
      ({ faults }) => faults.length === 1,
    );
    expect(shown).toBe(single?.length);
  });
});

test('steps stand in their order, each seen from the one before', () => {
  const fault = { kind: 'down', node: 'lb1' } as const;
  const events = [
    { change: 'fail', fault },
    { change: 'repair', fault },
  ] as const;
  const { summary, routers } = viewOf(factsOf(two, events));
  const [table] = routers[0]?.tables ?? [];
  expect(
    table?.rows.map((row) => row.faults.map(plainText).concat(plainText(row.outcome))),
  ).toEqual([
    ['1. fail lb1:down', 'moves to lb2'],
    ['2. repair lb1:down', 'moves to lb1'],
  ]);
  expect(plainText(summary)).toBe('After 2 steps: VI_1 moves to lb1.');
});

test.each([
  [{ min: 0.609375, max: 0.609375 }, '0.61 s'],
  [{ min: 3.001, max: 3.999 }, '3–4 s'],
  [{ min: 2.609, max: 3.609 }, '2.6–3.7 s'],
  [{ min: 3, max: 3 }, '3 s'],
  [{ min: 0.1 + 0.2, max: 0.3 }, '0.3 s'],
  [{ min: 120.2, max: 130.1 }, '120–131 s'],
  [{ min: 2, max: Number.POSITIVE_INFINITY }, '2 s or more'],
])('bounds stay bounds when they are rounded: %j', (bounds, text) => {
  expect(span(bounds)).toBe(text);
});
