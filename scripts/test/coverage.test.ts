import { lint, rules } from '@kalint/linter';
import { isRelease } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { readAmong } from '../../packages/linter/test/read-among.ts';
import type { Coverage } from '../coverage/coverage.ts';
import { coverage, coverageByFile, coveredPart, coveredPlaces } from '../coverage/index.ts';
import { patternOfFormat, referenceMessages } from '../coverage/reference.ts';

/* What docs/keepalived-t.md says of keepalived's messages. */

const files = Object.entries(coverageByFile);

describe.each(files)('scripts/coverage/%s', (_, of) => {
  test('names rules that exist', () => {
    const ids = new Set(rules.map(({ id }) => id));
    const named = coveredPlaces(of).map(({ rule }) => rule);
    expect(named.filter((rule) => !ids.has(rule))).toEqual([]);
  });

  test('has examples in which the rules find something', () => {
    expect(silentExamples(of)).toEqual([]);
  });

  test('gives reasons', () => {
    const reasons = Object.entries(of).flatMap(([place, message]) => {
      if ('rule' in message) return [];
      const reason = 'open' in message ? message.open : message.dependsOn;
      return /^\S.*[^.\s]$/.test(reason) ? [] : [[place, reason]];
    });
    expect(reasons).toEqual([]);
  });
});

function silentExamples(of: Coverage): readonly string[] {
  return coveredPlaces(of).flatMap(({ place, rule, example, release }) => {
    if (release !== undefined && !isRelease(release)) return [`${place}: no release ${release}`];
    const options = {
      ...{ rules, ...(release === undefined ? {} : { release }) },
      // Nothing lies beside an example.
      readInclude: readAmong([]),
    };
    const { diagnostics } = lint([{ path: 'keepalived.conf', text: example }], options);
    const found = diagnostics.map((each) => each.rule);
    return found.includes(rule) ? [] : [`${place}: not ${rule} but ${found.join(', ')}`];
  });
}

test('no message is in two files', () => {
  const places = files.flatMap(([, of]) => Object.keys(of));
  expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
});

test('nine of ten messages that text decides are covered', () => {
  expect(coveredPart()).toBeGreaterThanOrEqual(0.9);
});

const reference = referenceMessages();
if (!reference) console.warn('skipped: the reference is not there');

test.skipIf(!reference)('the messages are those of keepalived 2.4.3', () => {
  const places = new Set(reference?.map(({ place }) => place));
  expect({
    missing: [...places].filter((place) => !(place in coverage)),
    unknown: Object.keys(coverage).filter((place) => !places.has(place)),
  }).toEqual({ missing: [], unknown: [] });
});

test('a format is recognised in what was printed with it', () => {
  const pattern = patternOfFormat('(%s) weight %s must be in [%d..%d] - %.2fs, %zu %%');
  expect('(VI_1) weight x must be in [-253..253] - 1.50s, 3 %').toMatch(pattern);
  expect('(VI_1) weight x must be in [-253..253]').not.toMatch(pattern);
});
