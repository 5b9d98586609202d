// Lints the sample pair with the built command; `npm run sample` installs and builds first.
// Plain JavaScript without packages, so that it runs wherever Node does.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const words = [
  'packages/cli/dist/kalint.cjs',
  'fixtures/sample/master.conf',
  'fixtures/sample/backup.conf',
];

console.log(`$ kalint ${words.slice(1).join(' ')}\n`);
const { status, signal, error } = spawnSync(process.execPath, words, {
  cwd: root,
  stdio: 'inherit',
});
if (error) throw error;
if (status === 1) {
  console.log('\nThe pair has mistakes on purpose: exit status 1 means that errors were found.');
} else if (status !== 0) {
  console.error(`\nkalint could not check the pair (${signal ?? `exit status ${status}`}).`);
  process.exitCode = status ?? 1;
}
