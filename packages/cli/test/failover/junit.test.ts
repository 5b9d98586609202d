import { expect, test } from 'vitest';
import { failoverAsJunit } from '../../src/failover/junit.ts';
import { xmlErrors } from '../formats/schemas.ts';
import { factsOf } from './facts.ts';
import { modelOf } from './models.ts';

/* Expectations as tests of a pipeline. */

const facts = factsOf(
  modelOf([
    { name: 'lb1', priority: 100 },
    { name: 'lb2', priority: 90 },
  ]),
);

const failing = {
  ...({ text: 'healthy: <lb9>', ok: false } as const),
  mistake: { message: 'there is no node `<lb9>` \u001b[31m]]>', column: 1 },
};

test('an expectation that holds is a test that passes, another one fails and says why', async () => {
  const text = failoverAsJunit({
    ...facts,
    expectations: [{ text: 'healthy: lb1', ok: true }, failing],
  });
  expect(await xmlErrors('junit', [text])).toEqual([]);
  expect(text).toContain('<testsuite name="expectations" tests="2" failures="1"');
  expect(text).toContain('<testcase name="healthy: lb1" classname="expectations" time="0"/>');
  expect(text).toMatch(
    /<testcase name="healthy: &lt;lb9&gt;" [^>]+>\n +<failure message="there is no node `&lt;lb9&gt;` ␛\[31m\]\]&gt;" type="expectation">/,
  );
});

test('each file has a suite of its own, for what rules say of it', () => {
  const text = failoverAsJunit(facts);
  for (const { file } of facts.report.nodes)
    expect(text).toContain(`<testsuite name="${file}" tests="1" failures="0"`);
});

test('without expectations that is said, and the report is not empty', async () => {
  const text = failoverAsJunit(facts);
  expect(await xmlErrors('junit', [text])).toEqual([]);
  expect(text).toMatch(/name="nothing is expected"[^>]*>\n +<system-out>/);
});
