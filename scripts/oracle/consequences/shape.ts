import { syntaxRules } from '../../../packages/linter/src/rules/syntax/index.ts';
import { firstLineOf, hasReference, textRules, type Facts, type Follows } from './facts.ts';

/* What follows from a file that has another shape to keepalived than to its author. */

/** Where braces or quotes are wrong, all that follows is in the wrong block; and what was read is not all. */
export function behindLostBraces({ complaints, placed }: Facts): Follows {
  const isLost = complaints.some(({ message }) => losesCount.test(message));
  const first = firstLineOf(placed, (rule) =>
    isLost ? shapeRules.has(rule) || placeRules.has(rule) : braceRules.has(rule),
  );
  return ({ line = Number.MAX_SAFE_INTEGER }) => line >= first;
}

/** keepalived has lost count of the braces, or part of a line. */
const losesCount =
  /^Unexpected '\{'|^Extra '\}'|^Missing '\{'|^There are \d+ missing|[Uu]nmatched quote|Unterminated quote|missing terminating/;

/** What upsets everything behind it: braces, quotes, and what becomes of a text before it has blocks. */
const shapeRules = new Set([...syntaxRules.map(({ id }) => id), ...textRules]);

/** What does so in any case, even where keepalived does not notice. */
const braceRules = new Set([
  ...['unclosed-block', 'unopened-block', 'extra-brace', 'unterminated-quote'],
]);

/** What does not fit into a line is read as the next one. */
export function afterLongLine({ placed }: Facts): Follows {
  const long = placed.filter(({ rule }) => rule === 'line-too-long').map(({ line }) => line);
  return ({ line = 0 }) => long.includes(line - 1);
}

/** What is not read as a block is read line by line, and its `}` ends the block around it. */
export function inUnreadBlock({ placed, statements }: Facts): Follows {
  const unread = statements.filter(
    ({ first, hasBlock }) =>
      hasBlock && placed.some(({ line, rule }) => line === first && placeRules.has(rule)),
  );
  return ({ line = 0 }) =>
    unread.some(({ first, outermost }) => first <= line && line <= outermost);
}

/** What makes keepalived read a whole block as something else, or not at all. */
const placeRules = new Set([
  ...['unknown-keyword', 'misplaced-keyword', 'new-keyword', 'removed-keyword'],
  ...['unexpected-block', 'missing-block', 'duplicate-name', 'duplicate-keyword'],
]);

/**
 * A definition that is none is reported once, and missed wherever it is used. The braces of a `${NAME}` that
 * stays count, and upset what is behind it.
 */
export function withReference({ source, placed }: Facts): Follows {
  const first = firstLineOf(placed, (rule) => textRules.has(rule));
  const lines = source.text.split('\n');
  const brace = lines.findIndex((text, index) => index + 1 >= first && text.includes('${'));
  return ({ line }) => {
    if (line === undefined || line < first) return false;
    return hasReference(source, line) || (brace !== -1 && line > brace);
  };
}
