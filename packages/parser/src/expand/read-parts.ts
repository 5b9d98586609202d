import { splitAtBrace } from './brace-split.ts';
import { interpret } from './interpret.ts';
import { openIncludes, readIncludeLine } from './read-includes.ts';
import { reportLeft, withoutBraces, type LeftReference } from './replace-references.ts';
import { report, type Scope } from './scope.ts';
import type { TracedText } from './traced-text.ts';

/**
 * Reads a line to its end, part by part: a brace, or what stands between two braces, is a line of its
 * own for keepalived and may be a directive.
 *
 * @param isInclude the line as written is an include line
 * @param begin called before the first part is put out
 */
export function readParts(
  line: TracedText,
  scope: Scope,
  isInclude: boolean,
  begin: () => void,
): void {
  const { reading, context } = scope;
  const { budget, output } = reading;
  let isBegun = false;
  let settled: readonly LeftReference[] | undefined;
  for (let rest: TracedText | undefined = line; rest;) {
    const interpreted = interpret(rest, scope, settled);
    if (!interpreted || !budget.spend('lines', 1)) return;
    const { text, left, isSettled } = interpreted;
    const include = readIncludeLine(text.text);
    if (include) {
      if (!isInclude) report(scope, text, { kind: 'include-read-twice', ...include });
      reportLeft(left, scope);
      openIncludes(include, text, scope);
      return;
    }
    const { head, tail } = splitAtBrace(text, left);
    const behind = tail?.text.length ?? 0;
    const split = left.findIndex(({ distance }) => distance <= behind);
    const leftInHead = split === -1 ? left : left.slice(0, split);
    reportLeft(leftInHead, scope);
    if (!budget.spend('characters', head.text.length)) return;
    if (!isBegun) begin();
    isBegun = true;
    output.write(withoutBraces(head, leftInHead, behind), context);
    settled = isSettled ? left.slice(leftInHead.length) : undefined;
    rest = tail;
  }
}
