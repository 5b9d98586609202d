import { readNodes } from '@kalint/linter';
import type { Release } from '@kalint/parser';
import type { Plan } from './plan.ts';
import { randomCluster, type ClusterWishes } from './random-cluster.ts';
import { randomEvents } from './random-events.ts';
import { chanceOf } from './random.ts';

export interface PlanWishes extends ClusterWishes {
  readonly seed: number;
  /** How many faults come one after the other, before they go again. */
  readonly faults: number;
  readonly release: Release;
}

/** The plan with this number: always the same one for the same wishes. */
export function randomPlan(number: number, wishes: PlanWishes): Plan {
  const chance = chanceOf(wishes.seed, number);
  const { nodes, isLeisurely } = randomCluster(chance, wishes);
  const read = nodes.flatMap(({ name, text }) => {
    const [node] = readNodes({ path: name, text }, wishes.release);
    return node ? [[name, node] as const] : [];
  });
  const events = randomEvents(chance, new Map(read), { faultCount: wishes.faults, isLeisurely });
  const name = `seed ${wishes.seed} cluster ${number}`;
  return { name, nodes, start: isLeisurely ? 'apart' : 'together', events };
}
