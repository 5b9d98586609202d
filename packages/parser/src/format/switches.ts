import { commentOf, nestingOf, type WrittenLine } from './written-lines.ts';

/*
 * Comments that say what the formatter must leave as it is: `# kalint-fmt-ignore` the next statement with its
 * block, `# kalint-fmt-off` all up to `# kalint-fmt-on`, or to the end of the file. Each stands on a line of its
 * own.
 */

/** Which of the lines their authors want to stay as they are; indices. */
export function switchedOff(lines: readonly WrittenLine[]): ReadonlySet<number> {
  const off = new Set<number>();
  for (let index = 0; index < lines.length; index++) {
    const end = endOfEffect(lines, index);
    for (; index + 1 < end; index++) off.add(index + 1);
  }
  return off;
}

/** The index behind the last line that a switch is about; the next one when the line is no switch. */
function endOfEffect(lines: readonly WrittenLine[], index: number): number {
  switch (switchOn(lines[index])) {
    case 'off': {
      const on = lines.findIndex((line, other) => other > index && switchOn(line) === 'on');
      return on === -1 ? lines.length : on;
    }
    case 'ignore':
      return endOfStatement(lines, index + 1);
    default:
      return index + 1;
  }
}

/** The index behind the next statement and its block; where there is none, that of what ends the search for it. */
function endOfStatement(lines: readonly WrittenLine[], from: number): number {
  let depth = 0;
  let end: number | undefined;
  for (let index = from; index < lines.length; index++) {
    const line = lines[index];
    const [first] = line?.tokens ?? [];
    if (!line || !first) continue;
    if (end === undefined && first.kind === 'right-brace') return index;
    // The `{` of a statement may stand on a line of its own.
    if (end !== undefined && depth <= 0 && first.kind !== 'left-brace') return end;
    const isWithin = end !== undefined;
    depth += nestingOf(line);
    end = index + 1;
    if (isWithin && depth <= 0) return end;
  }
  return end ?? lines.length;
}

function switchOn(line: WrittenLine | undefined): string | undefined {
  if (!line || line.tokens.length > 0) return undefined;
  return /^[#!]+[ \t]*kalint-fmt-(off|on|ignore)(?![\w-])/.exec(commentOf(line))?.[1];
}
