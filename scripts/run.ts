import { spawnSync } from 'node:child_process';

/** How a program ended. */
export interface Run {
  readonly status: number | null;
  /** What it prints to standard output. */
  readonly output: string;
  readonly complaints: string;
}

/** Runs a program to its end. */
export function run(program: string, words: readonly string[], cwd: string): Run {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (error) throw error;
  return { status, output: stdout, complaints: stderr };
}

/** What a program prints, whose exit status must be the wanted one. */
export function expectStatus(wanted: number, { status, output, complaints }: Run): string {
  if (status !== wanted) {
    throw new Error(`exit status ${status}, not ${wanted}\n${output}${complaints}`);
  }
  return output;
}
