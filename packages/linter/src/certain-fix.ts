import {
  preprocessorDirectives,
  firstEndingAfter,
  type SourceFile,
  type Span,
  type SyntaxTree,
} from '@kalint/parser';
import type { Node } from './cluster/node.ts';
import type { Diagnostic, FileEdit, Fix } from './diagnostic.ts';
import { withoutRepeatedEdits } from './edits.ts';
import type { Finding, Rule } from './rule.ts';

/** What a rule has found, and in which node; undefined when it looked at no single one. */
export interface Report {
  readonly rule: Rule;
  readonly finding: Finding;
  readonly node: Node | undefined;
}

/**
 * Knows which fixes are certain, once all rules have run. What is found in a text that the preprocessor
 * changed is found in its result: words that stand plainly in a line can be repaired there, but not what
 * a definition or a sequence brought, and not the braces of such a text. And what several nodes read can
 * be repaired only when all of them want the same.
 */
interface FixJudge {
  /** The files that the preprocessor changes. */
  readonly preprocessed: ReadonlyMap<SourceFile, SyntaxTree>;
  /** How many nodes read a file. */
  readonly readers: ReadonlyMap<SourceFile, number>;
  /** Which nodes want a fix of a file that several read. */
  readonly wanting: Map<string, Set<Node>>;
  readonly uncertain: Set<string>;
}

export function createFixJudge(nodes: readonly Node[]): FixJudge {
  const preprocessed = new Map<SourceFile, SyntaxTree>();
  const readers = new Map<SourceFile, number>();
  for (const { preprocessed: isChanged, files } of nodes) {
    for (const file of files) {
      readers.set(file.source, (readers.get(file.source) ?? 0) + 1);
      if (isChanged) preprocessed.set(file.source, file);
    }
  }
  return { preprocessed, readers, wanting: new Map(), uncertain: new Set() };
}

export function hear(judge: FixJudge, { rule, finding: { at, fix }, node }: Report): void {
  if (!fix || looksAtText(rule)) return;
  const isTouched = fix.edits.some(({ source }) => judge.preprocessed.has(source));
  const isShared = readersOf(fix, judge) > 1;
  // Most files are neither, and a file can have very many mistakes.
  if (!isTouched && !isShared) return;
  const key = keyOf(rule.id, fix);
  if (isTouched && !isPlainFix(rule, at.via, fix, judge)) judge.uncertain.add(key);
  if (!isShared) return;
  const known = judge.wanting.get(key) ?? new Set();
  if (node) known.add(node);
  judge.wanting.set(key, known);
}

/** The diagnostic, without its fix when that is not certain. */
export function judged(judge: FixJudge, diagnostic: Diagnostic): Diagnostic {
  const { fix } = diagnostic;
  if (!fix) return diagnostic;
  const { uncertain, wanting } = judge;
  const key = uncertain.size > 0 || wanting.size > 0 ? keyOf(diagnostic.rule, fix) : '';
  const wanted = wanting.get(key);
  const isDisputed = wanted !== undefined && wanted.size < readersOf(fix, judge);
  if (uncertain.has(key) || isDisputed) return { ...diagnostic, fix: undefined };
  const edits = withoutRepeatedEdits(fix.edits);
  return edits.length < fix.edits.length ? { ...diagnostic, fix: { ...fix, edits } } : diagnostic;
}

function readersOf({ edits }: Fix, { readers }: FixJudge): number {
  let most = 0;
  for (const { source } of edits) most = Math.max(most, readers.get(source) ?? 0);
  return most;
}

function isPlainFix(
  { scope }: Rule,
  via: Finding['at']['via'],
  { edits }: Fix,
  { preprocessed }: FixJudge,
): boolean {
  if (scope === 'syntax' || isMade(via)) return false;
  return edits.every((edit) => isPlain(edit, preprocessed));
}

/** Whether a rule looks at the text as it is written: then its repairs are certain. */
function looksAtText({ scope }: Rule): boolean {
  return scope === 'text' || scope === 'preprocessor' || scope === 'suppression';
}

function keyOf(rule: string, { edits }: Fix): string {
  const places = edits.map(({ source, span, text }) => [source.path, span.start, span.end, text]);
  return JSON.stringify([rule, places]);
}

/** Whether something but an include line has brought a word. */
function isMade(via: Finding['at']['via'] = []): boolean {
  return via.some(({ source, span }) => !source.text.startsWith('include', span.start));
}

/** Whether what an edit replaces is read as it is written. */
function isPlain(
  { source, span }: FileEdit,
  preprocessed: ReadonlyMap<SourceFile, SyntaxTree>,
): boolean {
  const file = preprocessed.get(source);
  if (!file) return true;
  if (source.text.slice(span.start, span.end).includes('$')) return false;
  // Behind a directive that ends where something is inserted a line begins that nobody knows.
  const inserts = span.start === span.end;
  const directive = firstEndingAfter(directivesOf(file), inserts ? span.start - 1 : span.start);
  return directive === undefined || directive.start >= span.end + (inserts ? 1 : 0);
}

const directives = new WeakMap<SyntaxTree, readonly Span[]>();

/** The spans of what the preprocessor reads, in order. */
function directivesOf(file: SyntaxTree): readonly Span[] {
  const known = directives.get(file);
  if (known) return known;
  const spans = preprocessorDirectives(file).map(({ span }) => span);
  directives.set(file, spans);
  return spans;
}
