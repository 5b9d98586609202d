import { describe, expect, test } from 'vitest';
import { expandText, linesOf, problemsOf } from './expanding.ts';

describe('comments', () => {
  test.each([
    ['# all of it', ''],
    ['state MASTER # why', 'state MASTER'],
    ['state MASTER ! why', 'state MASTER'],
    ['auth_pass abc#123', 'auth_pass abc'],
    ['script "a # b ! c" # d', 'script "a # b ! c"'],
    ["script 'a # b'", "script 'a"],
    ['script "a \\" # b" # c', 'script "a \\" # b"'],
    ['script "a # b', 'script "a # b'],
    ['word \\# more \\! # c', 'word \\# more \\!'],
    ['word \\\\# c', 'word \\\\'],
  ])('%s', (line, expected) => {
    expect(expandText(`${line}\n`).expanded.text).toBe(`${expected}\n`);
  });

  test('a line keeps its indentation and its line end', () => {
    const { expanded } = expandText('a {\r\n\t  b 1 # c\r\n\n}\n');
    expect(expanded.text).toBe('a {\r\n\t  b 1\r\n\n}\n');
  });

  test('a text without preprocessor and comments stays the same file', () => {
    const source = { path: '/etc/keepalived/main.conf', text: 'a {\n  b 1 \n}' };
    expect(expandText(source.text).expanded).toEqual(source);
  });
});

describe('a backslash at the end of a line', () => {
  test('belongs to the last word', () => {
    expect(linesOf('priority 100   \\\nstate MASTER')).toEqual(['priority 100\\', 'state MASTER']);
  });

  test('counted in a comment before 2.4.0, and there is a problem', () => {
    expect(linesOf('a 1 # b \\\n# c \\\nd')).toEqual(['a 1', 'd']);
    expect(expandText('a 1 # b \\\n# c \\\nd').problems).toMatchObject([
      { kind: 'backslash-in-comment', place: 'line' },
      { kind: 'backslash-in-comment', place: 'comment-line' },
    ]);
    expect(problemsOf('a # b \\\\\n')).toEqual([]);
  });

  test('in a comment continues a definition', () => {
    const text = '$A=x # c \\\ny # d \\\nz\n$A';
    expect(linesOf(text)).toEqual(['x', 'y', 'z']);
    expect(expandText(text).problems).toMatchObject([
      { kind: 'backslash-in-comment', place: 'definition' },
      { kind: 'backslash-in-comment', place: 'definition' },
    ]);
  });
});
