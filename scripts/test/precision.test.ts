import { rules } from '@kalint/linter';
import { describe, expect, test } from 'vitest';
import { keyOf, reviewedFindings } from '../precision/reviewed.ts';
import { findingsOf, hasRealFiles, sample } from '../precision/sample.ts';

const reviewed = reviewedFindings();

test('every judgement is of a rule that there is, and says why', () => {
  const ids = rules.map(({ id }) => id);
  for (const { rule, note } of reviewed) {
    expect(ids).toContain(rule);
    expect(note.length).toBeGreaterThan(5);
  }
  expect(new Set(reviewed.map(keyOf)).size).toBe(reviewed.length);
});

describe.skipIf(!hasRealFiles())('the sample', () => {
  const found = new Set(sample().flatMap(findingsOf).map(keyOf));

  test('has no finding that nobody has judged', () => {
    const judged = new Set(reviewed.map(keyOf));
    expect([...found].filter((key) => !judged.has(key))).toEqual([]);
  });

  test('has the findings that are called right, and those that are called gone no more', () => {
    for (const finding of reviewed) {
      expect([keyOf(finding), found.has(keyOf(finding))]).toEqual([
        keyOf(finding),
        finding.verdict !== 'gone',
      ]);
    }
  });
});
