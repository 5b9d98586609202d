import type { WeightSchema } from './value.ts';

/** A weight as a definition has it: `NUMBER [reverse]`. */
export function definedWeight<L extends number>(limit: L) {
  return {
    type: 'weight',
    min: -limit,
    max: limit,
    directions: ['reverse'],
    directionsSince: '2.0.18',
  } as const satisfies WeightSchema;
}

/** A weight on the line of what is tracked, which may take the direction of the definition back. */
export function trackedWeight<L extends number>(limit: L) {
  return {
    ...definedWeight(limit),
    directions: ['reverse', 'noreverse'],
  } as const satisfies WeightSchema;
}
