import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Namespace } from './namespace.ts';

/**
 * A shell that runs in a namespace and starts programs there, one after the other. To start one from here takes
 * longer than keepalived needs to read a file: this process is large, and the kernel copies the table of its memory
 * for each start.
 */
export interface Shell {
  /**
   * Runs a program to its end. Resolves with the exit status: of a program that a signal has ended, 128 and the
   * number of the signal. Rejects when the shell is gone.
   */
  readonly run: (words: readonly string[], surroundings: Surroundings) => Promise<number>;
  readonly close: () => void;
}

/** What a program starts with. What it prints to standard output is thrown away. */
interface Surroundings {
  readonly folder: string;
  /** Where what it says on standard error is written. */
  readonly errors: string;
  /** A process that has had so much time of a processor is killed: a busy machine makes no difference. */
  readonly seconds: number;
}

export function openShell({ enter: [command, ...words] }: Namespace): Shell {
  const child = spawn(command, [...words, 'sh'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting: Waiting[] = [];
  const gone = (): void => {
    for (const { reject } of waiting.splice(0)) reject(new Error('the shell has ended'));
  };
  child.on('error', gone).on('close', gone);
  child.stdin.on('error', gone);
  createInterface(child.stdout).on('line', (status) => waiting.shift()?.resolve(Number(status)));
  return {
    run: (program, { folder, errors, seconds }) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        const start = `ulimit -t ${seconds}; cd ${quoted(folder)} && exec ${program.map(quoted).join(' ')}`;
        const streams = `</dev/null >/dev/null 2>${quoted(errors)}`;
        child.stdin.write(`(${start}) ${streams}; echo $?\n`);
      }),
    close: () => child.stdin.end(),
  };
}

interface Waiting {
  readonly resolve: (status: number) => void;
  readonly reject: (error: Error) => void;
}

/** A word as a shell reads it. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
