import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parts } from './places/parts.ts';
import { runChecks } from './run-checks.ts';

/*
 * Runs kalint in the places that docs/ci.md names, from what the repository offers for them: the action, the
 * image, the job for GitLab, the hooks. Without a word all of them, at the same time; with one, that one.
 *
 *   tsx scripts/places.ts [action | docker | pre-commit]
 */

const [word] = process.argv.slice(2);
if (word === undefined) {
  const results = await Promise.all(Object.keys(parts).map(runAlone));
  process.exitCode = results.every((status) => status === 0) ? 0 : 1;
} else {
  const part = Object.entries(parts).find(([name]) => name === word)?.[1];
  if (!part) throw new Error(`there is no ${word}: only ${Object.keys(parts).join(', ')}`);
  const folder = mkdtempSync(join(tmpdir(), `kalint-${word}-`));
  try {
    process.exitCode = (await runChecks(word, part(folder))) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Most of their time they wait for a registry; so each is a process of its own. */
function runAlone(name: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const words = [...process.execArgv, import.meta.filename, name];
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => void (output += text));
    child.on('error', reject);
    child.on('close', (status) => {
      process.stdout.write(output);
      resolve(status);
    });
  });
}
