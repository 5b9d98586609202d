// npm runs this when somebody installs the repository itself, as pre-commit does: it makes the command
// that the root package.json offers as `kalint`. Under pnpm, in the workspace, there is nothing to do.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const isNpm = process.env['npm_config_user_agent']?.startsWith('npm/');

if (isNpm && !existsSync(resolve(root, 'packages/cli/dist/kalint.cjs'))) {
  // npm hands its own settings down, `--global` among them; they are not meant for pnpm.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)),
  );
  for (const words of [
    ['install', '--frozen-lockfile', '--silent', '--config.confirm-modules-purge=false'],
    ['run', '--silent', 'build:command'],
  ]) {
    const { status, error } = spawnSync('npx', ['-y', 'pnpm@10', ...words], {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    if (error) throw error;
    if (status !== 0) process.exit(status ?? 1);
  }
}
