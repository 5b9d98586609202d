import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { configurationSchema } from '../../src/configuration/content.ts';
import { knownRules, mistakesIn, project } from './reading.ts';

const { read } = project();

function validatorOf(schema: object): (value: unknown) => boolean {
  const validate = new Ajv({ strict: true }).compile(schema);
  return (value) => validate(value);
}

test('the schema and the command agree', () => {
  const fits = validatorOf(configurationSchema(knownRules));
  const mixed = <T>(good: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
    fc.oneof(
      { weight: 9, arbitrary: good },
      fc.constantFrom(1, null, true, '', [], {}, 'x y', '@'),
    );
  const text = fc.constantFrom('lb1', 'a', 'b.conf', 'c/d');
  const node = fc.record(
    {
      file: mixed(fc.string({ unit: fc.constantFrom(...'abcd'), minLength: 3, maxLength: 20 })),
      name: mixed(fc.string({ unit: fc.constantFrom(...'abcd'), minLength: 3, maxLength: 20 })),
      configId: mixed(text),
      addresses: mixed(
        fc.dictionary(text, mixed(fc.array(fc.constantFrom('192.0.2.1', '::1/64')))),
      ),
    },
    { requiredKeys: ['file'] },
  );
  const anyNode = fc.oneof({ weight: 9, arbitrary: node }, fc.record({ file: text, other: text }));
  const content = fc.record(
    {
      profile: mixed(fc.constantFrom('strict', 'minimal')),
      keepalivedVersion: mixed(fc.constantFrom('2.2.7', 'debian-12', '2.2.9')),
      rules: mixed(
        fc.dictionary(
          fc.constantFrom('equal-priority', 'unused-script', 'unknown'),
          mixed(fc.constantFrom('off', 'info')),
        ),
      ),
      ignore: mixed(fc.constantFrom(['old'], ['*.bak', 'lab/**'], ['old', ' '])),
      failOn: mixed(fc.constantFrom('warning', 'never')),
      maxWarnings: mixed(fc.constantFrom(0, 3, 999_999_999)),
      baseline: mixed(fc.constantFrom('known.json', 'ci/known.json')),
      clusters: mixed(
        fc.array(
          fc.record(
            {
              name: mixed(text),
              nodes: mixed(fc.array(mixed(anyNode), { maxLength: 2 })),
              expectations: mixed(
                fc.array(mixed(fc.constantFrom('healthy: lb1', { healthy: 'lb1' }, { a: 1 }))),
              ),
            },
            { requiredKeys: ['nodes'] },
          ),
          { maxLength: 2 },
        ),
      ),
    },
    { requiredKeys: [] },
  );
  const seen = { good: 0, bad: 0 };
  fc.assert(
    fc.property(content, (value) => {
      // What a schema cannot say: that paths exist, names differ, addresses and expectations make sense.
      const mistakes = mistakesIn(read(JSON.stringify(value), 'kalint.config.json')).filter(
        (each) =>
          !/two nodes are called|is there twice|belongs to another|stands where|should be an address/.test(
            each,
          ),
      );
      const isGood = fits(value);
      expect([isGood, mistakes, value]).toEqual([mistakes.length === 0, mistakes, value]);
      seen[isGood ? 'good' : 'bad']++;
    }),
    { numRuns: 1000 },
  );
  expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(50);
});
