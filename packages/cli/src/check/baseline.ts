import type { Baseline } from '../baseline/baseline.ts';
import type { Invocation } from './invocation.ts';

/** The baseline that a run works with, opened; undefined when it works without, or why it cannot. */
export async function baselineFor({
  baseline: path,
  updatesBaseline,
}: Pick<Invocation, 'baseline' | 'updatesBaseline'>): Promise<
  Baseline | { readonly mistake: string } | undefined
> {
  if (typeof path !== 'string')
    return updatesBaseline
      ? { mistake: '--update-baseline needs a file to write: --baseline FILE' }
      : undefined;
  const { openBaseline } = await import('../baseline/baseline.ts');
  return openBaseline(path, updatesBaseline);
}
