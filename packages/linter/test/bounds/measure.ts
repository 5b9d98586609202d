import { lint } from '../../src/index.ts';
import { inputs, ordinary } from './inputs.ts';

/*
 * A process of its own for each input: what one takes in memory does not count for another. Time is
 * that of the processor, in units of what a hundred kilobytes of ordinary configuration take here and
 * now, so that a busy machine makes no difference.
 */

export interface Measured {
  /** Of the processor, in milliseconds. */
  readonly time: number;
  /** What 100 kB of ordinary configuration take. */
  readonly unit: number;
  /** The most memory that the process had, in MB. */
  readonly memory: number;
  readonly findings: readonly { readonly rule: string; readonly message: string }[];
}

function timed(action: () => void): number {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function measure(text: string): Measured {
  const source = { path: 'a.conf', text };
  let findings: Measured['findings'] = [];
  const time = timed(() => {
    findings = lint([source]).diagnostics.map(({ rule, message }) => ({ rule, message }));
  });
  const memory = process.resourceUsage().maxRSS / 1024;
  const usual = ordinary(100_000);
  const times = Array.from({ length: 9 }, () =>
    timed(() => lint([{ path: 'b.conf', text: usual }])),
  );
  const unit = times.sort((a, b) => a - b)[4] ?? 0;
  return { time, unit, memory, findings: [...findings.slice(0, 20), ...findings.slice(-1)] };
}

const [name = '', size] = process.argv.slice(2);
const input = size === undefined ? inputs[name] : () => ordinary(Number(size));
if (!input) throw new Error(`there is no input called ${name}`);
process.stdout.write(JSON.stringify(measure(input())));
