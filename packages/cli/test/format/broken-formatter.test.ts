import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { newestRelease } from '@kalint/parser';
import { carryOut } from '../../src/format/format.ts';
import { outcomeOf, type Formatter } from '../../src/format/outcome.ts';
import type { FormatInvocation } from '../../src/format/request.ts';
import { clean } from '../built-command.ts';

/* What a formatter makes is not trusted: one that is broken must harm no file. */

const folder = mkdtempSync(join(tmpdir(), 'kalint-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const making =
  (change: (text: string) => string): Formatter =>
  ({ text }) => ({ kind: 'formatted', text: change(text) });

const broken: Readonly<Record<string, Formatter>> = {
  'forgets a word': making((text) => text.replace(' 100', '')),
  'joins lines': making((text) => text.replace('eth0\n', 'eth0')),
  'forgets the last line': making((text) => text.replace(/\}\n$/, '')),
  'makes nothing': making(() => ''),
  'moves a brace': making((text) =>
    text.replace('    virtual_ipaddress {', '} virtual_ipaddress {'),
  ),
};

describe('a formatter that', () => {
  test.each(Object.entries(broken))('%s', async (_, formatter) => {
    const source = { path: 'a.conf', text: clean };
    expect(outcomeOf(source, { release: newestRelease }, formatter)).toMatchObject({
      kind: 'left',
      where: 'a.conf',
    });
    const path = join(folder, 'a.conf');
    writeFileSync(path, clean);
    const { mtimeMs, ino } = statSync(path);
    const invocation: FormatInvocation = {
      ...{ words: [path], standardInput: undefined, ignores: true, color: undefined },
      ...{ keepalivedVersion: undefined, configIds: [], includeRoots: [], environment: undefined },
      ...{ how: 'write', configuration: false },
    };
    expect(await carryOut({ kind: 'format', invocation }, formatter)).toBe(2);
    expect(readFileSync(path, 'utf8')).toBe(clean);
    expect(statSync(path)).toMatchObject({ mtimeMs, ino });
  });
});

test('what an included file makes of the text counts', () => {
  const text = '$A=b\ninclude part.conf\n';
  const readInclude = () => [{ path: 'part.conf', text: 'router_id $A x\n' }];
  const swapped = making(() => 'include part.conf\n$A=b\n');
  const same = making((given) => `\n${given}`);
  const outcome = (formatter: Formatter): string =>
    outcomeOf({ path: 'a.conf', text }, { release: newestRelease, readInclude }, formatter).kind;
  expect(outcome(same)).toBe('changed');
  expect(outcome(swapped)).toBe('left');
});
