import { applyEdits, type SourceFile, type TextEdit } from '@kalint/parser';
import type { Diagnostic, FileEdit, Fix } from '../diagnostic.ts';

/** What is to be repaired. */
export interface Repairs {
  /** Only these files are changed: a fix that needs another one is not carried out. */
  readonly sources: readonly SourceFile[];
  /** Whether fixes that change what keepalived does are carried out, too. */
  readonly unsafe: boolean;
  /** So many diagnostics at most. */
  readonly most: number;
}

/** Files, changed by the fixes of some diagnostics. */
export interface CarriedOut {
  readonly sources: readonly SourceFile[];
  readonly fixed: readonly Diagnostic[];
}

/** Carries out the fixes that do not get in each other's way, first come, first served. */
export function carryOut(
  diagnostics: readonly Diagnostic[],
  { sources, unsafe, most }: Repairs,
): CarriedOut {
  const edits: Edits = new Map(sources.map((source) => [source, []]));
  const fixed: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const { fix } = diagnostic;
    if (fixed.length === most) break;
    if (!fix || (fix.safety === 'unsafe' && !unsafe) || !isPossible(fix, edits)) continue;
    add(fix, edits);
    fixed.push(diagnostic);
  }
  return {
    fixed,
    sources: sources.map((source) => {
      const own = edits.get(source) ?? [];
      return own.length === 0 ? source : { ...source, text: applyEdits(source.text, own) };
    }),
  };
}

type Edits = Map<SourceFile, readonly TextEdit[]>;

/** Whether a fix changes only files that may be changed, and nothing that another one changes. */
function isPossible({ edits: wanted }: Fix, edits: Edits): boolean {
  return wanted.every(
    (edit) => edits.get(edit.source)?.every((other) => areApart(edit, other)) ?? false,
  );
}

function add({ edits: added }: Fix, edits: Edits): void {
  for (const edit of added) edits.set(edit.source, [...(edits.get(edit.source) ?? []), edit]);
}

/** Two insertions at one place are not: nobody knows which one comes first. */
function areApart({ span: a }: FileEdit, { span: b }: TextEdit): boolean {
  const touch = a.start === b.start && a.end === b.end;
  return !touch && (a.end <= b.start || b.end <= a.start);
}
