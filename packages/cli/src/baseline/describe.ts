import { counted } from '../counted.ts';
import type { Entry } from './entry.ts';

/* What is said of a baseline. A message is one or more lines; none where there is nothing to say. */

/** Of the findings that are left out. */
export function describeKnown(path: string, known: number): readonly string[] {
  if (known === 0) return [];
  return [`${counted(known, 'finding')} left out: ${path} knows ${known === 1 ? 'it' : 'them'}`];
}

/** So many entries that are gone are named; the others are counted. */
const mostNamed = 10;

/** Of what it knows and is gone. */
export function describeGone(path: string, gone: readonly Entry[]): readonly string[] {
  const sum = sumOf(gone);
  if (sum === 0) return [];
  const [are, them] = sum === 1 ? ['is', 'it'] : ['are', 'them'];
  const what = counted(sum, 'finding');
  const named = gone
    .slice(0, mostNamed)
    .map(({ file, rule, count }) => `  ${file}: ${rule}${count > 1 ? `, ${count} times` : ''}`);
  return [
    `${path} knows ${what} that ${are} gone; --update-baseline takes ${them} out`,
    ...named,
    ...(gone.length > mostNamed ? [`  and ${gone.length - mostNamed} more`] : []),
  ];
}

/** Of an update. */
export function describeUpdate(
  path: string,
  before: readonly Entry[],
  after: readonly Entry[],
): string {
  const [was, is] = [sumOf(before), sumOf(after)];
  const knows = `${path} knows ${counted(is, 'finding')} now`;
  return was === 0 || was === is ? knows : `${knows}, it was ${was}`;
}

function sumOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { count }) => sum + count, 0);
}
