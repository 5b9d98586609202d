import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { format, newestRelease, sameMeaning } from '../../src/index.ts';

/*
 * The files of fixtures/format hold cases: `=== name`, the input, a line `==>`, what the formatter makes of it, or
 * `!` and why it leaves it alone. An arrow is a tab, a dot a blank that an editor might cut off, `␍` a carriage
 * return.
 */

const folder = join(import.meta.dirname, '../../../../fixtures/format');
const marks: Readonly<Record<string, string>> = { '→': '\t', '·': ' ', '␍': '\r' };

function textOf(picture: string): string {
  return picture.replace(/[→·␍]/g, (mark) => marks[mark] ?? mark);
}

function drawn(text: string): string {
  return text
    .replaceAll('\t', '→')
    .replaceAll('\r', '␍')
    .replace(/ +$/gm, (blanks) => '·'.repeat(blanks.length));
}

describe.each(readdirSync(folder).sort())('%s', (file) => {
  const cases = readFileSync(join(folder, file), 'utf8').split(/^=== /m).slice(1);
  test.each(cases.map((text) => [text.slice(0, text.indexOf('\n')), text] as const))(
    '%s',
    (_, text) => {
      const body = text.slice(text.indexOf('\n') + 1);
      const [input = '', output = ''] = body.split(/^==>\n/m).map(textOf);
      const source = { path: file, text: input };
      const formatted = format(source);
      if (formatted.kind === 'doubtful') {
        expect(`! ${formatted.doubt.kind}\n`).toBe(output);
        return;
      }
      expect(drawn(formatted.text)).toBe(drawn(output));
      const after = { path: file, text: formatted.text };
      expect(format(after)).toEqual(formatted);
      expect(sameMeaning(source, after, { release: newestRelease })).toBe(true);
    },
  );
});
