import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A network namespace that this process has created, and that nobody else uses. */
export interface Namespace {
  /** As `ip netns` calls it. */
  readonly name: string;
  /** What to put before a command so that it runs in there. */
  readonly enter: readonly [command: string, ...words: string[]];
  /** Adds interfaces. A name that the kernel refuses, or that is there already, is left out. */
  readonly addInterfaces: (names: readonly string[]) => void;
  readonly delete: () => void;
}

let created = 0;

/** Creates a network namespace that has the loopback interface and nothing else. Needs root. */
export function createNamespace(): Namespace {
  if (created === 0) deleteAbandoned();
  const namespace = `kalint-${process.pid}-${created++}`;
  execFileSync('ip', ['netns', 'add', namespace], { stdio: 'ignore' });
  let cables = 0;
  return {
    name: namespace,
    enter: ['ip', 'netns', 'exec', namespace],
    addInterfaces: (names) => {
      // Ends of virtual cables, because that is the one type of interface that every kernel has.
      const commands = names.map(
        (name) => `link add dev ${name} type veth peer name far-end-${cables++}`,
      );
      const words = ['-n', namespace, '-force', '-batch', '-'];
      spawnSync('ip', words, { input: commands.join('\n') });
    },
    delete: () => void execFileSync('ip', ['netns', 'delete', namespace]),
  };
}

/**
 * Deletes what processes like this one have left behind that were killed, and ends what still runs in there:
 * nobody else would.
 */
function deleteAbandoned(): void {
  const { stdout } = spawnSync('ip', ['netns', 'list'], { encoding: 'utf8' });
  for (const [namespace, pid] of (stdout ?? '').matchAll(/^kalint-(\d+)-\d+/gm)) {
    if (existsSync(`/proc/${pid}`)) continue;
    endProcessesIn(namespace);
    spawnSync('ip', ['netns', 'delete', namespace]);
  }
}

function endProcessesIn(namespace: string): void {
  const { stdout } = spawnSync('ip', ['netns', 'pids', namespace], { encoding: 'utf8' });
  for (const pid of (stdout ?? '').split('\n').filter((line) => line !== '')) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}
