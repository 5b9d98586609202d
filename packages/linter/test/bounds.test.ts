import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inputs } from './bounds/inputs.ts';
import type { Measured } from './bounds/measure.ts';

/*
 * Whatever a file holds, kalint ends within two seconds of an idle machine, takes less than 512 MB, and
 * says which limit it came to. A busy machine must not fail the test: time is counted in what 100 kB of
 * ordinary configuration take at the same moment. The slowest of these takes 60 of them, two seconds.
 */

const mostMemory = 512;
const units = 180;

const folder = mkdtempSync(join(tmpdir(), 'kalint-bounds-'));
const program = join(folder, 'measure.cjs');

beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, 'bounds/measure.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    target: 'node20',
    conditions: ['@kalint/source'],
    logLevel: 'error',
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

function measured(...args: readonly string[]): Measured {
  const printed: Measured = JSON.parse(
    execFileSync('node', [program, ...args], { encoding: 'utf8' }),
  );
  return printed;
}

/** What is said of each input, by one rule or another. */
const limits: Readonly<Record<string, RegExp>> = {
  'a definition that contains itself': /^self-reference: /,
  'definitions that double': /more than 1023 bytes/,
  'definitions of two lines that double': /more than \d+ (?:lines|references|characters)/,
  'a sequence of a thousand million': /1000000000 values, more than 65536/,
  'sequences in sequences': /more than \d+ (?:lines|characters|references)/,
  'a million braces': /more than 1600000 words/,
  'half a million braces': /more than 100 misplaced braces/,
  'a million nested blocks': /more than 64 blocks deep|more than 1600000 words/,
  'nested blocks of a known keyword': /more than 64 blocks deep|more than 100 misplaced braces/,
  'a million unclosed blocks': /more than 16777216 characters/,
  'unclosed blocks with something in them': /more than 100 misplaced braces/,
  'a million closing braces': /more than 1600000 words/,
  'half a million closing braces': /more than 100 misplaced braces/,
  'a million ids': /more than 1600000 words/,
  'a hundred thousand ids': /999\d\d more nodes of this file are not looked at/,
  'a hundred thousand instances': /\d+ more findings of this file are not listed/,
  'a long word': /more than 16777216 characters/,
  'a long line of words': /more than 16777216 characters/,
  'a long quote': /more than 16777216 characters/,
  'a long comment': /more than 16777216 characters/,
  'a long line of braces': /more than 16777216 characters/,
  'a long line of dollars': /more than 16777216 characters/,
  'a long line of blanks': /more than 16777216 characters/,
  'nothing but line ends': /more than 16777216 characters/,
  'a long word in a file of a usual size': /more than 65536 characters in a line/,
  'many words in a file of a usual size': /more than 1600000 words/,
  'a hundred and thirty thousand URLs': /\d+ more findings of this file are not listed/,
  'three hundred thousand mistakes': /more (?:mistakes|findings) of this file/,
};

test.each(Object.keys(inputs))('%s', (name) => {
  const { time, unit, memory, findings } = measured(name);
  const said = findings.map(({ rule, message }) => `${rule}: ${message}`);
  expect(said.filter((each) => limits[name]?.test(each))).not.toEqual([]);
  expect(memory).toBeLessThan(mostMemory);
  expect(time / unit).toBeLessThan(units);
});

test('ten megabytes are read to their end, in not much more time for each byte than 100 kB', () => {
  const { time, unit, findings } = measured('', '10000000');
  expect(findings.filter(({ rule }) => rule === 'limit-exceeded')).toEqual([]);
  // Measured: 1 to 1.3. The first reading of a process is slower than the twentieth, and memory is larger.
  expect(time / unit / 100).toBeLessThan(3);
});
