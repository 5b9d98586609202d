import { describe, expect, test } from 'vitest';
import { resolved, withKeptEscapes } from '../../src/rules/lvs/regex-escapes.ts';
import { regexFaultIn } from '../../src/rules/lvs/regex-fault.ts';

const { raw } = String;

/* keepalived 2.4.3, lib/parser.c, alloc_strvec_quoted_escaped(). */
test.each([
  [raw`\\d`, raw`\d`],
  [raw`\d\.`, 'd.'],
  [raw`a\nb\tc`, 'a\nb\tc'],
  [raw`\x41\x4g\xg`, 'A\u0004gxg'],
  [raw`\101\7`, 'A\u0007'],
  [raw`\cA`, '\u0001'],
  [raw`\b\E`, '\b\u001b'],
  [raw`\"`, '"'],
])('%s becomes %j', (written, expected) => {
  expect(resolved(written)).toBe(expected);
});

test.each([
  [raw`\d+\.\w`, raw`\\d+\\.\\w`],
  [raw`\bup\b`, raw`\\bup\\b`],
  [raw`\A\R\X`, raw`\\A\\R\\X`],
  [raw`(a)\1`, raw`(a)\\1`],
])('in %s backslashes are missing', (written, expected) => {
  expect(withKeptEscapes(written)).toBe(expected);
  expect(resolved(withKeptEscapes(written))).toBe(written);
});

test.each([raw`\\d`, raw`\n\t\x41\101\cA`, raw`\"\/\-`, 'up'])('in %s nothing is lost', (text) => {
  expect(withKeptEscapes(text)).toBe(text);
});

/* pcre2pattern(3) */
describe('what PCRE2 refuses', () => {
  test.each(['(up', 'up)', '[up', '[]', '*', '+a', '(a))', 'a\\'])('%s', (pattern) => {
    expect(regexFaultIn(pattern)).toBeDefined();
  });
  test.each([
    ...['', '(up)', '[)]', '[]]', '[^]]', '[[:alpha:]]', '[[]', raw`\(`, raw`[\]]`, 'a\\\\', 'a++'],
    // What is not known is not refused.
    ...[raw`\Q(\E`, '(?#()', '(*UTF)(a)'],
  ])('but not %s', (pattern) => {
    expect(regexFaultIn(pattern)).toBeUndefined();
  });
});
