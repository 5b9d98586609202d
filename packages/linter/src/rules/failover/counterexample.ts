import type { Word } from '@kalint/parser';
import { formatFault, type Fault } from '../../failover/model/faults.ts';
import type { Outcome } from '../../failover/model/outcome.ts';
import type { RuleContext } from '../../rule.ts';

/** A fault of something, and the word that names it in a file; a host or keepalived has none. */
export interface NamedFault {
  readonly fault: Fault;
  readonly word?: Word;
}

/** More nodes than this are not told one by one. */
const mostNodes = 4;

/**
 * A case as a note: its faults as `kalint failover --fail` takes them, what each node announces, and who is
 * master, by the short names of the nodes.
 */
export function counterexample(
  faults: readonly NamedFault[],
  { masters, candidates, priorities }: Outcome,
  quote: RuleContext['quote'],
): string {
  const names = faults.map(({ fault, word }) =>
    word ? quote({ ...word, text: formatFault(fault) }) : `\`${formatFault(fault)}\``,
  );
  const rank = (standing: unknown): number => (typeof standing === 'number' ? standing : 0);
  const told = [...priorities]
    .sort(([, a], [, b]) => rank(b) - rank(a))
    .slice(0, mostNodes)
    .map(([name, standing]) => `${name} ${standing}`);
  return `${names.join(' and ') || 'nothing has failed'}: ${told.join(', ')}; ${holders(masters, candidates)}`;
}

function holders(masters: readonly string[], candidates: readonly string[]): string {
  if (candidates.length > 0) return `${candidates.join(' or ')} is master`;
  if (masters.length === 0) return 'nobody is master';
  return masters.length === 1
    ? `master is ${masters.join()}`
    : `${masters.slice(0, mostNodes).join(' and ')} are master`;
}
