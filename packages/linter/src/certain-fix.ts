import {
  firstEndingAfter,
  type SourceFile,
  type Span,
  type SyntaxTree,
  type Token,
} from '@kalint/parser';
import type { Diagnostic, FileEdit } from './diagnostic.ts';
import type { Node } from './cluster/node.ts';
import type { Rule } from './rule.ts';

/** The files that the preprocessor changes before they are read, as they are written. */
export type PreprocessedFiles = ReadonlyMap<SourceFile, SyntaxTree>;

export function preprocessedFiles(nodes: readonly Node[]): PreprocessedFiles {
  const files = nodes.flatMap((node) => (node.preprocessed ? node.files : []));
  return new Map(files.map((file) => [file.source, file]));
}

/**
 * A diagnostic without its fix when that is not certain. What is found in a text that the preprocessor
 * changed is found in its result: words that stand plainly in a line can be repaired there, but not
 * what a definition or a sequence brought, and not the braces of such a text.
 */
export function withCertainFix(
  diagnostic: Diagnostic,
  { scope }: Rule,
  files: PreprocessedFiles,
): Diagnostic {
  const { fix } = diagnostic;
  if (!fix || scope === 'text' || scope === 'preprocessor' || scope === 'suppression')
    return diagnostic;
  const isCertain = fix.edits.every((edit) => {
    const file = files.get(edit.source);
    return !file || (scope !== 'syntax' && isPlain(edit, file));
  });
  return isCertain ? diagnostic : { ...diagnostic, fix: undefined };
}

/** Whether what an edit replaces is read as it is written. */
function isPlain({ source, span }: FileEdit, file: SyntaxTree): boolean {
  const replaced = source.text.slice(span.start, span.end);
  const directive = firstEndingAfter(directivesOf(file), span.start);
  return !replaced.includes('$') && (directive === undefined || directive.start > span.start);
}

const directives = new WeakMap<SyntaxTree, readonly Span[]>();

/** The spans of what the preprocessor reads, in order. */
function directivesOf(file: SyntaxTree): readonly Span[] {
  const known = directives.get(file);
  if (known) return known;
  const spans = file.tokens.filter(isDirective).map(({ span }) => span);
  directives.set(file, spans);
  return spans;
}

function isDirective({ kind }: Token): boolean {
  return kind === 'definition' || kind === 'condition' || kind === 'sequence' || kind === 'include';
}
