import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from '@kalint/parser';
import { compare, type Comparison } from './comparison.ts';
import { carryOut, nodesOf, type Observation } from './experiment.ts';
import type { Plan } from './plan.ts';

/** A plan that was carried out and compared. */
export interface Trial {
  readonly plan: Plan;
  /** Where the files and logs are. */
  readonly folder: string;
  readonly comparisons: readonly Comparison[];
}

/** What a trial leaves in its folder. */
interface Recording {
  readonly plan: Plan;
  readonly observation: Observation;
}

const recordingFile = 'observation.json';

/** Carries a plan out in a folder that is made for it. Throws when the signal comes, or when it cannot be done. */
export async function runTrial(
  plan: Plan,
  folder: string,
  release: Release,
  signal: AbortSignal,
): Promise<Trial> {
  signal.throwIfAborted();
  mkdirSync(folder, { recursive: true });
  const nodes = nodesOf(plan, folder, release);
  const observation = await carryOut(plan, nodes, folder, signal);
  const recording: Recording = { plan, observation };
  writeFileSync(join(folder, recordingFile), JSON.stringify(recording));
  return { plan, folder, comparisons: compare(plan, nodes, observation, release) };
}

/** The trials whose folders are in this one, compared anew: the model may be another one by now. */
export function recordedTrials(root: string, release: Release): readonly Trial[] {
  return readdirSync(root)
    .sort()
    .map((name) => join(root, name))
    .filter((folder) => existsSync(join(folder, recordingFile)))
    .map((folder) => {
      // Only this program writes such files.
      const text = readFileSync(join(folder, recordingFile), 'utf8');
      const { plan, observation }: Recording = JSON.parse(text);
      const nodes = nodesOf(plan, folder, release);
      return { plan, folder, comparisons: compare(plan, nodes, observation, release) };
    });
}

export function disagrees({ comparisons }: Trial): boolean {
  return comparisons.some(({ disagreement }) => disagreement !== undefined);
}
