import type { SyntaxTree } from '../syntax/tree.ts';
import { preprocessorDirectives } from '../syntax/visit.ts';
import { skipBlanks } from './comments.ts';

/** `@id rest` or `@^id rest` at the beginning of a line. */
export interface Condition {
  readonly id: string;
  /** `@^id`: for all but this one. */
  readonly negated: boolean;
  /** The offset of the rest; undefined when there is none, and keepalived drops the line. */
  readonly rest: number | undefined;
}

/** lib/parser.c, read_line(): only a blank or a tab ends the id. */
export function readCondition(text: string): Condition | undefined {
  if (!text.startsWith('@')) return undefined;
  const negated = text.startsWith('@^');
  const start = negated ? 2 : 1;
  const length = text.slice(start).search(/[ \t]/);
  if (length === -1) return { id: text.slice(start), negated, rest: undefined };
  const end = start + length;
  return { id: text.slice(start, end), negated, rest: skipBlanks(text, end) };
}

export function holds({ id, negated }: Condition, configId: string | undefined): boolean {
  return (id === configId) !== negated;
}

const conditionLine = /^[ \t]*@\^?([^ \t\n\r\f\v"{}#!]+)/gm;

/** The ids that the `@id` and `@^id` lines of a file name, sorted, each once. */
export function configIdsIn(file: SyntaxTree): readonly string[] {
  const { source } = file;
  const ids = new Set<string>();
  if (!source.text.includes('@')) return [];
  for (const { kind, span, text } of preprocessorDirectives(file)) {
    const isCondition = kind === 'condition' && !endsReference(source.text, span.start);
    // The lines of a definition may be conditions as well.
    if (!isCondition && kind !== 'definition') continue;
    const lines = text.replace(/^\$\w+=/, '');
    for (const [, id] of lines.matchAll(conditionLine)) if (id !== undefined) ids.add(id);
  }
  return [...ids].sort();
}

const longestReference = 200;

/**
 * Whether a reference ends at `at`, as in `${USER}@example.org`. Unlike any other brace, its brace does
 * not begin a line.
 */
function endsReference(text: string, at: number): boolean {
  return /\$\{[^{}\n]*\}$/.test(text.slice(Math.max(0, at - longestReference), at));
}
