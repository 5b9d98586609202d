import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { compileCommand } from '../../../scripts/build.ts';
import { builtCommand, faulty } from './built-command.ts';

const { kalint, program, write } = builtCommand();
const home = dirname(program);
let cache = '';

beforeAll(() => {
  compileCommand(home);
  cache = join(home, readdirSync(home).find((name) => name.endsWith('.cache')) ?? 'no cache');
  write('faulty.conf', faulty);
  write(
    'spy.cjs',
    `const vm = require('node:vm');
    vm.Script = class extends vm.Script {
      constructor(...words) {
        super(...words);
        process.stderr.write(String(this.cachedDataRejected));
      }
    };`,
  );
});

/** What V8 said to the cache, and the report. */
function spied(): readonly [string, string] {
  const { stderr, stdout } = kalint(['faulty.conf'], { NODE_OPTIONS: '--require ./spy.cjs' });
  return [stderr, stdout];
}

test('what was compiled at build time is used; without it, or with another, all is the same', () => {
  const [verdict, report] = spied();
  expect(verdict).toBe('false');
  expect(report).toContain('error[unknown-keyword]');
  const compiled = readFileSync(cache);

  writeFileSync(cache, compiled.subarray(0, compiled.length / 2));
  expect(spied()).toEqual(['true', report]);
  writeFileSync(cache, 'nonsense');
  expect(spied()).toEqual(['true', report]);
  writeFileSync(cache, '');
  expect(spied()).toEqual(['true', report]);
  rmSync(cache);
  expect(spied()).toEqual(['undefined', report]);
});
