import { scope, type Rule } from './rule.ts';

export const identifier = '[A-Za-z_][A-Za-z0-9_]*';

/** `${NAME}`, `${_RANDOM 1 9}`, and `$NAME` where `end` follows (lib/parser.c, find_definition()). */
export function referenceRules(end: string): readonly Rule[] {
  const marks = { name: scope('punctuation.definition.variable') };
  const name = { name: scope('variable.other.reference') };
  const predefined = '_(?:PWD|INSTANCE|RANDOM|ENV|HASH|BANG)(?![A-Za-z0-9_])';
  return [
    {
      match: `(\\$\\{)(${predefined})([ \\tA-Za-z0-9_]*)(\\})`,
      captures: {
        1: marks,
        2: { name: scope('variable.language') },
        3: { name: scope('variable.parameter') },
        4: marks,
      },
    },
    {
      match: `(\\$\\{)(${identifier})[ \\t]*(\\})`,
      captures: { 1: marks, 2: name, 3: marks },
    },
    {
      match: `(\\$)(${predefined})${end}`,
      captures: { 1: marks, 2: { name: scope('variable.language') } },
    },
    { match: `(\\$)(${identifier})${end}`, captures: { 1: marks, 2: name } },
  ];
}
