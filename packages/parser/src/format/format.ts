import { parse } from '../parse.ts';
import type { SourceFile } from '../text/source-file.ts';
import { linesOf } from './align.ts';
import { withoutIdleBlanks } from './blank-lines.ts';
import { doubtAbout, type Doubt } from './doubt.ts';
import { rowsOf } from './rows.ts';

/** What a formatter makes of a file. */
export type Formatted =
  | { readonly kind: 'formatted'; readonly text: string }
  /** It is left alone. */
  | { readonly kind: 'doubtful'; readonly doubt: Doubt };

/**
 * Lays a file out: a statement on each line, four blanks for each block around it, a `{` at the end of its line;
 * one blank line for several, and no blanks at the end of a line. Words, comments and their order stay, and so
 * does what stands below each other. Lines on which something depends on blanks stay as they are, and so does a
 * file of which it is not certain what belongs together. Total, and idempotent.
 *
 * That keepalived reads the same afterwards is what `sameMeaning` tells. There are no options: a layout that is the
 * same everywhere needs no discussion.
 */
export function format(source: SourceFile): Formatted {
  const tree = parse(source);
  const doubt = doubtAbout(tree);
  if (doubt) return { kind: 'doubtful', doubt };
  const lines = linesOf(withoutIdleBlanks(rowsOf(tree)));
  const lineEnd = lineEndOf(source.text);
  const text = lines.map((line) => line + lineEnd).join('');
  const doubtAfter = text === source.text ? undefined : doubtAbout(parse({ ...source, text }));
  if (doubtAfter) return { kind: 'doubtful', doubt: { ...seenBefore(doubtAfter), at: undefined } };
  return { kind: 'formatted', text };
}

/** The indentation, too, says what belongs together: it may have been what spoke for the braces. */
function seenBefore({ kind }: Doubt): Pick<Doubt, 'kind'> {
  return { kind: kind === 'limit-exceeded' ? kind : 'contradicting-indentation' };
}

/** What most lines end with. */
function lineEndOf(text: string): '\n' | '\r\n' {
  const all = text.split('\n').length - 1;
  const windows = text.split('\r\n').length - 1;
  return windows > all - windows ? '\r\n' : '\n';
}
