import type {
  Bounds,
  Event,
  Fault,
  Outcome,
  RouterReport,
  Scenario,
  Standing,
} from '@kalint/linter';
import { formatFault } from '@kalint/linter';
import { enumerated, joined, phrase, type Phrase } from './phrase.ts';
import type { Tone } from './view.ts';

/* The words of a report about failover, all in one place. */

/** The fault as it is written on the command line. */
export function faultPhrase(fault: Fault): Phrase {
  return [{ foreign: formatFault(fault) }];
}

export function eventPhrase({ change, fault }: Event, number: number): Phrase {
  return phrase`${number}. ${[change]} ${faultPhrase(fault)}`;
}

/** Seconds, rounded outwards, so that the bounds still are bounds. */
export function span({ min, max }: Bounds): string {
  const from = rounded(min, Math.floor);
  if (!Number.isFinite(max)) return `${from} s or more`;
  const to = rounded(max, Math.ceil);
  return max - min < 1e-6 || from === to ? `${to} s` : `${from}–${to} s`;
}

function rounded(seconds: number, round: (value: number) => number): string {
  const digits = seconds < 1 ? 2 : seconds < 100 ? 1 : 0;
  const scale = 10 ** digits;
  // What is a whole number of steps but for the noise of floating point is left as it is.
  const steps = seconds * scale;
  const nearest = Math.round(steps);
  const whole = Math.abs(steps - nearest) < 1e-6 ? nearest : round(steps);
  return String(whole / scale);
}

export function standingText(standing: Standing): string {
  return String(standing);
}

/** Who holds the addresses, in two or three words. */
export function outcomePhrase(
  verdict: Scenario['verdict'],
  outcome: Holders,
  before: Holders,
): Phrase {
  const { masters } = outcome;
  switch (verdict) {
    case 'moved':
      return holdsAlone(before)
        ? phrase`moves to ${enumerated(masters, 'and')}`
        : phrase`${enumerated(masters, 'and')} alone`;
    case 'stays':
      return phrase`stays on ${enumerated(masters, 'and')}`;
    case 'no-master':
      return ['no master'];
    case 'split-brain':
      return phrase`split brain: ${enumerated(masters, 'and')}`;
    case 'undecided':
      return outcome.isEndless ? ['never settles'] : phrase`undecided: ${possibleMasters(outcome)}`;
  }
}

type Holders = Pick<Outcome, 'masters' | 'candidates' | 'isEndless'>;

/** Whether it is certain that one node holds the addresses, and no other one. */
export function holdsAlone({ masters, candidates, isEndless }: Holders): boolean {
  return masters.length === 1 && candidates.length === 0 && isEndless !== true;
}

/** Whether the same nodes hold the addresses, or may. */
export function areSame(a: Holders, b: Holders): boolean {
  const key = ({ masters, candidates, isEndless = false }: Holders): string =>
    JSON.stringify([[...masters].sort(), [...candidates].sort(), isEndless]);
  return key(a) === key(b);
}

/** Everybody who may hold the addresses. */
function possibleMasters({ masters, candidates }: Holders): Phrase {
  if (masters.length === 0) return enumerated(candidates, 'or');
  return phrase`${enumerated(masters, 'and')}, perhaps ${enumerated(candidates, 'or')}`;
}

/** Undefined when the faults and their repair move nothing. */
export function afterRepairPhrase(
  { verdict, afterRepair }: Scenario,
  initial: Outcome,
): Phrase | undefined {
  const { masters, takeover } = afterRepair;
  if (areSame(afterRepair, initial)) {
    if (takeover && holdsAlone(initial)) return [`back in ${span(takeover)}`];
    return verdict === 'stays' ? undefined : ['as before'];
  }
  if (afterRepair.verdict !== 'returns' && afterRepair.verdict !== 'stays-away')
    return outcomePhrase(afterRepair.verdict, afterRepair, initial);
  if (!takeover) return phrase`stays on ${enumerated(masters, 'and')}`;
  return phrase`goes to ${enumerated(masters, 'and')}, ${[span(takeover)]}`;
}

/** What is so while nothing is broken. */
export function healthyPhrase({ initial, members }: RouterReport): Phrase {
  const { masters, priorities } = initial;
  const [holder, ...others] = masters;
  if (initial.isEndless) return ['The masters change for ever, even while all works.'];
  if (initial.candidates.length > 0)
    return phrase`While all works, it is not decided who holds the addresses: ${possibleMasters(initial)}.`;
  if (holder === undefined) return ['Nobody holds the addresses, even while all works.'];
  if (others.length > 0)
    return phrase`Split brain even while all works: ${enumerated(masters, 'and')} hold the addresses.`;
  const standing = priorities.get(holder);
  const subject = phrase`While all works, ${holder} holds the addresses`;
  const withPriority =
    standing === undefined ? subject : phrase`${subject} with priority ${standing}`;
  const next = members
    .map(({ node }) => node)
    .filter((node) => node !== holder)
    .sort((a, b) => rankOf(priorities.get(b)) - rankOf(priorities.get(a)));
  if (next.length === 0) return phrase`${withPriority}; no other node has it.`;
  const ranks = next.slice(0, 2).map((node) => {
    const value = priorities.get(node);
    if (typeof value === 'number') return phrase`${node} with ${value}`;
    return value === undefined ? phrase`${node}` : phrase`${node}, which is in ${[value]}`;
  });
  const rest = next.length - ranks.length;
  const all = joined([...ranks, ...(rest > 0 ? [[`${rest} more`]] : [])], ', ', ' and ');
  return phrase`${withPriority}, before ${all}.`;
}

export function healthyTone(initial: Outcome): Tone {
  if (holdsAlone(initial)) return 'good';
  return initial.candidates.length > 0 && !initial.isEndless ? 'warning' : 'bad';
}

/** A number to sort by; who takes no part comes last. */
export function rankOf(standing: Standing | undefined): number {
  return typeof standing === 'number' ? standing : -1;
}
