import { spanOf } from '../syntax/grammar.ts';
import type { ExtraBrace, SyntaxProblem, UnclosedBlock, UnopenedBlock } from '../syntax/tree.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Change, InsertedClose, InsertedOpen, RemovedClose, RemovedOpen } from './way.ts';

type Inserted = Extract<Change, InsertedOpen | InsertedClose>;
type Removed = Extract<Change, RemovedOpen | RemovedClose>;

/**
 * What the changes say about the file. Two changes are one mistake when both braces of a block are
 * missing, and when a brace is too many near the place where one of its kind is missing.
 */
export function problemsOf(
  source: SourceFile,
  changes: readonly Change[],
): readonly SyntaxProblem[] {
  const left = new Set(changes);
  const take = <C extends Change>(change: C | undefined): C | undefined => {
    if (change) left.delete(change);
    return change;
  };
  return changes.flatMap((change): readonly SyntaxProblem[] => {
    if (!left.delete(change)) return [];
    const others = [...left];
    switch (change.kind) {
      case 'insert-open':
      case 'insert-close': {
        const displaced = take(others.filter(isRemoved).find((other) => isMove(change, other)));
        if (change.kind === 'insert-close') return [unclosed(source, change, displaced)];
        const closing = displaced
          ? undefined
          : take(others.find((other) => isClosing(other, change)));
        return [unopened(source, change, displaced, closing)];
      }
      case 'remove-open':
      case 'remove-close': {
        const missing = take(others.filter(isInserted).find((other) => isMove(other, change)));
        if (!missing) return [extra(source, change)];
        return missing.kind === 'insert-close'
          ? [unclosed(source, missing, change)]
          : [unopened(source, missing, change, undefined)];
      }
    }
  });
}

function isInserted(change: Change): change is Inserted {
  return change.kind === 'insert-open' || change.kind === 'insert-close';
}

function isRemoved(change: Change): change is Removed {
  return !isInserted(change);
}

/** So many lines and braces further a brace may have gone astray. */
const nearby = 4;

function isMove(inserted: Inserted, removed: Removed): boolean {
  const isSameBrace = (inserted.kind === 'insert-open') === (removed.kind === 'remove-open');
  return isSameBrace && Math.abs(inserted.ordinal - removed.ordinal) <= nearby;
}

function isClosing(
  change: Change,
  { frame }: InsertedOpen,
): change is Extract<Change, InsertedClose> {
  return change.kind === 'insert-close' && change.frame === frame;
}

function unclosed(
  source: SourceFile,
  { frame, at, reason }: InsertedClose,
  displaced: Removed | undefined,
): UnclosedBlock {
  return {
    kind: 'unclosed-block',
    source,
    header: spanOf(frame.header),
    keyword: frame.keyword,
    belongs: at,
    reason,
    displaced: displaced && spanOf(displaced.token),
  };
}

function unopened(
  source: SourceFile,
  { frame, at }: InsertedOpen,
  displaced: Removed | undefined,
  closing: InsertedClose | undefined,
): UnopenedBlock {
  return {
    kind: 'unopened-block',
    source,
    header: spanOf(frame.header),
    keyword: frame.keyword,
    belongs: at,
    displaced: displaced && spanOf(displaced.token),
    closes: closing?.at,
  };
}

function extra(source: SourceFile, change: Removed): ExtraBrace {
  const span = spanOf(change.token);
  if (change.kind === 'remove-close') {
    const { frame, next } = change;
    return {
      kind: 'extra-brace',
      source,
      span,
      brace: '}',
      keyword: frame?.keyword,
      next: next && { keyword: next.image, at: spanOf(next) },
    };
  }
  return {
    kind: 'extra-brace',
    source,
    span,
    brace: '{',
    keyword: change.keyword?.image,
    next: undefined,
  };
}
