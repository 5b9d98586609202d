import { expect, test } from 'vitest';
import { lint, rulesOf } from '../src/index.ts';

test('who measures a check sees parsing, then each rule, once, and changes nothing', () => {
  const sources = [{ path: 'a.conf', text: 'vrrp_instance A {\n priorty 5\n}\n' }];
  const parts: string[] = [];
  const { diagnostics } = lint(sources, {
    measured: (part, work) => {
      parts.push(part);
      return work();
    },
  });
  expect(parts).toEqual(['parsing', ...rulesOf('recommended').map(({ id }) => id)]);
  expect(diagnostics).toEqual(lint(sources).diagnostics);
  expect(diagnostics).not.toEqual([]);
});
