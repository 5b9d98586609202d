import { splitAtBrace } from './brace-split.ts';
import { spend } from './budget.ts';
import type { InputLine } from './input.ts';
import { interpret } from './interpret.ts';
import { openIncludes, readIncludeLine } from './read-includes.ts';
import { reportLeft, withoutBraces, type LeftReference } from './replace-references.ts';
import { report, type Scope } from './scope.ts';
import type { TracedText } from './traced-text.ts';

/**
 * Reads a line to its end, part by part: a brace, or what stands between two braces, is a line of its
 * own for keepalived and may be a directive.
 *
 * @param text the line without its comment
 */
export function readParts(line: InputLine, text: TracedText, scope: Scope): void {
  const { reading, context } = scope;
  const { budget, output } = reading;
  const isInclude = line.kind === 'physical' && readIncludeLine(text.text) !== undefined;
  let isBegun = false;
  let settled: readonly LeftReference[] | undefined;
  for (let rest: TracedText | undefined = text; rest;) {
    const interpreted = interpret(rest, scope, settled);
    if (!interpreted || !spend(budget, budget.lines, 1)) return;
    const { text: part, left, isSettled } = interpreted;
    const include = readIncludeLine(part.text);
    if (include) {
      if (!isInclude) report(scope, part, { kind: 'include-read-twice', ...include });
      reportLeft(left, scope);
      openIncludes(include, part, scope);
      return;
    }
    const { head, tail } = splitAtBrace(part, left);
    const behind = tail?.text.length ?? 0;
    const leftInHead = tail ? leftBefore(behind, left) : left;
    reportLeft(leftInHead, scope);
    if (!spend(budget, budget.characters, head.text.length)) return;
    if (!isBegun) beginLine(line, scope);
    isBegun = true;
    output.write(withoutBraces(head, leftInHead, behind), context);
    settled = isSettled && tail ? left.slice(leftInHead.length) : undefined;
    rest = tail;
  }
}

/** Those that begin further from the end of the line than this. */
function leftBefore(behind: number, left: readonly LeftReference[]): readonly LeftReference[] {
  return left.length > 0 ? left.filter(({ distance }) => distance > behind) : left;
}

/** Puts out what stands before the text of a line, unless nothing is left of it. */
export function beginLine(line: InputLine, { reading, indent, context }: Scope): void {
  const { output } = reading;
  if (line.kind === 'pending') {
    output.startLine();
    output.pad(indent);
  } else {
    const { file, start } = line;
    output.copy(file.source, { start, end: start + indent.length }, context);
  }
}
