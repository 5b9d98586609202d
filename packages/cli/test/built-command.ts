import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, inject } from 'vitest';
import { bundleCommand } from '../../../scripts/build.ts';

/** A run of the command: what it printed, where, and how it ended. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface BuiltCommand {
  /** The folder in which the command runs. */
  readonly folder: string;
  readonly program: string;
  /** Writes a file into the folder. */
  readonly write: (name: string, content: string | Uint8Array) => void;
  readonly kalint: (words: readonly string[], environment?: Record<string, string>) => Run;
  readonly shell: (script: string) => Run;
}

/** Bundles the command, as it is published, for the tests of one file. */
export function builtCommand(): BuiltCommand {
  const home = mkdtempSync(join(tmpdir(), 'kalint-test-'));
  const folder = mkdtempSync(join(home, 'work-'));
  const program = join(home, 'kalint.cjs');
  beforeAll(async () =>
    cpSync(await bundledOnce(inject('folderOfRun')), home, { recursive: true }),
  );
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  const run = (file: string, words: readonly string[], environment = {}): Run =>
    spawnSync(file, words, {
      cwd: folder,
      encoding: 'utf8',
      // Nothing of the environment that runs the tests: it may have opinions about colours.
      env: { PATH: process.env['PATH'], ...environment },
      maxBuffer: 2 ** 28,
    });
  return {
    folder,
    program,
    write: (name, content) => writeFileSync(join(folder, name), content),
    kalint: (words, environment) => run(process.execPath, [program, ...words], environment),
    shell: (script) => run('sh', ['-c', script], { KALINT: program, NODE: process.execPath }),
  };
}

/** The folder with the command, which the first one who asks bundles; the others wait for it. */
async function bundledOnce(folder: string): Promise<string> {
  const bundle = join(folder, 'command');
  const unfinished = join(folder, 'unfinished');
  while (!existsSync(bundle)) {
    if (!begins(unfinished)) {
      await sleep(50);
      continue;
    }
    try {
      // Somebody may just have finished.
      if (!existsSync(bundle)) {
        await bundleCommand(unfinished);
        renameSync(unfinished, bundle);
      }
    } finally {
      // When it cannot be done, the next one says so, too.
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return bundle;
}

/** Makes the folder; false when somebody has. */
function begins(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** A configuration without findings. */
export const clean = `vrrp_instance WEB {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.80/24
    }
}
`;

/** The same with one error. */
export const faulty = clean.replace('priority', 'priorty');
