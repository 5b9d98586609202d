import { distributions, newestRelease, releaseNamed, releases, type Release } from '@kalint/parser';

/** The release of such a name, the newest one where none is named; or why there is none. */
export function releaseFor(wanted: string = newestRelease): Release | { readonly mistake: string } {
  return releaseNamed(wanted) ?? { mistake: describeUnknown(wanted) };
}

/** Says that a release of keepalived is not known, and which ones near it are. */
export function describeUnknown(wanted: string): string {
  const problem = `keepalived ${wanted} is not a release that kalint knows`;
  const numbered = releases.filter((release) => release !== 'unreleased');
  const first = numbered[0] ?? '';
  const last = numbered.at(-1) ?? '';
  if (!/^v?\d+(\.\d+)*$/.test(wanted)) {
    const names = Object.keys(distributions).join(', ');
    return `${problem}; it knows ${first} to ${last}, unreleased, and ${names}`;
  }
  const before = numbered.findLast((release) => compare(release, wanted) <= 0);
  const after = numbered.find((release) => compare(release, wanted) >= 0);
  const near = before === after ? [before] : [before, after];
  const names = near.filter((release) => release !== undefined);
  const verb = names.length === 1 ? 'the nearest one is' : 'the nearest ones are';
  return `${problem}; ${verb} ${names.join(' and ')}`;
}

/** Number by number; what is missing comes before everything. */
function compare(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? -1) - (right[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbersOf(release: string): readonly number[] {
  return release.replace(/^v/, '').split('.').map(Number);
}
