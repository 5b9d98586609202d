import { totals, type Quantity } from './limits.ts';

/** What an expansion may still use. */
export interface Budget {
  /** Uses some of it; false when there is not enough left. */
  readonly spend: (of: Quantity, amount: number) => boolean;
  /** What there was not enough of. */
  readonly exceeded: () => { readonly of: Quantity; readonly limit: number } | undefined;
}

export function createBudget(characters: number = totals.characters): Budget {
  const limits = { ...totals, characters };
  const used = { characters: 0, lines: 0, references: 0, 'included files': 0 };
  let exceeded: Quantity | undefined;
  return {
    spend: (of, amount) => {
      used[of] += amount;
      if (used[of] > limits[of]) exceeded ??= of;
      return !exceeded;
    },
    exceeded: () => exceeded && { of: exceeded, limit: limits[exceeded] },
  };
}
