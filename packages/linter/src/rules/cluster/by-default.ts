import type { Effective } from '../../cluster/effective.ts';

/** What is said behind a value that nobody has written. */
export function byDefault({ from }: Pick<Effective<unknown>, 'from'>): string {
  return from === 'default' ? ' by default' : '';
}
