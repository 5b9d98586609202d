import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/failover/analysis/analysis.ts';
import {
  parseExpectation,
  quoteTerm,
  type Expectation,
} from '../../src/failover/expectations/expectation.ts';
import {
  checkExpectations,
  type ExpectationResult,
} from '../../src/failover/expectations/expectations.ts';
import { formatFault, type Fault } from '../../src/failover/model/faults.ts';
import type { FailoverModel, ModelRouter } from '../../src/failover/model/model.ts';
import type { Outcome, RouterReport, Scenario } from '../../src/failover/model/outcome.ts';
import { randomModel } from './random-model.ts';

function parsed(text: string): Expectation {
  const expectation = parseExpectation(text);
  if ('message' in expectation) throw new Error(`${text}: ${expectation.message}`);
  return expectation;
}

function checked(model: FailoverModel, text: string, maxFaults = 2): ExpectationResult {
  const [result] = checkExpectations(model, [parsed(text)], maxFaults);
  if (!result) throw new Error('nothing was checked');
  return result;
}

/** What contradicts it: the sentence, or `ok`, or the mistake. */
function answer(model: FailoverModel, text: string, maxFaults?: number): string {
  const result = checked(model, text, maxFaults);
  if (result.ok) return 'ok';
  return 'counterexample' in result
    ? result.counterexample.text
    : `${result.mistake.column}: ${result.mistake.message}`;
}

describe('an expectation is read', () => {
  test.each([
    [
      'healthy: lb1',
      { kind: 'healthy', router: undefined, holders: [{ text: 'lb1', column: 10 }] },
    ],
    ['healthy VI_1: lb1', { router: { text: 'VI_1', column: 9 } }],
    [
      'VI_1: healthy: lb1 or lb2',
      { router: { text: 'VI_1' }, holders: [{ text: 'lb1' }, { text: 'lb2' }] },
    ],
    ['healthy "VI_1 (51)": lb1', { router: { text: 'VI_1 (51)', column: 9 } }],
    [
      'when lb1:script:chk -> lb2 within 5s',
      { kind: 'when', faults: [{ text: 'lb1:script:chk', column: 6 }], within: 5 },
    ],
    [
      '  when   lb1:down ,lb2:interface:eth0   ->  lb3 ',
      { faults: [{ text: 'lb1:down' }, { text: 'lb2:interface:eth0' }], within: undefined },
    ],
    [
      'when lb1:script:"a, b -> \\"c\\" \\\\" -> lb2',
      { faults: [{ text: 'lb1:script:a, b -> "c" \\' }] },
    ],
    ['when "within:down" -> "or" or "->"', { holders: [{ text: 'or' }, { text: '->' }] }],
    [
      'VI_1: after repair of lb1:down -> lb1',
      { kind: 'after', router: { text: 'VI_1', column: 1 } },
    ],
    ['never no-master with 1 fault', { kind: 'never', verdict: 'no-master', faults: 1 }],
    ['never split-brain', { kind: 'never', verdict: 'split-brain', faults: undefined }],
    ['VI_1: never undecided with 2 faults', { router: { text: 'VI_1' }, faults: 2 }],
  ])('%s', (text, expectation) => {
    expect(parseExpectation(text)).toMatchObject({ text, ...expectation });
  });

  test.each([
    ['', 1, 'an expectation should stand here'],
    ['lb1', 1, '`lb1` stands where an expectation should begin'],
    ['wehn lb1:down -> lb2', 1, 'did you mean `when`?'],
    ['healhty: lb1', 1, '`healhty` begins no expectation; did you mean `healthy`?'],
    ['healthy lb1', 9, 'a colon should stand before the node'],
    ['healthy:', 9, 'a node should stand here'],
    ['VI_1: healthy VI_2: lb1', 15, 'the virtual router is named twice'],
    [': healthy: lb1', 1, 'the name of the virtual router is missing'],
    ['when -> lb2', 6, 'a fault is missing here'],
    ['when lb1:down, -> lb2', 16, 'a fault is missing here'],
    ['when lb1:down lb2', 15, '`lb2` stands where `->` and a node should begin'],
    ['when lb1:down ->', 17, 'a node should stand here'],
    ['when lb1:down -> within 5s', 18, 'a node is missing here'],
    ['when lb1:down -> lb2 or', 24, 'a node should stand here'],
    ['when lb1:down -> lb2 within 5', 29, '`5` is no time'],
    ['when lb1:down -> lb2 soon', 22, '`soon` is too much here'],
    ['when a, b, c, d, e -> lb2', 18, 'more than 4 faults are not looked at'],
    ['after lb1:down -> lb2', 7, '`lb1:down` stands where `repair of`'],
    ['never no-mastr', 7, 'did you mean `no-master`?'],
    ['never split-brain with 0 faults', 24, 'it should be a number from 1 to 4'],
    ['never split-brain with 1 link', 26, '`link` stands where `fault` or `faults` should begin'],
    ['healthy: "lb1', 10, 'this quote has no end'],
  ])('%j: column %d, %s', (text, column, message) => {
    expect(parseExpectation(text)).toEqual({ column, message: expect.stringContaining(message) });
  });

  test('any text is an expectation or a mistake with a column in it, at once', () => {
    const word = fc.constantFrom(
      ...[
        'healthy',
        'healthy:',
        'when',
        'after',
        'repair',
        'of',
        'never',
        'with',
        '1',
        'fault',
        '->',
        ',',
      ],
      ...[
        'lb1',
        'lb1:down',
        'or',
        'within',
        '5s',
        'VI_1:',
        '"',
        '"a b"',
        '\\',
        '\u0000',
        'no-master',
      ],
    );
    const near = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ unit: 'binary' })), (text) => {
        const result = parseExpectation(text);
        expect(result).toMatchObject('message' in result ? {} : { text });
        if (!('message' in result)) return;
        expect(result.column).toBeGreaterThanOrEqual(1);
        expect(result.column).toBeLessThanOrEqual(text.length + 1);
        expect(result.message.length).toBeLessThan(300);
      }),
    );
    for (const many of ['"', '\\', ',', ': ', '" ', 'a" ', 'when ', '""']) {
      expect(parseExpectation(many.repeat(200_000))).toHaveProperty('message');
    }
  });

  test('any names are read back when they are quoted as they must be', () => {
    const name = fc.string({ unit: fc.constantFrom(...'ab ,":\\->\n\u001b'), minLength: 1 });
    fc.assert(
      fc.property(name, name, name, (scope, fault, holder) => {
        const text = `${quoteTerm(scope)}: when ${quoteTerm(fault)} -> ${quoteTerm(holder)}`;
        expect(parsed(text)).toMatchObject({
          router: { text: scope },
          faults: [{ text: fault }],
          holders: [{ text: holder }],
        });
      }),
    );
  });
});

