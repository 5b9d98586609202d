import type { Expression } from '../../generate/ebnf/expression.ts';
import { definitionOf, type Grammar } from './ebnf-matcher.ts';

/** How a production covers tokens: its name, and what it consists of. */
export interface Derivation {
  readonly name: string;
  readonly parts: readonly (Derivation | string)[];
}

interface Progress {
  readonly end: number;
  readonly parts: readonly (Derivation | string)[];
}

/**
 * The derivation of tokens from a production. The syntactic part is LL(1): the first alternative that
 * fits is the only one.
 */
export function derive(
  grammar: Grammar,
  name: string,
  tokens: readonly string[],
  isToken: (name: string) => boolean,
): Derivation | undefined {
  const read = (expression: Expression, at: number): Progress | undefined => {
    switch (expression.kind) {
      case 'symbol': {
        if (isToken(expression.name)) {
          const { name: token } = expression;
          return tokens[at] === token ? { end: at + 1, parts: [token] } : undefined;
        }
        const inner = read(definitionOf(grammar, expression.name), at);
        return inner && { end: inner.end, parts: [{ name: expression.name, parts: inner.parts }] };
      }
      case 'sequence': {
        let progress: Progress = { end: at, parts: [] };
        for (const item of expression.items) {
          const next = read(item, progress.end);
          if (!next) return undefined;
          progress = { end: next.end, parts: [...progress.parts, ...next.parts] };
        }
        return progress;
      }
      case 'choice':
        for (const item of expression.items) {
          const found = read(item, at);
          if (found) return found;
        }
        return undefined;
      case 'optional':
        return read(expression.item, at) ?? { end: at, parts: [] };
      case 'repetition': {
        const parts: (Derivation | string)[] = [];
        let end = at;
        for (let next = read(expression.item, end); next; next = read(expression.item, end)) {
          parts.push(...next.parts);
          end = next.end;
        }
        return parts.length < expression.atLeast ? undefined : { end, parts };
      }
      case 'remark':
      case 'named':
        return read(expression.item, at);
      case 'literal':
      case 'character':
        throw new Error('the syntactic part is made of tokens');
    }
  };
  const whole = read(definitionOf(grammar, name), 0);
  return whole?.end === tokens.length ? { name, parts: whole.parts } : undefined;
}
