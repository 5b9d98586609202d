import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { median, timeOf } from './timing.ts';

/*
 * How much longer the built command takes than Node itself, on a pair of files: as it was built, and as
 * another Node sees it, which cannot use what this one has compiled. The runs alternate, so that what
 * else the machine does falls on all of them; the medians are compared.
 *
 *   tsx scripts/startup.ts [--runs N] [--fail-over RATIO] [file...]
 */

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'packages/cli/dist');
const command = join(dist, 'kalint.cjs');
const sample = ['master.conf', 'backup.conf'].map((name) => join(root, 'fixtures/sample', name));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '31' }, 'fail-over': { type: 'string' } },
});
const runs = Math.max(1, Number(values.runs));
const limit = values['fail-over'] === undefined ? Infinity : Number(values['fail-over']);
const files = positionals.length > 0 ? positionals.map((path) => resolve(path)) : sample;

interface Candidate {
  readonly name: string;
  readonly words: readonly string[];
  readonly times: number[];
}

const baseline: Candidate = { name: 'node -e 0', words: ['-e', '0'], times: [] };
const pair: Candidate = { name: 'kalint on the pair', words: [command, ...files], times: [] };
const portable = mkdtempSync(join(tmpdir(), 'kalint-startup-'));
for (const file of ['kalint.cjs', 'check.cjs', 'check.bundle']) {
  cpSync(join(dist, file), join(portable, file));
}
const uncompiled: Candidate = {
  name: 'the same, not compiled',
  words: [join(portable, 'kalint.cjs'), ...files],
  times: [],
};
const version: Candidate = { name: 'kalint --version', words: [command, '--version'], times: [] };
const candidates = [baseline, pair, uncompiled, version];

function run({ name, words }: Candidate): number {
  return timeOf(() => {
    const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    if (status !== 0 && status !== 1) throw new Error(`${name} ended with ${status}: ${stderr}`);
  });
}

for (const candidate of candidates) run(candidate);
for (let round = 0; round < runs; round++) {
  for (const candidate of candidates) candidate.times.push(run(candidate));
}
rmSync(portable, { recursive: true });
const base = median(baseline.times);
for (const { name, times } of candidates) {
  const time = median(times);
  console.log(
    `${name.padEnd(24)} ${time.toFixed(1).padStart(7)} ms ${(time / base).toFixed(2).padStart(6)}`,
  );
}
const ratio = median(pair.times) / base;
if (ratio > limit) {
  console.error(`startup: ${ratio.toFixed(2)} times node -e 0, more than ${limit}`);
  process.exitCode = 1;
}
