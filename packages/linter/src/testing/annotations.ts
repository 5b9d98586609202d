import { lineStarts, lineText, type SourceFile } from '@kalint/parser';
import type { Severity } from '../diagnostic.ts';

/**
 * What a fixture says must be reported, written below the line in question:
 *
 *     virtual_router_id 300
 *     #                 ^^^ error[value-out-of-range]: 1 to 255
 *
 * The carets stand under the reported range, the text behind the colon is part of the message. `#^^`
 * without a blank means that the range begins in the column of the `#`, and `#<` that it is this one
 * column: the only way to mark a single character in the first two columns. A line of its own that
 * holds nothing but this comment is no annotation of itself: several may follow one line.
 */
export interface Expectation {
  readonly severity: Severity;
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  /** Part of the message; empty when the fixture does not say. */
  readonly message: string;
}

const annotation = /^(\s*)#(?:( *)(\^+)|<) (error|warning|info)\[([a-z0-9-]+)\](?:: (.*))?$/;

/** The expectations of a fixture, in the order of the text. */
export function expectationsOf(source: SourceFile): readonly Expectation[] {
  const starts = lineStarts(source);
  const expectations: Expectation[] = [];
  let target = 0;
  for (let line = 1; line <= starts.length; line++) {
    const match = annotation.exec(lineText(source, line));
    if (!match) {
      target = starts[line - 1] ?? 0;
      continue;
    }
    const [, indent = '', gap = '', carets = '', severity, rule = '', message = ''] = match;
    if (severity !== 'error' && severity !== 'warning' && severity !== 'info') continue;
    const hash = indent.length;
    const column = gap === '' ? hash : hash + 1 + gap.length;
    // The `#` counts when it marks its own column; with `#<` there are no carets.
    const width = gap === '' ? carets.length + 1 : carets.length;
    const start = target + column;
    expectations.push({ severity, rule, start, end: start + width, message });
  }
  return expectations;
}

/** The release a fixture is written for, from a line `# keepalived 2.2.7`; undefined: the newest. */
export function targetOf(source: SourceFile): string | undefined {
  return /^#[ \t]*keepalived (\d+(?:\.\d+)+)[ \t]*\r?$/m.exec(source.text)?.[1];
}
