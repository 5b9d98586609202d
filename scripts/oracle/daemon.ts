import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaintsIn, type Complaint } from '../keepalived/complaints.ts';
import type { Namespace } from '../keepalived/namespace.ts';
import { openShell, type Shell } from '../keepalived/shell.ts';

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
  /** All that it has printed; much is said once for each process. */
  readonly lines: readonly string[];
}

export interface Daemon {
  /**
   * Asks about a configuration, as the node with this config id (`-i`) reads it. A process that has had so many
   * seconds of a processor is killed; a run takes a hundredth of one, and a few never end.
   */
  readonly check: (
    bytes: Uint8Array | string,
    configId?: string,
    seconds?: number,
  ) => Promise<Verdict>;
  /** When all questions are answered. */
  readonly close: () => void;
}

/** On the clock: none is known that waits for something. */
const patience = 60;

/** The real keepalived, in a network namespace. Each question gets a folder of its own. */
export function daemonIn(namespace: Namespace): Daemon {
  const idle: Shell[] = [];
  return {
    check: async (bytes, configId, seconds = 1) => {
      const shell = idle.pop() ?? openShell(namespace);
      const folder = await mkdtemp(join(tmpdir(), 'kalint-oracle-'));
      try {
        const file = join(folder, 'keepalived.conf');
        await writeFile(file, bytes);
        const id = configId === undefined ? [] : ['-i', configId];
        const words = ['timeout', '-s', 'KILL', String(patience), 'keepalived', '-t', '-f', file];
        const errors = join(folder, 'errors');
        const status = await shell.run([...words, ...id], { folder, errors, seconds });
        // latin1: a complaint may quote half a character.
        const lines = (await readFile(errors, 'latin1'))
          .split('\n')
          .filter((line) => line.trim() !== '');
        idle.push(shell);
        return { ending: endingOf(status), status, complaints: complaintsIn(lines, file), lines };
      } finally {
        await rm(folder, { recursive: true });
      }
    },
    close: () => {
      for (const shell of idle.splice(0)) shell.close();
    },
  };
}

/** What a shell says of a process that was killed: 128 and SIGKILL. */
const killed = 137;

/** 2: KEEPALIVED_EXIT_CONFIG (lib/scheduler.h). Above 127: ended by a signal. */
function endingOf(status: number): Ending {
  if (status === killed || status === 124) return 'timed-out';
  if (status > 127) return 'crashed';
  return status === 2 ? 'missing-parameter' : 'finished';
}
