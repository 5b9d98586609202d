import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '@kalint/linter';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { builtCommand, faulty } from './built-command.ts';

const { kalint, write } = builtCommand();

describe('kalint explain', () => {
  test('has the whole page of every rule', () => {
    const { status, stdout, stderr } = kalint(['explain', ...rules.map(({ id }) => id)]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const { id } of rules) expect(stdout).toMatch(new RegExp(`^${id}: \\w+`, 'm'));
    for (const title of ['Why', 'Wrong', 'Right']) {
      const found = stdout.match(new RegExp(`^${title}$`, 'gm'));
      expect([title, found?.length]).toEqual([title, rules.length]);
    }
    expect(stdout).not.toMatch(/^```|\]\(/m);
  });

  test('takes several', () => {
    const { stdout } = kalint(['explain', 'equal-priority', 'unknown-keyword']);
    expect(stdout).toMatch(/^equal-priority: [^]*\nunknown-keyword: /);
  });

  test('of a rule that does not exist names those that are near', () => {
    expect(kalint(['explain', 'equl-priority'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'kalint: there is no rule equl-priority; did you mean equal-priority?\n',
    });
    expect(kalint(['explain', '\u001b[31m']).stderr).not.toContain('\u001b');
  });

  test('does not hide a file of its name', () => {
    write('explain', faulty);
    expect(kalint(['./explain']).stdout).toContain('priorty');
    expect(kalint(['explain'])).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('kalint rules', () => {
  test('lists every rule', () => {
    const { status, stdout } = kalint(['rules']);
    expect(status).toBe(0);
    for (const { id, summary } of rules) expect(stdout).toMatch(lineOf(id, summary));
    expect(stdout).toContain(`${rules.length} rules`);
  });

  test('as JSON fits its schema', () => {
    const schema: unknown = JSON.parse(
      readFileSync(join(import.meta.dirname, '../schema/rules.schema.json'), 'utf8'),
    );
    if (typeof schema !== 'object' || !schema) throw new Error('the schema is no object');
    const fits = new Ajv({ allErrors: true }).compile(schema);
    const listed: unknown = JSON.parse(kalint(['rules', '--format', 'json']).stdout);
    fits(listed);
    expect(fits.errors ?? []).toEqual([]);
    expect(listed).toMatchObject({ rules: rules.map(({ id, severity }) => ({ id, severity })) });
  });
});

describe('the rules that run', () => {
  const found = (...words: readonly string[]): readonly string[] =>
    JSON.parse(kalint(['--format', 'json', ...words]).stdout).diagnostics.map(
      ({ rule, severity }: { rule: string; severity: string }) => `${severity} ${rule}`,
    );

  test('are those of the profile', () => {
    write('empty.conf', '');
    expect(found('empty.conf')).toEqual(['info empty-configuration']);
    expect(found('--profile', 'minimal', 'empty.conf')).toEqual([]);
  });

  test('are as severe as the command line says', () => {
    write('empty.conf', '');
    expect(found('--rule', 'empty-configuration=error', 'empty.conf')).toEqual([
      'error empty-configuration',
    ]);
    expect(kalint(['--rule', 'empty-configuration=error', 'empty.conf']).status).toBe(1);
    expect(found('--rule', 'empty-configuration=off', 'empty.conf')).toEqual([]);
  });

  test('must exist', () => {
    expect(kalint(['--rule', 'empty-configuraton=off', 'empty.conf'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'kalint: there is no rule empty-configuraton; did you mean empty-configuration?\n',
    });
  });
});

function lineOf(id: string, summary: string): RegExp {
  const escaped = summary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^(?:error|warning|info) +${id} +${escaped}`, 'm');
}