/** Two nodes, 100 and 90; a check on the first takes 20 or, on the other router, 5. */
const pair: FailoverModel = {
  nodes: ['lb1', 'lb2'].map((name) => ({
    name,
    startupDelay: 0,
    items: [
      {
        kind: 'script' as const,
        name: 'chk',
        detection: { min: 0, max: 4 },
        recovery: { min: 0, max: 4 },
        value: 0,
      },
    ],
  })),
  routers: [router('VI_1', -20), router('VI_2', -5)],
};

function router(id: string, weight: number): ModelRouter {
  return {
    id,
    virtualRouterId: 51,
    family: 4,
    members: [100, 90].map((base, node) => ({
      ...{ node, instance: id, interface: 'eth0', base, preempt: true, preemptDelay: 0 },
      trackers: [{ item: 0, weight, reverse: false }],
      ...{ startsAsMaster: false, version: 2 as const, advertInterval: 1, downTimerAdverts: 3 },
      hears: new Set([1 - node]),
      ...{ address: undefined, syncGroup: undefined },
    })),
  };
}

describe('of a pair', () => {
  test.each([
    ['healthy: lb1', 'ok'],
    ['healthy: lb2', 'VI_1: while nothing is broken lb1 is master'],
    ['healthy VI_2: lb1 or lb2', 'ok'],
    ['VI_1: when lb1:script:chk -> lb2', 'ok'],
    // The other virtual router stays: it is expected of each.
    ['when lb1:script:chk -> lb2', 'VI_2: with lb1:script:chk lb1 is master'],
    ['when lb1:down -> lb2 within 4s', 'ok'],
    ['when lb1:stop -> lb2 within 1s', 'ok'],
    [
      'VI_1: when lb1:down -> lb2 within 2s',
      'VI_1: with lb1:down lb2 is master, but only after up to 3.6 s',
    ],
    ['when lb2:script:chk -> lb1 within 0s', 'ok'],
    ['when lb1:down, lb2:down -> lb1 or lb2', 'VI_1: with lb1:down and lb2:down nobody is master'],
    ['after repair of lb1:down -> lb1', 'ok'],
    ['after repair of lb1:down -> lb2', 'VI_1: when lb1:down has come and gone lb1 is master'],
    ['when link:lb1-lb2 -> lb1', 'VI_1: with link:lb1-lb2 lb1 and lb2 are masters'],
    ['never no-master with 1 fault', 'ok'],
    ['never split-brain', 'ok'],
    ['never undecided', 'ok'],
  ])('%s: %s', (text, expected) => {
    expect(answer(pair, text)).toBe(expected);
  });

  test('the counterexample is data, too', () => {
    expect(checked(pair, 'VI_1: when lb1:down -> lb2 within 2s')).toMatchObject({
      text: 'VI_1: when lb1:down -> lb2 within 2s',
      ok: false,
      counterexample: {
        router: 'VI_1',
        faults: [{ kind: 'down', node: 'lb1' }],
        isRepaired: false,
        masters: ['lb2'],
        candidates: [],
        takeover: { min: 2 + 166 / 256, max: 3 + 166 / 256 },
      },
    });
  });

  test('never counts as many faults as are wanted, and names the fewest that suffice', () => {
    const result = checked(pair, 'never no-master', 3);
    expect(result).toMatchObject({ ok: false, counterexample: { masters: [] } });
    if (result.ok || !('counterexample' in result)) return;
    expect(result.counterexample.faults).toHaveLength(2);
    expect(
      result.counterexample.faults.every(({ kind }) => kind === 'down' || kind === 'stop'),
    ).toBe(true);
    expect(checked(pair, 'never no-master', 1)).toEqual({ text: 'never no-master', ok: true });
    expect(checked(pair, 'never no-master with 2 faults', 1).ok).toBe(false);
  });

  test.each([
    ['healthy: lb3', '10: there is no node `lb3`; did you mean `lb1` or `lb2`?'],
    ['VI_3: healthy: lb1', '1: there is no virtual router `VI_3`; did you mean `VI_1` or `VI_2`?'],
    [
      'when lb1:script:chkk -> lb2',
      '6: nothing on `lb1` depends on script `chkk`; did you mean `chk`?',
    ],
    ['when lb1:process:x -> lb2', '6: nothing on `lb1` depends on process `x`; there is `'],
    ['when db:down -> lb2', '6: there is no node `db`; there is `lb1`, `lb2`'],
    ['when lb1:dwn -> lb2', '6: `lb1:dwn` is no fault; did you mean `down`?'],
    ['when power -> lb2', '6: `power` is no fault; write `lb1:down`'],
    ['when link:lb1-lb3 -> lb2', '6: `link:lb1-lb3` is no link between two nodes'],
  ])('%s names what is not there: %s', (text, mistake) => {
    expect(answer(pair, text)).toContain(mistake);
  });
});

