import { compare, type Comparison } from './comparison.ts';
import { patternOf } from './pattern.ts';
import type { Daemon } from './daemon.ts';
import { reduce } from './reduce.ts';
import type { Tally } from './tally.ts';
import { verdictsOn } from './verdicts.ts';

/** Each takes some hundred questions to the daemon. */
const most = 3;

/** Short configurations that show what is different, one for each of the most frequent differences. */
export async function reproductions(
  results: readonly Tally[],
  daemon: Daemon,
): Promise<readonly string[]> {
  const faults = results.flatMap(({ inventions, missed }) => [
    ...inventions.map((group) => ({ ...group, shows: isInvented })),
    ...missed.map((group) => ({ ...group, shows: isMissed })),
  ]);
  const texts: string[] = [];
  for (const { pattern, comparisons, shows } of faults.slice(0, most)) {
    const [shortest] = comparisons;
    if (!shortest) continue;
    const isFaulty = async (text: string): Promise<boolean> => {
      const source = { path: shortest.source.path, text };
      return shows(compare(source, await verdictsOn(text, daemon)), pattern);
    };
    const short = await reduce(shortest.source.text, isFaulty);
    texts.push(`\n${pattern}\n${short}`);
  }
  return texts;
}

function isInvented({ inventions }: Comparison, rule: string): boolean {
  return inventions.some((diagnostic) => diagnostic.rule === rule);
}

function isMissed({ complaints }: Comparison, pattern: string): boolean {
  return complaints.some(
    ({ message, standing }) => standing.kind === 'missed' && patternOf(message) === pattern,
  );
}
