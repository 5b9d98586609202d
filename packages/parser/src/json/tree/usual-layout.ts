/*
 * How a file is laid out that has nothing special: an item on each line, four blanks for each block
 * around it, one blank between words, the `{` behind its keyword. The JSON form says what stands between
 * two pieces only where it is something else.
 */

export const betweenWords = ' ';
export const beforeOpeningBrace = ' ';

interface Neighbour {
  readonly kind: string;
}

/** `depth` is the number of blocks around the item; `previous`, the item before it in the same block. */
export function beforeItem(depth: number, previous: Neighbour | undefined): string {
  if (previous && holdsNext(previous)) return ' ';
  return depth === 0 && !previous ? '' : newLine(depth);
}

/** `depth` is the number of blocks around the block; `last`, its last item. */
export function beforeClosingBrace(depth: number, last: Neighbour | undefined): string {
  return last && holdsNext(last) ? ' ' : newLine(depth);
}

export function atEnd(last: Neighbour | undefined): string {
  return last ? newLine(0) : '';
}

/** `@id` and `~SEQ(...)` are about the rest of their line. */
function holdsNext({ kind }: Neighbour): boolean {
  return kind === 'condition' || kind === 'sequence';
}

function newLine(depth: number): string {
  return `\n${' '.repeat(4 * depth)}`;
}
