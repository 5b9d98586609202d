import { spawnSync } from 'node:child_process';
import { createNamespace } from '../keepalived/namespace.ts';
import { median, timeOf } from '../timing.ts';

/** How long `keepalived -t` takes on a file, in milliseconds. */
export type KeepalivedTime = (file: string) => number;

/** Gives `use` the real daemon, in a network namespace that is there only so long. */
export function withKeepalived(use: (timeOfKeepalived: KeepalivedTime) => void): void {
  const namespace = createNamespace();
  try {
    namespace.addInterfaces(['eth0']);
    const [command = '', ...enter] = namespace.enter;
    const timeInside = (words: readonly string[]): number =>
      timeOf(() => spawnSync(command, [...enter, ...words], { stdio: 'ignore', timeout: 10_000 }));
    // What entering the namespace takes is not the daemon's time.
    const entering = median(Array.from({ length: 31 }, () => timeInside(['true'])));
    use((file) => Math.max(0, timeInside(['keepalived', '-t', '-f', file]) - entering));
  } finally {
    namespace.delete();
  }
}
