import type { Expression, Production } from './expression.ts';

const width = 100;

/** A production: on one line when it fits, else with its alternatives below each other. */
export function printProduction({ name, expression, note }: Production): string {
  const production = printDefinition(name, expression);
  return note === undefined ? production : `/* ${note} */\n${production}`;
}

function printDefinition(name: string, expression: Expression): string {
  const line = `${name} ::= ${print(expression)}`;
  if (expression.kind !== 'choice' || line.length <= width) return wrap(line);
  const [first, ...others] = expression.items.map((item) => wrap(print(item)));
  return [`${name} ::=`, `    ${first}`, ...others.map((item) => `  | ${item}`)].join('\n');
}

/** A line is broken at blanks between items, which are never within quotes or remarks. */
function wrap(line: string): string {
  if (line.length <= width) return line;
  const lines: string[] = [];
  let current = '';
  for (const [piece] of line.matchAll(
    /(?:\/\*[^]*?\*\/|'[^']*'|"[^"]*"|\[[^\]]*\]|[^\s'"/[]|\/(?!\*))+/g,
  )) {
    if (current !== '' && current.length + 1 + piece.length > width) {
      // A bar stands before its alternative.
      const bar = current.endsWith(' |') ? '| ' : '';
      lines.push(bar === '' ? current : current.slice(0, -2));
      current = `      ${bar}${piece}`;
    } else {
      current = current === '' ? piece : `${current} ${piece}`;
    }
  }
  return [...lines, current].join('\n');
}

/** On one line. */
export function print(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return expression.anyCase ? `"${expression.text}"` : `'${expression.text}'`;
    case 'character':
      return expression.source;
    case 'symbol':
    case 'named':
      return expression.name;
    case 'sequence':
      return expression.items.map((item) => printWithin(item, 'choice')).join(' ');
    case 'choice':
      return expression.items.map(print).join(' | ');
    case 'optional':
      return `${printWithin(expression.item, ...compound)}?`;
    case 'repetition':
      return `${printWithin(expression.item, ...compound)}${expression.atLeast === 1 ? '+' : '*'}`;
    case 'remark':
      return `${printWithin(expression.item, 'choice')} /* ${expression.remark} */`;
  }
}

const compound = ['choice', 'sequence', 'optional', 'repetition', 'remark'] as const;

/** In parentheses when it is of a kind that would be read differently. */
function printWithin(expression: Expression, ...loose: readonly Expression['kind'][]): string {
  const isLoose =
    loose.includes(expression.kind) ||
    (expression.kind === 'remark' && loose.includes(expression.item.kind));
  return isLoose ? `(${print(expression)})` : print(expression);
}
