import {
  byteLength,
  compareReleases,
  exceededSize,
  lineStarts,
  type SourceFile,
  type Span,
} from '@kalint/parser';
import { defineRule } from '../../rule.ts';

/** lib/parser.c, read_line(): fgets() with a buffer of 1024 bytes. */
const longestLine = 1022;

export const lineTooLong = defineRule({
  id: 'line-too-long',
  scope: 'text',
  severity: 'error',
  summary: 'A line is longer than the 1022 bytes that keepalived can read',
  check({ source }, { release, report }) {
    for (const span of longLines(source)) {
      const line = source.text.slice(span.start, span.end);
      const bytes = byteLength(line);
      report({
        at: { source, span: firstWord(line, span.start) },
        message: `the line has ${bytes} bytes: keepalived reads at most ${longestLine}`,
        notes: [
          compareReleases(release, '2.4.0') < 0
            ? `before release 2.4.0 it cuts the line after byte 1023, silently, and takes the rest for a line of its own`
            : 'it reports "line too long", ignores the first 1023 bytes and takes the rest for a line of its own, also within a comment',
        ],
        help: 'write several lines; a long value can be put together from definitions',
      });
    }
  },
});

/** Where such a line begins to say something. */
function firstWord(line: string, start: number): Span {
  const [all, blanks = ''] = /^(\s*)\S{0,60}/.exec(line) ?? [''];
  return { start: start + blanks.length, end: start + all.length };
}

function longLines(source: SourceFile): readonly Span[] {
  const { text } = source;
  if (text.length <= longestLine / 4 || exceededSize(text)) return [];
  const starts = lineStarts(source);
  const found: Span[] = [];
  starts.forEach((start, index) => {
    const end = (starts[index + 1] ?? text.length + 1) - 1;
    if ((end - start) * 3 <= longestLine) return;
    if (byteLength(text.slice(start, end)) > longestLine) found.push({ start, end });
  });
  return found;
}
