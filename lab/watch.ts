import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Namespace } from '../scripts/keepalived/namespace.ts';

/** A host gets an address, or loses one. */
export interface Sighting {
  /** Seconds since 1970. */
  readonly time: number;
  /** Index of the host. */
  readonly host: number;
  readonly address: string;
  readonly isThere: boolean;
}

/** Sees every address that comes or goes on the hosts of a hub. */
export interface Watch {
  /** In the order of time. */
  readonly sightings: readonly Sighting[];
  readonly close: () => void;
}

/** `[2026-11-21T07:51:16.900315] [nsid 1]Deleted 2: 0-eth0    inet 10.0.0.100/24 scope global ...` */
const line = /^\[(.{19})(\.\d+)\] \[nsid (\d+)\](Deleted )?\d+: \S+ +inet6? ([^/ ]+)/;

/**
 * Watches the addresses of all hosts with one process. The kernel says when an address comes or goes, and
 * ip(8) puts the time to it: nothing depends on how busy this process is.
 */
export function watchAddresses({ enter }: Namespace): Watch {
  const [command, ...words] = enter;
  const monitor = ['ip', '-ts', '-o', 'monitor', 'address', 'all-nsid'];
  const child = spawn(command, [...words, ...monitor], {
    env: { ...process.env, TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const sightings: Sighting[] = [];
  createInterface(child.stdout).on('line', (text) => {
    const [, second = '', part, host, deleted, address = ''] = line.exec(text) ?? [];
    if (host === undefined) return;
    const time = Date.parse(`${second}Z`) / 1000 + Number(part);
    sightings.push({ time, host: Number(host), address, isThere: deleted === undefined });
  });
  return { sightings, close: () => void child.kill('SIGKILL') };
}
