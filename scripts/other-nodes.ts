import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The releases of Node with which the command must work (package.json, engines). */
export const nodeReleases = ['20', '22', '24'] as const;

/** The folder in which a Node lies, or why there is none. */
export type NodeFolder = { readonly folder: string } | { readonly missing: string };

/**
 * Gets a Node from the npm registry, where it is the package `node`; of the release that runs this, there is one
 * already. It takes half a minute: what else is to be done can be done meanwhile.
 */
export async function nodeFrom(release: string, home: string): Promise<NodeFolder> {
  if (process.version.startsWith(`v${release}.`)) return { folder: join(process.execPath, '..') };
  const folder = join(home, `node-${release}`);
  mkdirSync(folder, { recursive: true });
  const words = ['install', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'];
  const failure = await failureOf('npm', [...words, '--prefix', folder, `node@${release}`]);
  return failure === undefined
    ? { folder: join(folder, 'node_modules/.bin') }
    : { missing: failure };
}

function failureOf(program: string, words: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'], timeout: 120_000 });
    let complaints = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (complaints += text));
    child.on('error', (error) => resolve(error.message));
    child.on('close', (status) => {
      resolve(status === 0 ? undefined : complaints.trim() || `npm ended with ${status}`);
    });
  });
}
