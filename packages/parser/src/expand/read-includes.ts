import type { SourceFile } from '../text/source-file.ts';
import { extend, spend } from './budget.ts';
import { currentFile, isPending, openFile, type OpenFile } from './input.ts';
import { isRefused } from './include-reader.ts';
import { limits } from './limits.ts';
import { originIn, report, type Scope } from './scope.ts';
import { step, type TracedText } from './traced-text.ts';

/** `include PATTERN`, `includer PATTERN`, ... */
interface IncludeLine {
  readonly keyword: string;
  /** The rest of the line; quotes are part of it. */
  readonly pattern: string;
}

const include = /^(include[rmwba]?)[ \t\n\r\f\v][ \t]*/;

/** lib/parser.c, is_include() and check_include(). */
export function readIncludeLine(text: string): IncludeLine | undefined {
  if (!text.startsWith('include')) return undefined;
  const [head, keyword] = include.exec(text) ?? [];
  if (head === undefined || keyword === undefined) return undefined;
  return { keyword, pattern: text.slice(head.length).replace(/\\([#!])/g, '$1') };
}

/** Opens the files of an include line: their lines come next. */
export function openIncludes(
  { keyword, pattern }: IncludeLine,
  line: TracedText,
  scope: Scope,
): void {
  const facts = { keyword, pattern };
  const { readInclude, input } = scope.reading;
  const found = readInclude?.(pattern, currentFile(input).source);
  if (!found) {
    report(scope, line, { kind: 'include-not-read', ...facts });
  } else if (found.length === 0) {
    report(scope, line, { kind: 'include-without-match', ...facts });
  } else {
    const refused = found.filter(isRefused);
    if (refused.length > 0) report(scope, line, { kind: 'include-unreadable', ...facts, refused });
    const files = found.filter((match): match is SourceFile => !isRefused(match));
    if (files.length > 0) openAll(files, line, scope, facts);
  }
}

function openAll(
  files: readonly SourceFile[],
  line: TracedText,
  scope: Scope,
  facts: IncludeLine,
): void {
  const { input, budget } = scope.reading;
  if (isPending(input)) report(scope, line, { kind: 'include-delayed', ...facts });
  const { file: includedFrom, context: outer } = scope;
  const { source, span } = originIn(scope, line);
  const context = step({ source, span }, outer);
  const depth = includedFrom.depth + 1;
  const isTooDeep = depth > limits.includeDepth;
  // The file that is opened last is read first.
  for (const file of [...files].reverse()) {
    if (isTooDeep || isBeingRead(file, includedFrom)) {
      const { path } = file;
      const limit = isTooDeep ? limits.includeDepth : undefined;
      report(scope, line, { kind: 'include-loop', ...facts, path, limit });
    } else if (spend(budget, budget.files, 1)) {
      extend(budget, file);
      openFile(input, { source: file, context, includedFrom, depth });
    }
  }
}

function isBeingRead({ path }: SourceFile, from: OpenFile): boolean {
  for (let file: OpenFile | undefined = from; file; file = file.includedFrom) {
    if (file.source.path === path) return true;
  }
  return false;
}
