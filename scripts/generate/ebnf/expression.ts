/*
 * What a production says, in the notation of the W3C (https://www.w3.org/TR/xml/#sec-notation). The
 * EBNF file and the railroad diagrams are two drawings of it.
 */

export type Expression =
  | Literal
  /** One character, as the notation writes it: `#xA`, `[0-9]`, `[^#xA"]`. */
  | { readonly kind: 'character'; readonly source: string }
  /** What the production of that name says. */
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'sequence'; readonly items: readonly Expression[] }
  | { readonly kind: 'choice'; readonly items: readonly Expression[] }
  | { readonly kind: 'optional'; readonly item: Expression }
  | { readonly kind: 'repetition'; readonly item: Expression; readonly atLeast: 0 | 1 }
  /** A remark for readers. */
  | { readonly kind: 'remark'; readonly item: Expression; readonly remark: string }
  /** What becomes a production of its own when it is printed; see `outlined`. */
  | { readonly kind: 'named'; readonly item: Expression; readonly name: string };

/** Exactly this text. */
export interface Literal {
  readonly kind: 'literal';
  readonly text: string;
  /** Upper and lower case letters are the same. */
  readonly anyCase: boolean;
  /** It names what follows, and is not a value. */
  readonly isKeyword: boolean;
}

export interface Production {
  readonly name: string;
  readonly expression: Expression;
  /** A sentence for readers. */
  readonly note?: string;
}

/** Productions that belong together. */
export interface Chapter {
  readonly title: string;
  /** Paragraphs. */
  readonly introduction: readonly string[];
  readonly productions: readonly Production[];
}

export function literal(text: string, { anyCase = false } = {}): Literal {
  return { kind: 'literal', text, anyCase, isKeyword: false };
}

export function keyword(text: string): Literal {
  return { kind: 'literal', text, anyCase: false, isKeyword: true };
}

export const character = (source: string): Expression => ({ kind: 'character', source });
export const symbol = (name: string): Expression => ({ kind: 'symbol', name });

export function named(name: string, item: Expression): Expression {
  return { kind: 'named', name, item };
}

export const nothing: Expression = { kind: 'sequence', items: [] };

/** One after the other; what is nothing is left out. */
export function sequence(...items: readonly Expression[]): Expression {
  const something = items.flatMap((item) => (item.kind === 'sequence' ? item.items : [item]));
  const [only] = something;
  return only && something.length === 1 ? only : { kind: 'sequence', items: something };
}

/** One of them; a choice between choices is one choice. */
export function choice(...items: readonly Expression[]): Expression {
  const alternatives = items.flatMap((item) => (item.kind === 'choice' ? item.items : [item]));
  const [only] = alternatives;
  return only && alternatives.length === 1 ? only : { kind: 'choice', items: alternatives };
}

/** Once or not at all; `x+` becomes `x*`. */
export function optional(item: Expression): Expression {
  return item.kind === 'repetition' ? { ...item, atLeast: 0 } : { kind: 'optional', item };
}

export function repetition(item: Expression, atLeast: 0 | 1 = 0): Expression {
  return { kind: 'repetition', item, atLeast };
}

export function remarked(item: Expression, remark: string): Expression {
  return remark === '' ? item : { kind: 'remark', item, remark };
}

/** The expression itself and all that it is made of. */
export function* partsOf(expression: Expression): Generator<Expression> {
  yield expression;
  if ('item' in expression) yield* partsOf(expression.item);
  if ('items' in expression) for (const item of expression.items) yield* partsOf(item);
}

export function symbolsOf(expression: Expression): readonly string[] {
  return [...partsOf(expression)].flatMap((part) => (part.kind === 'symbol' ? [part.name] : []));
}

export function literalsOf(expression: Expression): readonly Literal[] {
  return [...partsOf(expression)].filter((part) => part.kind === 'literal');
}
