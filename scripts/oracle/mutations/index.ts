import fc from 'fast-check';
import type { Release } from '@kalint/parser';
import { configurations } from '../../../packages/parser/test/generated/configuration.ts';
import { linesOf } from '../../../packages/parser/test/generated/written.ts';
import * as keywords from './keywords.ts';
import { textsOf, type Mutate } from './lines.ts';
import * as preprocessor from './preprocessor.ts';
import * as shape from './shape.ts';
import * as values from './values.ts';

/** A configuration and what was done to it. */
export interface Mutant {
  readonly mutation: string;
  readonly text: string;
}

const none: Mutate = (lines) => fc.constant(textsOf(lines));

const mutations: Readonly<Record<string, Mutate>> = {
  none,
  ...values,
  ...keywords,
  ...shape,
  ...preprocessor,
};

/** Configurations from the keyword table, each with one mistake, or none. */
export function mutants(release: Release): fc.Arbitrary<Mutant> {
  return fc
    .tuple(configurations(release), fc.constantFrom(...Object.keys(mutations)))
    .chain(([statements, mutation]) => {
      const lines = linesOf(statements);
      const mutated = mutations[mutation]?.(lines) ?? fc.constant(textsOf(lines));
      return mutated.map((texts) => ({
        mutation,
        text: texts.map((text) => `${text}\n`).join(''),
      }));
    });
}
