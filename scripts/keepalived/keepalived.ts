import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createNamespace } from './namespace.ts';

/** The real daemon, in a network namespace of its own. */
export interface Keepalived {
  /** The folder in which the files are that it reads. */
  readonly folder: string;
  /** The path of the configuration in it. */
  readonly file: string;
  /** What `keepalived -t` answers about a file of the folder. */
  readonly check: (text: string, options?: CheckOptions) => Answer;
  readonly close: () => void;
}

export interface CheckOptions {
  /** Other files of the folder, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** The id of the node, for `@id` lines; absent: the name of the host. */
  readonly configId?: string;
}

export interface Answer {
  /** It ended by a signal, or not within ten seconds; both happen. */
  readonly crashed: boolean;
  /** Meaningless when it crashed. */
  readonly status: number;
  /** The lines that it printed. Much is said once for each process. */
  readonly lines: readonly string[];
}

/** Starts a daemon for many questions. The namespace has these interfaces besides the loopback. */
export function startKeepalived(interfaces: readonly string[] = []): Keepalived {
  const namespace = createNamespace();
  namespace.addInterfaces(interfaces);
  const [command, ...enter] = namespace.enter;
  const folder = mkdtempSync(join(tmpdir(), 'kalint-'));
  const file = join(folder, 'keepalived.conf');
  return {
    folder,
    file,
    check: (text, { files = {}, configId } = {}) => {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
      writeFileSync(file, text);
      const id = configId === undefined ? [] : ['-i', configId];
      const words = ['timeout', '10', 'keepalived', '-t', '-f', file, ...id];
      const { status, stderr } = spawnSync(command, [...enter, ...words], {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      });
      return {
        // timeout(1) ends with 124 when the time is up, and a shell says 128 and more for a signal.
        crashed: status === null || status >= 124,
        status: status ?? -1,
        lines: stderr.split('\n').filter((line) => line.trim() !== ''),
      };
    },
    close: () => {
      rmSync(folder, { recursive: true });
      namespace.delete();
    },
  };
}
