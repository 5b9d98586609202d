import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { builtCommand, clean, faulty } from './built-command.ts';

const { kalint, shell, write } = builtCommand();

const schema: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../schema/report.schema.json'), 'utf8'),
);
const isReport = (() => {
  if (typeof schema !== 'object' || !schema) throw new Error('the schema is no object');
  return new Ajv({ allErrors: true, strict: true }).compile(schema);
})();

const sample = ['master.conf', 'backup.conf'].map((name) =>
  join(import.meta.dirname, '../../../fixtures/sample', name),
);

describe('json', () => {
  test.each([
    ['the sample pair', () => kalint(['--format', 'json', ...sample])],
    ['no findings', () => kalint(['--format', 'json', 'clean.conf'])],
    [
      'unreleased',
      () => kalint(['--format=json', '--keepalived-version=unreleased', 'clean.conf']),
    ],
    ['odd bytes', () => kalint(['--format', 'json', 'odd "\\\u001b\u2028.conf'])],
  ])('fits its schema: %s', (_, run) => {
    write('clean.conf', clean);
    write('odd "\\\u001b\u2028.conf', Buffer.from('\u00ff"\\\u001b\u0085 \u0001{\n}}', 'latin1'));
    const { stdout } = run();
    isReport(JSON.parse(stdout));
    expect(isReport.errors ?? []).toEqual([]);
    expect(stdout.endsWith('}\n')).toBe(true);
  });

  test('the schema is not met by anything else', () => {
    expect(isReport({ version: 2 })).toBe(false);
  });

  test('says everything about a finding, with file names as they were given', () => {
    write('faulty.conf', faulty);
    const { stdout } = kalint(['--format', 'json', './faulty.conf']);
    const start = faulty.indexOf('priorty');
    const range = {
      start: { line: 4, column: 5, offset: start },
      end: { line: 4, column: 12, offset: start + 7 },
    };
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      tool: { name: 'kalint', version: expect.any(String) },
      keepalived: '2.4.3',
      diagnostics: [
        {
          rule: 'unknown-keyword',
          severity: 'error',
          message: expect.stringContaining('`priorty`'),
          file: './faulty.conf',
          range,
          notes: [expect.any(String), expect.stringMatching(/^help: .*`priority`/)],
          related: [],
          fix: {
            title: expect.any(String),
            safety: 'safe',
            edits: [{ file: './faulty.conf', range, text: 'priority' }],
          },
          url: 'https://github.com/kalint/kalint/blob/main/docs/rules/unknown-keyword.md',
        },
      ],
      summary: { files: 1, errors: 1, warnings: 0, infos: 0, fixable: 1 },
    });
  });

  test('has no fix where there is none, and the other node as related place', () => {
    write('one.conf', clean);
    write('two.conf', clean.replace('51', '52').replace('100', '90'));
    const { stdout } = kalint(['--format', 'json', 'one.conf', 'two.conf']);
    const { diagnostics } = JSON.parse(stdout);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      rule: 'virtual-router-id-mismatch',
      related: [{ range: { start: { line: 3 } } }],
    });
    expect(diagnostics[0]).not.toHaveProperty('fix');
  });

  test('the same input gives the same bytes', () => {
    const { stdout } = kalint(['--format', 'json', ...sample]);
    expect(kalint(['--format', 'json', ...sample]).stdout).toBe(stdout);
    expect(kalint(['--format', 'json', ...sample], { LANG: 'tr_TR.UTF-8' }).stdout).toBe(stdout);
  });

  test('is sorted by file and position', () => {
    const { diagnostics } = JSON.parse(kalint(['--format', 'json', ...sample]).stdout);
    const keys: string[] = diagnostics.map(
      (each: { file: string; range: { start: { offset: number } } }) =>
        `${each.file} ${String(each.range.start.offset).padStart(8)}`,
    );
    expect(keys.length).toBeGreaterThan(2);
    expect(keys).toEqual(keys.toSorted());
  });
});

describe('pretty', () => {
  test('what, where, why, what to do', () => {
    write('faulty.conf', faulty.replaceAll('    ', '\t'));
    expect(kalint(['faulty.conf']).stdout).toBe(`\
error[unknown-keyword]: unknown keyword \`priorty\` in \`vrrp_instance\`
  at faulty.conf:4:2
 4 |     priorty 100
   |     ^^^^^^^
  note: keepalived reports "Unknown keyword" and ignores the line
  help: did you mean \`priority\`?
  fix: write \`priority\`

1 error in 1 file; --fix has repairs for all
\`kalint explain unknown-keyword\` says more
`);
  });

  test('related places have excerpts of their own, below gutters of one width', () => {
    write('one.conf', clean);
    write('two.conf', `${'#\n'.repeat(120)}${clean.replace('51', '52').replace('100', '90')}`);
    const { stdout } = kalint(['one.conf', 'two.conf']);
    expect(stdout).toMatch(
      /^ {4}at two\.conf:123:5\n 123 \| {5}virtual_router_id 52\n {5}\| {5}\^+$/m,
    );
    expect(stdout).toMatch(
      /^ {4}at one\.conf:3:5: .+\n {3}3 \| {5}virtual_router_id 51\n {5}\| {5}-+$/m,
    );
  });

  test('ends with a summary', () => {
    write('clean.conf', clean);
    write('faulty.conf', `${faulty}global_defs {\n nonsense\n}\n`);
    write('empty.conf', '');
    const summaryOf = (...files: string[]): string | undefined =>
      kalint(files)
        .stdout.split('\n')
        .findLast((line) => / in \d files?/.test(line));
    expect(summaryOf('clean.conf')).toBe('no findings in 1 file');
    expect(summaryOf('faulty.conf')).toBe('2 errors in 1 file; --fix has repairs for 1');
    expect(summaryOf('faulty.conf', 'empty.conf')).toBe(
      '2 errors, 1 info in 2 files; --fix has repairs for 1',
    );
  });
});

test.each([[[]], [['--format', 'json']]])('secrets appear in no report (%j)', (options) => {
  const secret = 'Tr0ub4dor&3';
  const withSecret = clean.replace(
    'priority',
    `authentication {\n auth_type PASS\n auth_pass ${secret}\n }\n auth_pas ${secret}\n priority`,
  );
  write('one.conf', withSecret);
  write('two.conf', withSecret.replace(secret, 'c0rrect-horse'));
  const { stdout, stderr } = kalint([...options, 'one.conf', 'two.conf']);
  expect(stdout).toContain('auth');
  for (const text of [stdout, stderr]) {
    expect(text).not.toContain(secret.slice(0, 8));
    expect(text).not.toContain('c0rrect');
  }
});

test('a report does not depend on where it goes', () => {
  write('faulty.conf', faulty);
  const { stdout } = shell('"$NODE" "$KALINT" faulty.conf > out.txt; cat out.txt');
  expect(stdout).toBe(kalint(['faulty.conf']).stdout);
});
