import { positionAt, type Location, type Release, type SourceFile } from '@kalint/parser';
import { lint, type Diagnostic } from '../../src/index.ts';
import { clusterRules } from '../../src/rules/cluster/index.ts';

/** Files by their names, in the order of the nodes. */
export type Files = Readonly<Record<string, string>>;

export function sourcesOf(files: Files): readonly SourceFile[] {
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}

/** What the recommended rules about clusters say, or all of them. */
export function lintCluster(
  files: Files,
  release?: Release,
  profile: 'recommended' | 'strict' = 'recommended',
): readonly Diagnostic[] {
  const rules = clusterRules.filter((rule) => profile === 'strict' || rule.profile !== 'strict');
  return lint(sourcesOf(files), { rules, ...(release ? { release } : {}) }).diagnostics;
}

/** `file:line` */
export function placeOf({ source, span }: Location): string {
  return `${source.path}:${positionAt(source, span.start).line}`;
}

/** A diagnostic in one line: `file:line severity rule -> file:line`. */
export function inShort({ location, severity, rule, related }: Diagnostic): string {
  const places = related.map((each) => placeOf(each.location)).join(' ');
  return `${placeOf(location)} ${severity} ${rule} -> ${places}`;
}
