import type { SourceFile } from '../text/source-file.ts';
import { totals, type Quantity } from './limits.ts';

/** What an expansion may use. */
export interface Budget {
  readonly characters: Allowance;
  readonly lines: Allowance;
  readonly references: Allowance;
  readonly files: Allowance;
  /** What there was not enough of. */
  exceeded: Allowance | undefined;
  /** The included files that room was made for. */
  readonly extended: Set<SourceFile>;
}

/** How much there is of something, and how much of it is used. */
export interface Allowance {
  readonly of: Quantity;
  limit: number;
  used: number;
}

export function createBudget(characters: number = totals.characters): Budget {
  return {
    characters: { of: 'characters', limit: characters, used: 0 },
    lines: { of: 'lines', limit: totals.lines, used: 0 },
    references: { of: 'references', limit: totals.references, used: 0 },
    files: { of: 'included files', limit: totals['included files'], used: 0 },
    exceeded: undefined,
    extended: new Set(),
  };
}

/** Uses some of an allowance of the budget; false when there is not enough left of this or another. */
export function spend(budget: Budget, allowance: Allowance, amount: number): boolean {
  allowance.used += amount;
  if (allowance.used > allowance.limit) budget.exceeded ??= allowance;
  return budget.exceeded === undefined;
}

/** Makes room for the text of an included file, once for each file. */
export function extend({ characters, extended }: Budget, file: SourceFile): void {
  if (extended.has(file)) return;
  extended.add(file);
  const most = Math.max(characters.limit, totals.characters);
  characters.limit = Math.min(most, characters.limit + file.text.length);
}
