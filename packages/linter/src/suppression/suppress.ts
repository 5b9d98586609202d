import { positionAt, type Location, type SourceFile, type SyntaxTree } from '@kalint/parser';
import type { Diagnostic } from '../diagnostic.ts';
import { directivesIn, type Directive, type NamedRule } from './directives.ts';

/** One rule that a comment switches off. */
export interface Suppression {
  readonly rule: string;
  /** Where the comment names the rule. */
  readonly location: Location;
  readonly comment: Location;
  /** The first and the last line (from 1) on which it holds. */
  readonly first: number;
  readonly last: number;
}

/** What is known of the comments that switch rules off, when all rules have run. */
export interface Suppressions {
  readonly directives: readonly Directive[];
  /** Those of rules that have run, and found nothing there. */
  readonly unused: readonly Suppression[];
  /** The ids of all rules that there are. */
  readonly known: ReadonlySet<string>;
}

/** Which rules have run, and which there are. */
interface RuleIds {
  readonly run: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
}

/** Leaves out the diagnostics that comments of the files switch off. */
export function suppress(
  diagnostics: readonly Diagnostic[],
  files: Iterable<SyntaxTree>,
  { run, known }: RuleIds,
): { readonly diagnostics: readonly Diagnostic[]; readonly suppressions: Suppressions } {
  const directives = new Map<SourceFile, readonly Directive[]>();
  for (const file of files) directives.set(file.source, directivesIn(file));
  const suppressions = new Map(
    [...directives].map(([source, found]) => [source, suppressionsIn(found)]),
  );
  const used = new Set<Suppression>();
  const left = diagnostics.filter(({ rule, location: { source, span } }) => {
    const ofFile = suppressions.get(source) ?? [];
    if (ofFile.length === 0) return true;
    const { line } = positionAt(source, span.start);
    const holding = ofFile.filter(
      (each) => each.rule === rule && each.first <= line && line <= each.last,
    );
    for (const each of holding) used.add(each);
    return holding.length === 0;
  });
  const unused = [...suppressions.values()]
    .flat()
    .filter((each) => run.has(each.rule) && !used.has(each));
  return {
    diagnostics: left,
    suppressions: { directives: [...directives.values()].flat(), unused, known },
  };
}

function suppressionsIn(directives: readonly Directive[]): readonly Suppression[] {
  return directives.flatMap((directive) =>
    directive.rules.flatMap((rule) => suppressionOf(rule, directive, directives) ?? []),
  );
}

function suppressionOf(
  { id, location }: NamedRule,
  { kind, comment, line }: Directive,
  directives: readonly Directive[],
): Suppression | undefined {
  if (kind === 'enable' || kind === 'unknown' || kind === 'unread') return undefined;
  const last = kind === 'disable' ? lineOfEnd(id, line, directives) : line;
  return { rule: id, location, comment, first: line, last };
}

/** `disable` holds up to the next `enable` that names the rule, or no rule. */
function lineOfEnd(id: string, first: number, directives: readonly Directive[]): number {
  const end = directives.find(
    ({ kind, line, rules }) =>
      kind === 'enable' &&
      line > first &&
      (rules.length === 0 || rules.some((rule) => rule.id === id)),
  );
  return end?.line ?? Number.POSITIVE_INFINITY;
}
