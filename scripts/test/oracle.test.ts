import { rules } from '@kalint/linter';
import { expect, test } from 'vitest';
import { answeringRules } from '../oracle/answers.ts';
import { hostReason } from '../oracle/host-messages.ts';
import { reduce } from '../oracle/reduce.ts';
import { silentTraps } from '../oracle/silent-traps.ts';

/* What `pnpm oracle` rests on. The comparison itself is a step of `.ci/run`. */

test('complaints are answered by rules that exist', () => {
  const ids = rules.map(({ id }) => id);
  expect(answeringRules().filter((rule) => !ids.includes(rule))).toEqual([]);
});

test('silent traps are rules that give errors', () => {
  const errors = rules.filter(({ severity }) => severity === 'error').map(({ id }) => id);
  expect([...silentTraps.keys()].filter((rule) => !errors.includes(rule))).toEqual([]);
});

const complaint = (message: string): { line: number | undefined; message: string } => {
  return { line: undefined, message };
};

test('a complaint about the machine is told from one about the text', () => {
  const removed = complaint('Unable to set default user for vrrp script chk_web - removing');
  const missed = complaint('(VI_1) track script chk_web not found, ignoring...');
  expect(hostReason(removed, [removed])).toBeDefined();
  expect(hostReason(missed, [removed, missed])).toBeDefined();
  expect(hostReason(missed, [missed])).toBeUndefined();
  expect(hostReason(complaint("Unknown keyword 'priorty'"), [])).toBeUndefined();
});

test('a reproduction is as short as its fault allows', async () => {
  const text = 'global_defs {\n router_id a\n}\nvrrp_script b {\n interval 1\n rise x\n}\n';
  const short = await reduce(text, (each) => Promise.resolve(each.includes('rise x')));
  expect(short).toBe('vrrp_script b {\n rise x\n}\n');
});
