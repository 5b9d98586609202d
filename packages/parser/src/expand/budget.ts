import type { SourceFile } from '../text/source-file.ts';
import { totals, type Quantity } from './limits.ts';

/** What an expansion may still use. */
export interface Budget {
  /** Uses some of it; false when there is not enough left. */
  readonly spend: (of: Quantity, amount: number) => boolean;
  /** Makes room for the text of an included file, once for each file. */
  readonly extend: (file: SourceFile) => void;
  /** What there was not enough of. */
  readonly exceeded: () => { readonly of: Quantity; readonly limit: number } | undefined;
}

export function createBudget(characters: number = totals.characters): Budget {
  const limits = { ...totals, characters };
  const most = Math.max(characters, totals.characters);
  const extended = new Set<SourceFile>();
  const used = { characters: 0, lines: 0, references: 0, 'included files': 0 };
  let exceeded: Quantity | undefined;
  return {
    spend: (of, amount) => {
      used[of] += amount;
      if (used[of] > limits[of]) exceeded ??= of;
      return !exceeded;
    },
    extend: (file) => {
      if (extended.has(file)) return;
      extended.add(file);
      limits.characters = Math.min(most, limits.characters + file.text.length);
    },
    exceeded: () => exceeded && { of: exceeded, limit: limits[exceeded] },
  };
}
