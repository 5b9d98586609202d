import fc from 'fast-check';

/** What an author may do where a formatter has its own opinion. */
const styles = fc.record({
  unit: fc.constantFrom('', '  ', '\t', '        '),
  beforeBrace: fc.constantFrom('', ' ', '   ', '\n', ' \n\n', ' # why\n'),
  behindBrace: fc.constantFrom('\n', '\n', '\n\n\n', ' ', ' # { }\n'),
  beforeEnd: fc.constantFrom('\n', '\n', ' ', '\n\n', ' ! end\n'),
  behindEnd: fc.constantFrom('\n', '\n', ' ', '\n \n', '  # end\n'),
  between: fc.constantFrom(
    '\n',
    '\n',
    '\n\n',
    ' \t\n',
    '   # }\n',
    '\n# {\n',
    '\t# a\n\t\t\t# b\n',
  ),
  blanks: fc.constantFrom(' ', '    ', '\t', ' \t '),
});

/** The text of a usual layout as somebody else might have written it; each line goes its own way. */
export function laidOutAnyhow(text: string): fc.Arbitrary<string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return fc.array(styles, { minLength: lines.length, maxLength: lines.length }).chain((all) => {
    const parts = lines.map((line, index) => {
      const style = all[index];
      if (!style) return line;
      const indent = style.unit.repeat((/^ */.exec(line)?.[0].length ?? 0) / 4);
      const words = line.trim();
      if (words === '}') return `${indent}}${style.behindEnd}`;
      const isHeader = words.endsWith('{');
      const isLast = lines[index + 1]?.trim() === '}';
      const spread = widened(isHeader ? words.slice(0, -1).trimEnd() : words, style.blanks);
      if (isHeader) return `${indent}${spread}${style.beforeBrace}{${style.behindBrace}`;
      return `${indent}${spread}${isLast ? style.beforeEnd : style.between}`;
    });
    return fc.constantFrom('\n', '\n', '\r\n').map((end) => parts.join('').replaceAll('\n', end));
  });
}

/** With other blanks between its words, but for those that are or may be quoted. */
function widened(words: string, blanks: string): string {
  return /["'\\$]/.test(words) ? words : words.replace(/ /g, blanks);
}