test('two nodes that do not hear each other are split without any fault', () => {
  const [first] = pair.routers;
  const deaf = {
    ...pair,
    routers: first
      ? [
          {
            ...first,
            members: first.members.map((each) => ({ ...each, hears: new Set<number>() })),
          },
        ]
      : [],
  };
  expect(answer(deaf, 'never split-brain')).toBe(
    'VI_1: while nothing is broken lb1 and lb2 are masters',
  );
  expect(checked(deaf, 'never split-brain')).toMatchObject({ counterexample: { faults: [] } });
});

describe('on random clusters the answers are those of the analysis', () => {
  const clusters = Array.from({ length: 60 }, (_, seed) => {
    const model = randomModel(seed + 1, { nodes: 3, routers: 2, items: 2 });
    return { seed: seed + 1, model, reports: analyse(model, 1) };
  });

  /** Who may be master, one at a time. */
  function isHeldBy(name: string, { masters, candidates }: Outcome): boolean {
    return candidates.length === 0 && masters.length === 1 && masters[0] === name;
  }

  function withName(name: string): string {
    return quoteTerm(name);
  }

  function termOf(faults: readonly Fault[]): string {
    return faults.map((fault) => withName(formatFault(fault))).join(', ');
  }

  const singles = ({ scenarios }: RouterReport): readonly Scenario[] =>
    scenarios.filter(({ faults }) => faults.length === 1);

  test('healthy, when and after, of each node and each fault', () => {
    let held = 0;
    let asked = 0;
    for (const { seed, model, reports } of clusters) {
      for (const report of reports) {
        for (const { name } of model.nodes) {
          const cases: [string, boolean][] = [
            [`healthy ${report.id}: ${name}`, isHeldBy(name, report.initial)],
          ];
          for (const scenario of singles(report)) {
            const faults = termOf(scenario.faults);
            cases.push([`${report.id}: when ${faults} -> ${name}`, isHeldBy(name, scenario)]);
            cases.push([
              `${report.id}: after repair of ${faults} -> ${name}`,
              isHeldBy(name, scenario.afterRepair),
            ]);
          }
          for (const [text, ok] of cases) {
            expect([seed, text, checked(model, text).ok]).toEqual([seed, text, ok]);
            asked++;
            if (ok) held++;
          }
        }
      }
    }
    // Both answers are common.
    expect(held).toBeGreaterThan(asked / 20);
    expect(held).toBeLessThan(asked / 2);
  });

  test('never, with one fault', () => {
    const seen = new Set<boolean>();
    for (const { seed, model, reports } of clusters) {
      for (const report of reports) {
        const outcomes = [
          report.initial,
          ...singles(report).filter(({ faults }) => faults[0]?.kind !== 'link'),
        ];
        const isSplit = outcomes.some(
          ({ masters, candidates }) => masters.length + Math.min(1, candidates.length) > 1,
        );
        const { ok } = checked(model, `${report.id}: never split-brain with 1 fault`);
        expect([seed, report.id, ok]).toEqual([seed, report.id, !isSplit]);
        seen.add(ok);
      }
    }
    expect([...seen].sort()).toEqual([false, true]);
  });
});
