import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@kalint/parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorTimeOf } from '../../timing.ts';
import { corpusFiles, corpusMissing, fixtureFiles } from './fixture-files.ts';
import { failuresOf, readAssertions } from './textmate-assertions.ts';
import { loadTextmateGrammar, spansOf } from './textmate-tokens.ts';

const tokenise = await loadTextmateGrammar();

describe('fixtures/textmate', () => {
  const folder = join(import.meta.dirname, '../../../fixtures/textmate');

  test.each(readdirSync(folder).sort())('%s has the scopes that it says', (name) => {
    const file = readFileSync(join(folder, name), 'utf8');
    expect(readAssertions(file).assertions.length).toBeGreaterThan(5);
    expect(failuresOf(file, tokenise)).toEqual([]);
  });

  test('is compared: what is wrong is found', () => {
    const line = 'net_namespace blue # red\n';
    expect(failuresOf(`${line}# <------------- keyword.other.setting`, tokenise)).toEqual([]);
    expect(failuresOf(`${line}# <------------- storage`, tokenise)).toHaveLength(1);
    expect(failuresOf(`${line}#             ^^^^ - string`, tokenise)).toHaveLength(1);
    expect(failuresOf(`${line}#                       ^^^^^^ comment`, tokenise)).toHaveLength(1);
  });
});

/** Comments and double quoted words, as the parser sees them, as far as it reads. */
function compare(path: string, text: string): void {
  const { tokens, trivia } = parse({ path, text });
  const end = trivia.find(({ kind }) => kind === 'unread')?.span.start ?? text.length;
  const pieces = tokenise(text).filter(({ start }) => start < end);
  const comments = trivia.flatMap(({ kind, span }) =>
    kind === 'comment' ? [[span.start, span.end] as const] : [],
  );
  expect(shown(text, spansOf(pieces, 'comment.'))).toEqual(shown(text, comments));

  // The parser does not look into these two, where quotes protect comments all the same.
  const opaque = tokens.filter(({ kind }) => kind === 'definition' || kind === 'sequence');
  const strings = tokens.flatMap(({ kind, span }) =>
    kind === 'word' && text[span.start] === '"' ? [[span.start, span.end] as const] : [],
  );
  const coloured = spansOf(pieces, 'string.quoted.double.').filter(
    ([start]) => !opaque.some(({ span }) => span.start <= start && start < span.end),
  );
  expect(shown(text, coloured)).toEqual(shown(text, joined(strings)));
}

/** Neighbours as one, as `spansOf` has them. */
function joined(
  spans: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const result: [number, number][] = [];
  for (const [start, end] of spans) {
    const last = result.at(-1);
    if (last?.[1] === start) last[1] = end;
    else result.push([start, end]);
  }
  return result;
}

function shown(text: string, spans: readonly (readonly [number, number])[]): readonly string[] {
  return spans.map(([start, end]) => `${start}: ${text.slice(start, end)}`);
}

describe('comments and strings are those of the parser', () => {
  test('in all fixtures', () => {
    for (const { path, text } of fixtureFiles()) compare(path, text);
  });

  test.skipIf(corpusMissing)(`in the corpus${corpusMissing ? ` (${corpusMissing})` : ''}`, () => {
    for (const { path, text } of corpusFiles()) compare(path, text);
  });

  const fragments = [
    ...['{', '}', '"', "'", '#', '!', '\\', '\\#', '\\"', '=', ',', '(', ')', '\n', ' ', '\t'],
    ...['vrrp_instance', 'vrrp_script', 'script', 'notify', 'state', 'global_defs', 'a', '1'],
    ...['virtual_ipaddress', '192.0.2.1', 'include ', 'include', '$NAME', '@id '],
  ];

  // No `${NAME}`: to the parser the braces of a reference are braces, until it is replaced.

  test('in any text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 25 }), (parts) => {
        compare('any.conf', parts.join(''));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('long lines', () => {
  const length = 20_000;
  const pieces = [
    ...['a', '1', '"', "'", '\\', '\\"', '$', '${', '${a', '$a', '$a=', '{', '}', '{}', '}{', '#'],
    ...['!', '~SEQ(', '@', '@a ', '1.', '1.1.1.1', ':', 'a:', '::', '.', ',', '-', '/', ' ', '\t'],
    ...['include ', 'vrrp_instance ', 'vrrp_instance {', 'global_defs', 'é', '\u{1F600}', '0x'],
    ...["script '", 'script "', '1-', '1/', 'ff:'],
  ];
  const starts = ['', 'script ', 'virtual_server ', '$a=', '"', 'vrrp_instance '];

  test.each(pieces)('of %j are read in bounded time', (piece) => {
    const body = piece.repeat(Math.ceil(length / piece.length));
    const block = 'vrrp_instance a {\n  virtual_ipaddress {\n';
    for (const text of [...starts.map((start) => start + body), block + body]) {
      let end: number | undefined;
      const time = processorTimeOf(() => (end = tokenise(text).at(-1)?.end));
      expect([text.slice(0, 40), time < 1_000]).toEqual([text.slice(0, 40), true]);
      expect(end).toBe(text.length);
    }
  });
});
