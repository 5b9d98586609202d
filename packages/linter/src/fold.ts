import type { Location } from '@kalint/parser';
import type { Diagnostic } from './diagnostic.ts';
import { createEditSet } from './edits.ts';

/** A diagnostic, and where else in its file the same is to be said. */
export interface FoldedDiagnostic extends Diagnostic {
  readonly repeats: readonly Location[];
  /** It and its repeats, each by itself: with its own place, and the repair of that place only. */
  readonly each: readonly Diagnostic[];
}

/**
 * Makes one diagnostic of those that say the same of several places of a file: whoever has copied a
 * mistake seven times has made it once. Of several repairs the one of all places is made.
 */
export function fold(diagnostics: readonly Diagnostic[]): readonly FoldedDiagnostic[] {
  const groups = new Map<string, [Diagnostic, ...Diagnostic[]]>();
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic);
    const group = groups.get(key);
    if (group) group.push(diagnostic);
    else groups.set(key, [diagnostic]);
  }
  return [...groups.values()].map(joined);
}

/** What makes two diagnostics the same but for their place. */
function keyOf({ rule, severity, message, notes, help, ...rest }: Diagnostic): string {
  const { location, related, fix } = rest;
  const { path } = location.source;
  const places = related.map((each) => [each.location.source.path, each.location.span.start]);
  return JSON.stringify([
    ...[path, rule, severity, message, notes, help, places],
    ...[fix?.title, fix?.safety],
  ]);
}

function joined([first, ...others]: readonly [Diagnostic, ...Diagnostic[]]): FoldedDiagnostic {
  const edits = [first, ...others].flatMap(({ fix }) => fix?.edits ?? []);
  return {
    ...first,
    fix: first.fix && createEditSet().add(edits) ? { ...first.fix, edits } : first.fix,
    repeats: others.map(({ location }) => location),
    each: [first, ...others],
  };
}
