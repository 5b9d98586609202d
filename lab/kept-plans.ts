import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFault } from '@kalint/linter';
import type { Plan, PlannedEvent } from './plan.ts';

const root = join(import.meta.dirname, 'clusters');

/**
 * The clusters of lab/clusters, by name. A folder holds a `.conf` for each node and `events`: lines such as
 * `fail lb1:script:chk`, `fail lb1:script:chk hangs` and `repair lb1:script:chk`; in the first line
 * `start together` or `start apart`. Throws when one cannot be read.
 */
export function keptPlans(): readonly Plan[] {
  return readdirSync(root).sort().map(keptPlan);
}

function keptPlan(name: string): Plan {
  const folder = join(root, name);
  const nodes = readdirSync(folder)
    .filter((file) => file.endsWith('.conf'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -'.conf'.length),
      text: readFileSync(join(folder, file), 'utf8'),
    }));
  const [first = '', ...lines] = readFileSync(join(folder, 'events'), 'utf8').trim().split('\n');
  const names = nodes.map((node) => node.name);
  const start = first === 'start apart' ? 'apart' : 'together';
  if (first !== `start ${start}`) throw new Error(`${folder}: ${first}`);
  const events = lines.map((line): PlannedEvent => {
    const [change, text = '', hangs] = line.split(' ');
    const fault = parseFault(text, names);
    if (!fault || (change !== 'fail' && change !== 'repair')) throw new Error(`${folder}: ${line}`);
    return { change, fault, hangs: hangs === 'hangs' };
  });
  return { name, nodes, start, events };
}
