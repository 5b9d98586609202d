import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Node } from '@kalint/linter';
import type { Namespace } from '../scripts/keepalived/namespace.ts';
import { daemonOf, type Daemon } from './daemon.ts';

/** A machine of a cluster: its daemon and what that looks at. */
export interface Host {
  readonly daemon: Daemon;
  /** `silent`: the script gets no answer and waits. */
  readonly setScript: (name: string, state: 'ok' | 'fails' | 'silent') => void;
  readonly setFile: (name: string, value: number) => void;
  /** Gives a file the number that it had in the beginning. */
  readonly restoreFile: (name: string) => void;
  readonly startProcess: (name: string) => void;
  readonly endProcess: (name: string) => void;
  readonly close: () => Promise<void>;
}

/** A host of which all is well and whose daemon has not been started. Its folder has the configuration. */
export function hostIn(namespace: Namespace, folder: string, { config }: Node): Host {
  const daemon = daemonOf(namespace, folder);
  const processes = new Map<string, ChildProcess>();
  const pathOf = (name: string): string => join(folder, name);
  const initial = new Map<string, number>();

  const setScript: Host['setScript'] = (name, state) => {
    const path = pathOf(name);
    rmSync(path, { force: true });
    // The script is cat(1): it waits at a pipe into which nobody writes.
    if (state === 'silent') execFileSync('mkfifo', [path]);
    if (state === 'ok') writeFileSync(path, '');
  };
  const setFile = (name: string, value: number): void => {
    const path = pathOf(name);
    writeFileSync(`${path}.new`, `${value}\n`);
    renameSync(`${path}.new`, path);
  };
  const startProcess = (name: string): void => {
    const program = pathOf(name);
    if (!existsSync(program)) copyFileSync('/bin/sleep', program);
    const [command, ...enter] = namespace.enter;
    processes.set(name, spawn(command, [...enter, program, 'infinity'], { stdio: 'ignore' }));
  };
  const endProcess = (name: string): void => {
    processes.get(name)?.kill('SIGKILL');
    processes.delete(name);
  };

  for (const { header } of config.vrrp_script ?? []) setScript(header, 'ok');
  for (const { header } of config.vrrp_track_process ?? []) startProcess(header);
  // keepalived writes them itself, and a file that is missing counts as 0.
  for (const { header, init_file: init } of config.track_file ?? []) {
    initial.set(header, init?.value?.value?.value ?? 0);
  }
  return {
    ...{ daemon, setScript, setFile, startProcess, endProcess },
    restoreFile: (name) => setFile(name, initial.get(name) ?? 0),
    close: async () => {
      for (const name of [...processes.keys()]) endProcess(name);
      await daemon.kill();
    },
  };
}
