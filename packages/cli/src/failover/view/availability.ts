import { formatDuration, formatFault, type Availability, type FailureRate } from '@kalint/linter';
import { enumerated, phrase, type Phrase } from './phrase.ts';

/** What is to be expected of a virtual router, line by line. */
export function availabilityLines(
  { availability, downtimePerYear, aims, unbounded }: Availability,
  { mtbf, mttr }: FailureRate,
): readonly Phrase[] {
  const repair = mttr === undefined ? '' : `, repaired after ${formatDuration(mttr)}`;
  const given = `Each fault once in ${formatDuration(mtbf)}${repair}`;
  const share = range(percent(availability.min, Math.floor), percent(availability.max, Math.floor));
  const downtime = range(formatDuration(downtimePerYear.min), formatDuration(downtimePerYear.max));
  const aimed = aims.map((aim) => {
    const words = { yes: 'reached', perhaps: 'reached in the best case only', no: 'not reached' };
    const most = formatDuration(aim.downtimePerYear);
    return [
      `${percent(aim.availability, Math.round)} (at most ${most} a year): ${words[aim.isReached]}`,
    ];
  });
  return [
    [`${given}: availability ${share}, ${downtime} a year without an answer.`],
    ...aimed,
    ...(unbounded.length === 0
      ? []
      : [
          phrase`The worst case is not known: after ${enumerated(unbounded.map(formatFault), 'or')} it lasts until the repair; --mttr says how long that takes.`,
        ]),
  ];
}

function range(a: string, b: string): string {
  return a === b ? a : `${a} to ${b}`;
}

/** As many nines as there are, and two digits more. */
function percent(share: number, round: (value: number) => number): string {
  if (share >= 1) return '100 %';
  const nines = Math.max(0, Math.floor(-Math.log10(1 - share) + 1e-9));
  const digits = Math.min(9, Math.max(2, nines + 1));
  const scale = 10 ** digits;
  const value = round(share * 100 * scale + 1e-6) / scale;
  return `${value.toFixed(digits).replace(/(\.\d*?[1-9])0+$|\.0+$/, '$1')} %`;
}
