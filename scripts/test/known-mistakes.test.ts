import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '@kalint/linter';
import { expect, test } from 'vitest';
import { knownMistakes } from '../coverage/ideas.ts';

/* What docs/known-mistakes.md says of the rules. */

const all = Object.values(knownMistakes);
const fixtures = join(import.meta.dirname, '../../fixtures/rules');

test('all 103 are there', () => {
  const numbers = Array.from({ length: 103 }, (_, index) => index + 1);
  expect(Object.keys(knownMistakes).map(Number)).toEqual(numbers);
});

test('each has a rule, or a reason why it has none', () => {
  const isOpen = (rulesOf: readonly string[], reason = ''): boolean =>
    rulesOf.length === 0 && !reason.endsWith('.');
  expect(all.filter((each) => isOpen(each.rules, each.reason))).toEqual([]);
});

test('their rules exist, and have fixtures', () => {
  const ids = new Set(rules.map(({ id }) => id));
  const named = [...new Set(all.flatMap((each) => each.rules))];
  const hasAll = (rule: string): boolean => ids.has(rule) && existsSync(join(fixtures, rule));
  expect(named.filter((rule) => !hasAll(rule))).toEqual([]);
});

test('no title stands for two', () => {
  const titles = all.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
});
