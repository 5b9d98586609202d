import type { SourceFile } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { excerptOf } from '../src/reporters/excerpt.ts';

/** The excerpt of what stands between « and », which the text loses, as it is shown. */
function shown(marked: string): string {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const source: SourceFile = { path: 'test.conf', text: marked.replace(/[«»]/g, '') };
  const { line, text, indent, width } = excerptOf({ source, span: { start, end } });
  return `${line}|${text}\n${line}|${' '.repeat(indent)}${'^'.repeat(width)}`;
}

function lines(...expected: readonly string[]): string {
  return expected.join('\n');
}

describe('an excerpt', () => {
  test('has its carets below the range', () => {
    expect(shown('a\nb «word» c\nd')).toBe(lines('2|b word c', '2|  ^^^^'));
  });

  test('points at a place without width, also at the end of the line and of the file', () => {
    expect(shown('ab«»cd')).toBe(lines('1|abcd', '1|  ^'));
    expect(shown('ab«»\ncd')).toBe(lines('1|ab', '1|  ^'));
    expect(shown('ab\n«»')).toBe(lines('2|', '2|^'));
    expect(shown('«»')).toBe(lines('1|', '1|^'));
  });

  test('shows the first line of a range that goes on', () => {
    expect(shown('a «{\n b\n}» c')).toBe(lines('1|a {', '1|  ^'));
  });

  test('leaves the carriage return of a line end out', () => {
    expect(shown('«abc\r\n»def')).toBe(lines('1|abc', '1|^^^'));
    expect(shown('a\r«b»\r\n')).toBe(lines('1|a␍b', '1|  ^'));
  });

  test('expands tabs to the next stop', () => {
    expect(shown('\t«x»')).toBe(lines('1|    x', '1|    ^'));
    expect(shown('ab\tc\t«x»\ty')).toBe(lines('1|ab  c   x   y', '1|        ^'));
    expect(shown('a«\t»b')).toBe(lines('1|a   b', '1| ^^^'));
  });

  test('counts wide characters twice, and combining ones not at all', () => {
    expect(shown('配置 «值» x')).toBe(lines('1|配置 值 x', '1|     ^^'));
    expect(shown('ｆｕｌｌ«x»')).toBe(lines('1|ｆｕｌｌx', '1|        ^'));
    expect(shown('🙂«x»')).toBe(lines('1|🙂x', '1|  ^'));
    expect(shown('e\u0301e\u0301«x»')).toBe(lines('1|e\u0301e\u0301x', '1|  ^'));
    expect(shown('配\t«x»')).toBe(lines('1|配  x', '1|    ^'));
  });

  test('shows what would not be seen, and counts that', () => {
    expect(shown('a\u200b«b»')).toBe(lines('1|a<U+200B>b', '1|         ^'));
    expect(shown('\u001b[2J«b»\u202e')).toBe(lines('1|␛[2Jb<U+202E>', '1|    ^'));
    expect(shown('a«\u00a0»b')).toBe(lines('1|a<U+00A0>b', '1| ^^^^^^^^'));
    expect(shown('\ufeff«a»')).toBe(lines('1|<U+FEFF>a', '1|        ^'));
    expect(shown('\ud800«a»')).toBe(lines('1|<U+D800>a', '1|        ^'));
  });

  test('hides secrets, in their length', () => {
    expect(shown('authentication {\n auth_pass «s3cret»\n}')).toBe(
      lines('2| auth_pass ******', '2|           ^^^^^^'),
    );
  });
});

describe('a long line', () => {
  const filler = 'x'.repeat(200);

  test('is cut behind a range at its beginning', () => {
    const [text = '', carets] = shown(`«word» ${filler}`).split('\n');
    expect(text).toBe(`1|word ${'x'.repeat(95)}…`);
    expect(carets).toBe('1|^^^^');
  });

  test('is cut on both sides of a range in its middle', () => {
    const [text = '', carets = ''] = shown(`${filler} «word» ${filler}`).split('\n');
    expect(text).toBe(`1|…${'x'.repeat(23)} word ${'x'.repeat(71)}…`);
    expect(text.indexOf('word')).toBe(carets.indexOf('^'));
  });

  test('is cut before a range at its end', () => {
    const [text = '', carets = ''] = shown(`${filler} «word»`).split('\n');
    expect(text).toBe(`1|…${'x'.repeat(23)} word`);
    expect(text.indexOf('word')).toBe(carets.indexOf('^'));
  });

  test('ends the carets where it is cut', () => {
    const [text = '', carets = ''] = shown(`a «${filler}» b`).split('\n');
    expect(text.length).toBe('1|'.length + 101);
    expect(carets.length).toBe(text.length - 1);
  });

  test('is not cut through a wide character', () => {
    const [text = '', carets = ''] = shown(`${'配'.repeat(150)}«w»`).split('\n');
    expect(text).toBe(`1|…${'配'.repeat(12)}w`);
    expect(carets).toBe(`1|${' '.repeat(25)}^`);
  });

  test('of millions of characters costs no more than a short one', () => {
    const text = `${'y '.repeat(2 ** 19)}«w»${' z'.repeat(2 ** 19)}`;
    const [shownText = '', carets = ''] = shown(text).split('\n');
    expect(shownText.length).toBe('1|'.length + 102);
    expect(shownText.indexOf('w')).toBe(carets.indexOf('^'));
    const combining = `${'\u0301'.repeat(5000)}«w»${'\u0301'.repeat(5000)}`;
    expect(shown(combining)).toMatch(/^1\|…\u0301+w\u0301+…\n1\| \^$/);
  });
});
