import { applyEdits, type SourceFile, type Span } from '@kalint/parser';
import type { Diagnostic } from '../diagnostic.ts';
import { createEditSet } from '../edits.ts';

/** What is to be repaired. */
interface Repairs {
  /** Only these files are changed: a fix that needs another one is not carried out. */
  readonly sources: readonly SourceFile[];
  /** Whether fixes that change what keepalived does are carried out, too. */
  readonly unsafe: boolean;
  /** So many diagnostics at most. */
  readonly most: number;
}

/** A file, and where its text was written by fixes. */
export interface RepairedSource {
  readonly source: SourceFile;
  /** Offsets in the text as it is now. */
  readonly written: readonly Span[];
}

/** Files, changed by the fixes of some diagnostics. */
interface CarriedOut {
  readonly repaired: readonly RepairedSource[];
  readonly fixed: readonly Diagnostic[];
}

/** Carries out the fixes that do not get in each other's way, first come, first served. */
export function carryOut(
  diagnostics: readonly Diagnostic[],
  { sources, unsafe, most }: Repairs,
): CarriedOut {
  const edits = createEditSet();
  const changeable = new Set(sources);
  const fixed: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const { fix } = diagnostic;
    if (fixed.length === most) break;
    if (!fix || (fix.safety === 'unsafe' && !unsafe)) continue;
    if (!fix.edits.every(({ source }) => changeable.has(source))) continue;
    if (edits.add(fix.edits)) fixed.push(diagnostic);
  }
  return { fixed, repaired: sources.map((source) => repair(source, edits.of(source))) };
}

function repair(
  source: SourceFile,
  edits: readonly { readonly span: Span; readonly text: string }[],
): RepairedSource {
  if (edits.length === 0) return { source, written: [] };
  let moved = 0;
  const written = edits.map(({ span, text }) => {
    const start = span.start + moved;
    moved += text.length - (span.end - span.start);
    return { start, end: start + text.length };
  });
  return { source: { ...source, text: applyEdits(source.text, edits) }, written };
}
