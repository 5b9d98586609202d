import { symbol, type Expression, type Production } from './expression.ts';

/** The production, and behind it one for each of its named parts. */
export function outlined({ expression, ...production }: Production): readonly Production[] {
  const productions: Production[] = [];
  const replace = (part: Expression): Expression => {
    switch (part.kind) {
      case 'named':
        productions.push(...outlined({ name: part.name, expression: part.item }));
        return symbol(part.name);
      case 'sequence':
      case 'choice':
        return { ...part, items: part.items.map(replace) };
      case 'optional':
      case 'repetition':
      case 'remark':
        return { ...part, item: replace(part.item) };
      default:
        return part;
    }
  };
  const whole = replace(expression);
  return [{ ...production, expression: whole }, ...productions];
}
