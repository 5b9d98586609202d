import type { SourceFile, Span } from '@kalint/parser';
import type { FileEdit } from './diagnostic.ts';

/** Edits in some files, so many that do not get in each other's way. */
interface EditSet {
  /** Takes all of some edits, or none of them when one gets in the way of another. */
  readonly add: (edits: readonly FileEdit[]) => boolean;
  /** The edits of a file, in order. */
  readonly of: (source: SourceFile) => readonly FileEdit[];
}

export function createEditSet(): EditSet {
  const taken = new Map<SourceFile, FileEdit[]>();
  const of = (source: SourceFile): FileEdit[] => {
    const known = taken.get(source) ?? [];
    taken.set(source, known);
    return known;
  };
  return {
    of,
    add: (edits) => {
      const added: FileEdit[] = [];
      for (const edit of edits) {
        const sorted = of(edit.source);
        const index = placeFor(edit.span, sorted);
        if (areApart(sorted[index - 1], edit) && areApart(edit, sorted[index])) {
          sorted.splice(index, 0, edit);
          added.push(edit);
        } else {
          for (const each of added) remove(each, of(each.source));
          return false;
        }
      }
      return true;
    },
  };
}

function remove(edit: FileEdit, sorted: FileEdit[]): void {
  sorted.splice(sorted.indexOf(edit), 1);
}

/** Where an edit belongs among others, which are in order. */
function placeFor({ start, end }: Span, sorted: readonly FileEdit[]): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = sorted[middle]?.span;
    if (span && (span.start < start || (span.start === start && span.end < end))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether two edits, in order, are at different places: of two insertions nobody knows the first one. */
function areApart(first: FileEdit | undefined, second: FileEdit | undefined): boolean {
  if (!first || !second) return true;
  const isSamePlace = first.span.start === second.span.start && first.span.end === second.span.end;
  return !isSamePlace && first.span.end <= second.span.start;
}

/** The edits, those that are written twice only once. */
export function withoutRepeatedEdits(edits: readonly FileEdit[]): readonly FileEdit[] {
  if (edits.length < 2) return edits;
  return edits.filter(
    (edit, index) => edits.findIndex((other) => isSameEdit(edit, other)) === index,
  );
}

function isSameEdit(a: FileEdit, b: FileEdit): boolean {
  return (
    a.source === b.source &&
    a.span.start === b.span.start &&
    a.span.end === b.span.end &&
    a.text === b.text
  );
}
