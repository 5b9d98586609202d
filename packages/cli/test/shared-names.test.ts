import * as linter from '@kalint/linter';
import * as parser from '@kalint/parser';
import { expect, test } from 'vitest';

// The bundle of the check offers both to the rest of the command (scripts/build.ts); of one name in both it
// would offer neither.
test('parser and linter have no exported name in common', () => {
  const names = new Set(Object.keys(parser));
  expect(names.size).toBeGreaterThan(0);
  expect(Object.keys(linter).filter((name) => names.has(name))).toEqual([]);
});
