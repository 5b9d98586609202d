import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Namespace } from '../scripts/keepalived/namespace.ts';
import { now } from './clock.ts';

/** A keepalived that can be started again. */
export interface Daemon {
  /** When an earlier one ends just now, that is waited for. */
  readonly start: () => Promise<void>;
  /** Tells it to end, as an administrator does. It takes a second. */
  readonly stop: () => void;
  /** Ends all its processes as a loss of power does. */
  readonly kill: () => Promise<void>;
}

/** What a daemon says, in its folder. */
export const logFile = 'keepalived.log';

const pidFiles = { p: 'main.pid', r: 'vrrp.pid', c: 'checkers.pid', b: 'bfd.pid' } as const;

/**
 * The daemon of a host. It reads `keepalived.conf` in the folder and writes `keepalived.log` there, with the time
 * of each line in seconds since 1970.
 *
 * With `-s` it goes to the namespace by itself: only so does track_process work, because it opens the socket
 * for the events of processes first (keepalived/core/main.c), which outside of the first namespace says nothing.
 */
export function daemonOf({ name }: Namespace, folder: string): Daemon {
  const files = Object.entries(pidFiles).map(([option, file]) => [option, join(folder, file)]);
  const log = join(folder, logFile);
  let running: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    if (running) await ended(running);
    // After a loss of power they name processes that may be others by now.
    for (const [, file = ''] of files) rmSync(file, { force: true });
    const words = files.map(([option, file]) => [`-${option}`, file]).flat();
    const config = join(folder, 'keepalived.conf');
    const options = ['-s', name, '-n', '-l', '-D', '-G', '-f', config];
    const child = spawn('keepalived', [...options, ...words.map(String)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = createWriteStream(log, { flags: 'a' });
    output.write(`${now().toFixed(3)} -- started\n`);
    const closed = [child.stdout, child.stderr].map(async (stream) => {
      for await (const text of createInterface(stream)) {
        output.write(`${now().toFixed(3)} ${text.replace(/^.{24}: /, '')}\n`);
      }
    });
    void Promise.all(closed).then(() => output.end(`${now().toFixed(3)} -- ended\n`));
    running = child;
  };

  return {
    start,
    stop: () => void running?.kill('SIGTERM'),
    kill: async () => {
      if (!running?.pid) return;
      const children = childrenOf(running.pid);
      running.kill('SIGKILL');
      for (const pid of children) killIfThere(pid);
      await ended(running);
      running = undefined;
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => child.once('exit', resolve));
}

/** Its direct children; keepalived has a process for each subsystem, and these have those of scripts. */
function childrenOf(pid: number): readonly number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return text.split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
