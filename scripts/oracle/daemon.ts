import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaintsIn, type Complaint } from '../keepalived/complaints.ts';
import type { Namespace } from '../keepalived/namespace.ts';

/** How `keepalived -t` came to its end. */
export type Ending =
  | 'finished'
  /** It ended at a line that lacks a word and has read nothing behind it (lib/parser.c, null_strvec). */
  | 'missing-parameter'
  | 'crashed'
  | 'timed-out';

export interface Verdict {
  readonly ending: Ending;
  readonly status: number;
  readonly complaints: readonly Complaint[];
}

export interface Daemon {
  /** Asks about a configuration, as the node with this config id (`-i`) reads it. */
  readonly check: (bytes: Uint8Array | string, configId?: string) => Promise<Verdict>;
}

/** In seconds; a run takes a hundredth of one, and a few never end. */
const patience = 3;

/** The real keepalived, in a network namespace. Each question gets a folder of its own. */
export function daemonIn(namespace: Namespace): Daemon {
  return {
    check: async (bytes, configId) => {
      const folder = await mkdtemp(join(tmpdir(), 'kalint-oracle-'));
      try {
        const file = join(folder, 'keepalived.conf');
        await writeFile(file, bytes);
        const id = configId === undefined ? [] : ['-i', configId];
        const words = ['timeout', '-s', 'KILL', String(patience), 'keepalived', '-t', '-f', file];
        const { status, lines } = await run([...namespace.enter, ...words, ...id], folder);
        return { ending: endingOf(status), status, complaints: complaintsIn(lines, file) };
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  };
}

interface Ended {
  readonly status: number;
  readonly lines: readonly string[];
}

function run([command = '', ...words]: readonly string[], folder: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => void chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => {
      // latin1: a complaint may quote half a character.
      const output = Buffer.concat(chunks).toString('latin1');
      const lines = output.split('\n').filter((line) => line.trim() !== '');
      resolve({ status: status ?? killed, lines });
    });
  });
}

/** What a shell says of a process that was killed: 128 and SIGKILL. */
const killed = 137;

/** 2: KEEPALIVED_EXIT_CONFIG (lib/scheduler.h). Above 127: ended by a signal. */
function endingOf(status: number): Ending {
  if (status === killed || status === 124) return 'timed-out';
  if (status > 127) return 'crashed';
  return status === 2 ? 'missing-parameter' : 'finished';
}
