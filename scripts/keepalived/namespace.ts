import { execFileSync, spawnSync } from 'node:child_process';

/** A network namespace that this process has created, and that nobody else uses. */
export interface Namespace {
  /** What to put before a command so that it runs in there. */
  readonly enter: readonly [command: string, ...words: string[]];
  /** Adds interfaces. A name that the kernel refuses, or that is there already, is left out. */
  readonly addInterfaces: (names: readonly string[]) => void;
  readonly delete: () => void;
}

let created = 0;

/** Creates a network namespace that has the loopback interface and nothing else. Needs root. */
export function createNamespace(): Namespace {
  const namespace = `kalint-${process.pid}-${created++}`;
  execFileSync('ip', ['netns', 'add', namespace], { stdio: 'ignore' });
  let cables = 0;
  return {
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
