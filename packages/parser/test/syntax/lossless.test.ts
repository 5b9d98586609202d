import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, print, type Block, type Item, type Span } from '../../src/index.ts';
import { KeepalivedParser } from '../../src/syntax/grammar.ts';
import { tokenise } from '../../src/syntax/tokens.ts';

const fragments = [
  ...['{', '}', '"', "'", '#', '!', '\\', '$', '@', '~', '=', '(', ')', '/', ',', '\n', '\r\n'],
  ...[' ', '\t', '\f', '\v', '\r', '\0', '\uFEFF', '\u00A0', '\u2028', '\uD800', '配置', 'é'],
  ...['vrrp_instance', 'priority', 'include', 'include ', '@id', '@^id', '$NAME=', '~SEQ(a, 1, 2)'],
  ...['${NAME}', '\\\n', '\\"', 'auth_pass', '192.0.2.1/24', '100', '~LST(', '~'],
];

/** Text that looks like a configuration, and text that looks like nothing. */
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...fragments), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

function parsed(text: string): ReturnType<typeof parse> {
  return parse({ path: 'any.conf', text });
}

describe('any text', () => {
  test('comes back from the tree as it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(print(parsed(text))).toBe(text);
      }),
      { numRuns: 20_000 },
    );
  });

  test('gives tokens and trivia that cover it without a gap or an overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { tokens, trivia } = parsed(text);
        const pieces = [...tokens, ...trivia]
          .map(({ span }) => span)
          .filter(({ start, end }) => end > start)
          .sort((a, b) => a.start - b.start);
        let at = 0;
        for (const { start, end } of pieces) {
          expect(start).toBe(at);
          at = end;
        }
        expect(at).toBe(text.length);
      }),
      { numRuns: 5_000 },
    );
  });

  test('gives items whose spans lie within their block, in order', () => {
    const check = (items: readonly Item[], within: Span): void => {
      let at = within.start;
      for (const item of items) {
        expect(item.span.start).toBeGreaterThanOrEqual(at);
        expect(item.span.end).toBeLessThanOrEqual(within.end);
        at = item.span.end;
        const block: Block | undefined =
          item.kind === 'block' ? item : 'block' in item ? item.block : undefined;
        if (block) check(block.items, block.span);
      }
    };
    fc.assert(
      fc.property(anyText, (text) => check(parsed(text).items, { start: 0, end: text.length })),
      { numRuns: 5_000 },
    );
  });
});

test('every single character is a token or trivia', () => {
  for (let code = 0; code <= 0xffff; code++) {
    const text = String.fromCharCode(code);
    const { tokens, trivia } = tokenise(text);
    if (tokens.length + trivia.length !== 1) throw new Error(`U+${code.toString(16)} is lost`);
  }
});

test('the grammar is LL(1) and has no ambiguity', () => {
  expect(() => new KeepalivedParser({ validate: true })).not.toThrow();
});
