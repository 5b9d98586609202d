import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { format, newestRelease, sameMeaning } from '../../src/index.ts';
import { configurations } from '../generated/configuration.ts';
import { texts } from '../generated/random-text.ts';
import { linesOf, textOf } from '../generated/written.ts';
import { anyText } from '../json/any-text.ts';
import { laidOutAnyhow } from './layouts.ts';

/* What holds for every text. */

const path = 'any.conf';
const generated = configurations(newestRelease).map((all) => textOf(linesOf(all)));

/** The formatted text; undefined where the file is left alone. */
function formatted(text: string): string | undefined {
  const result = format({ path, text });
  return result.kind === 'formatted' ? result.text : undefined;
}

/** Everything that must be true of a text. */
function check(text: string): void {
  const after = formatted(text);
  if (after === undefined) return;
  if (formatted(after) !== after) expect(formatted(after)).toBe(after);
  const same = sameMeaning({ path, text }, { path, text: after }, { release: newestRelease });
  if (!same) expect.fail(`${JSON.stringify(text)} became ${JSON.stringify(after)}`);
}

const switches = ['# kalint-fmt-off\n', '# kalint-fmt-on\n', '! kalint-fmt-ignore\n'];
const disabling = ['# kalint-disable-next-line x\n', ' # kalint-disable-line x\n'];

/** Pieces of the formatter's own language, and of those that it shares with others. */
const pieces = fc
  .array(
    fc.constantFrom(
      ...['a', 'b 1', 'c   "d  e"', "f '", '\\', '{', '}', ' { ', '\n}\n', '\n', '\n\n\n', '\r\n'],
      ...['\t', '   ', '# c\n', '   ! d\n', '$A=\\\n', '$A', '${A}', '@i ', '~SEQ(n, 1, 2) ', '\f'],
      ...['include x', '\uFEFF', '\r', ' \\\n', '配置 ', 'x'.repeat(990), 'y#z\n'],
      ...[...switches, ...disabling],
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('formatting is idempotent and keeps the meaning', () => {
  test.each(Object.entries({ ...texts, pieces, anyText }))('of any %s', (_, text) => {
    fc.assert(fc.property(text, check), { numRuns: 1000 });
  });

  test('of configurations, however they are laid out', () => {
    fc.assert(fc.property(generated.chain(laidOutAnyhow), check), {
      numRuns: 50,
      endOnFailure: true,
    });
  });
});

test('a configuration in the usual layout stays as it is', () => {
  fc.assert(
    fc.property(generated, (text) => {
      expect(formatted(text)).toBe(text);
    }),
    { numRuns: 30, endOnFailure: true },
  );
});

test('how a configuration was laid out makes no difference but for what may align', () => {
  fc.assert(
    fc.property(
      generated.chain((text) => laidOutAnyhow(text).map((other) => [text, other] as const)),
      ([text, other]) => {
        // Such lines are not taken apart.
        fc.pre(!/['\\$]/.test(text));
        expect(bare(formatted(other) ?? '')).toEqual(bare(text));
      },
    ),
    { numRuns: 40, endOnFailure: true },
  );
});

/** The lines of a formatted text, words a blank apart, without blank lines and comments. */
function bare(text: string): readonly string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, indent = '', words = ''] = /^( *)((?:[^"#!]|"[^"]*")*)/.exec(line) ?? [];
    return words.trim() === '' ? [] : [indent + words.trim().replace(/ +/g, ' ')];
  });
}
