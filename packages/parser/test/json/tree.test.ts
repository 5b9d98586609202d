import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildText, parse, treeToJson, type SyntaxTreeJson } from '../../src/index.ts';
import { anyText } from './any-text.ts';

const root = join(import.meta.dirname, '../../../..');
const corpus = join(root, '../shared/corpus');
const isThere = existsSync(corpus);
if (!isThere) console.warn('skipped: the corpus is not there');

function jsonOf(text: string): SyntaxTreeJson {
  return treeToJson(parse({ path: 'any.conf', text }));
}

function built(json: unknown): string {
  const result = buildText(json);
  if ('problem' in result) throw new Error(JSON.stringify(result.problem));
  return result.text;
}

function problemOf(json: unknown): { readonly pointer: string; readonly message: string } {
  const result = buildText(json);
  if (!('problem' in result)) throw new Error(`built ${JSON.stringify(result.text)}`);
  return result.problem;
}

function expectWayBack(text: string): void {
  const json: unknown = JSON.parse(JSON.stringify(jsonOf(text)));
  const again = built(json);
  expect(again).toBe(text);
  expect(jsonOf(again)).toEqual(json);
}

/** What a tree means: the JSON without what only says where things stand and how they are laid out. */
function meaningOf(json: object): unknown {
  const isLayout = (name: string, value: unknown): boolean =>
    ['range', 'before', 'after', 'end', 'file'].includes(name) ||
    (['open', 'close'].includes(name) && value !== false);
  return JSON.parse(
    JSON.stringify(json, (name, value: unknown) => (isLayout(name, value) ? undefined : value)),
  );
}

function withoutRanges(json: object): unknown {
  return JSON.parse(
    JSON.stringify(json, (name, value: unknown) => (name === 'range' ? undefined : value)),
  );
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

describe('the way back', () => {
  test('leads from any text through its JSON to the same text', () => {
    fc.assert(fc.property(anyText, expectWayBack), { numRuns: 10_000 });
  });

  test('leads there from every fixture', () => {
    const files = filesBelow(join(root, 'fixtures'));
    expect(files.length).toBeGreaterThan(100);
    for (const file of files) expectWayBack(readFileSync(file, 'latin1'));
  });

  test.skipIf(!isThere)('leads there from every file of the corpus', () => {
    const files = ['strangers', 'upstream', 'maintainer'].flatMap((name) =>
      filesBelow(join(corpus, name)),
    );
    expect(files.length).toBe(482);
    for (const file of files) expectWayBack(readFileSync(file, 'latin1'));
  });
});

describe('the JSON form', () => {
  test('says what stands where', () => {
    expect(jsonOf('# web\nrouter_id "lb 1" # node\n')).toEqual({
      format: 'kalint-syntax-tree',
      version: 1,
      file: 'any.conf',
      items: [
        {
          kind: 'statement',
          keyword: {
            text: 'router_id',
            before: [{ kind: 'comment', text: '# web', range: range(1, 1, 0, 5) }, '\n'],
            range: range(2, 1, 6, 9),
          },
          words: [
            {
              text: 'lb 1',
              quoting: 'double',
              after: [' ', { kind: 'comment', text: '# node', range: range(2, 18, 23, 6) }],
              range: range(2, 11, 16, 6),
            },
          ],
          range: range(2, 1, 6, 16),
        },
      ],
    });
  });

  test('needs no layout where a file is laid out as usual', () => {
    const text = 'a b "c"d {\n    e {\n        f\n    }\n    @id g\n    $X=1\n}\n{\n}\n';
    expect(JSON.stringify(withoutRanges(jsonOf(text)))).not.toMatch(/"(before|after|end)"/);
  });

  test.each([
    ['a {', 'close'],
    ['vrrp_instance a\n  priority 100\n}', 'open'],
  ])('says which brace is missing: %j', (text, brace) => {
    expect(jsonOf(text)).toMatchObject({ items: [{ block: { [brace]: false } }] });
  });

  test.each([
    ['a {\n}\n}', '}'],
    ['@lb1 {\n', '{'],
  ])('says which brace is one too many: %j', (text, brace) => {
    expect(jsonOf(text).items.at(-1)).toMatchObject({ kind: 'stray-brace', text: brace });
  });

  test('keeps what is not read because a limit is exceeded', () => {
    const text = 'a {\n'.repeat(100) + '}\n'.repeat(100);
    const json = jsonOf(text);
    expect(json.unread).toContain('a {\n}\n');
    expectWayBack(text);
  });
});

describe('text is built from a tree made by hand', () => {
  test('with the usual layout', () => {
    const items = [
      {
        ...statement('vrrp_instance', 'VI_1'),
        block: {
          kind: 'block',
          items: [
            { kind: 'condition', text: '@lb1' },
            statement('priority', '100'),
            { kind: 'definition', text: '$X=1' },
            {
              kind: 'statement',
              keyword: { text: 'script' },
              words: [
                { text: 'a b', quoting: 'double' },
                { text: 'c', joined: true },
              ],
            },
          ],
        },
      },
      { kind: 'include', text: 'include conf.d/*.conf', before: ['\n\n'] },
    ];
    expect(built({ format: 'kalint-syntax-tree', version: 1, items })).toBe(
      'vrrp_instance VI_1 {\n    @lb1 priority 100\n    $X=1\n    script "a b"c\n}\n\ninclude conf.d/*.conf\n',
    );
  });

  test('or from a file that was changed, whose layout stays', () => {
    const json = jsonOf('a {\n  b 1 # one\n\n  # two\n  c 2\n}\n');
    const changed = JSON.parse(JSON.stringify(json));
    changed.items[0].block.items.splice(1, 0, statement('new', '#'));
    expect(built(changed)).toBe('a {\n  b 1 # one\n    new \\#\n\n  # two\n  c 2\n}\n');
  });

  test('nothing at all', () => {
    expect(built(tree())).toBe('');
  });

  test('in the encoding that the file had', () => {
    expect(buildText({ ...tree(), encoding: 'latin-1' })).toEqual({
      text: '',
      encoding: 'latin-1',
    });
  });
});

describe('what does not fit is refused, with its place', () => {
  const word = (text: unknown, more = {}): unknown =>
    tree({ kind: 'statement', keyword: { text: 'a' }, words: [{ text, ...more }] });
  const at = '/items/0/words/0';
  test.each<[name: string, json: unknown, pointer: string, message: string]>([
    ['no object', null, '', 'it should be an object'],
    ['a list', [], '', 'it should be an object'],
    ['another format', { format: 'x', version: 1, items: [] }, '/format', 'kalint-syntax-tree'],
    ['another version', { ...tree(), version: 2 }, '/version', 'it should be 1'],
    ['no items', { format: 'kalint-syntax-tree', version: 1 }, '', 'it has no "items"'],
    ['items that are no list', { ...tree(), items: {} }, '/items', 'it should be a list'],
    ['an unknown property', { ...tree(), itms: [] }, '', 'unknown property "itms"'],
    ['an unknown kind', tree({ kind: 'x' }), '/items/0/kind', 'one of statement, block'],
    ['a kind that every object has', tree({ kind: 'constructor' }), '/items/0/kind', 'one of'],
    ['no kind', tree({}), '/items/0/kind', 'one of'],
    ['secrets replaced by asterisks', { ...tree(), masked: true }, '/masked', 'asterisks'],
    ['a word that is a number', word(100), `${at}/text`, 'a text'],
    ['a word with a newline', word('b\nc'), `${at}/text`, 'without a newline'],
    ['a quoted word with a newline', word('b\nc', { quoting: 'double' }), `${at}/text`, 'newline'],
    ['a word with a blank', word('b c'), at, 'needs quotes'],
    ['a word with a tab', word('b\tc'), at, 'needs quotes'],
    ['a word with a brace', word('b}'), at, 'needs quotes'],
    ['a word with a quote', word('b"c'), at, 'needs quotes'],
    ['an empty word', word(''), at, 'needs quotes'],
    ['a quote within quotes', word('b"c', { quoting: 'double' }), at, 'within quotes'],
    ['a quote that a backslash takes', word('b\\', { quoting: 'double' }), at, 'something else'],
    ['another quoting', word('b', { quoting: 'single' }), `${at}/quoting`, '"double"'],
    [
      'a word that does not touch',
      word('b', { joined: true }),
      '/items/0/keyword',
      'something else',
    ],
    ['blanks that are none', word('b', { before: [' x '] }), `${at}/before/0`, 'blanks'],
    [
      'a comment that takes the next line',
      word('b', { after: [{ kind: 'comment', text: '# c\nd' }] }),
      `${at}/after/0/text`,
      'no newline',
    ],
    [
      'a comment that takes the next word',
      word('b', { before: [' ', { kind: 'comment', text: '# c' }] }),
      at,
      'something else',
    ],
    ['a directive of two lines', tree({ kind: 'condition', text: '@a\nb' }), '/items/0', 'else'],
    ['a directive of another kind', tree({ kind: 'include', text: '$X=1' }), '/items/0', 'else'],
    ['a statement that is a directive', tree(statement('$X=1')), '/items/0/keyword', 'else'],
    [
      'a block behind a line',
      tree(statement('a'), { kind: 'block', items: [] }),
      '/items/1/open',
      '',
    ],
    [
      'a brace that is not extra',
      tree({ kind: 'stray-brace', text: '}' }, 5),
      '/items/1',
      'object',
    ],
    ['text behind no limit', { ...tree(), unread: 'x {}' }, '/unread', 'something else'],
  ])('%s', (_, json, pointer, message) => {
    expect(problemOf(json)).toEqual({ pointer, message: expect.stringContaining(message) });
  });

  test('properties that would change every object', () => {
    const json: unknown = JSON.parse(
      '{"format":"kalint-syntax-tree","version":1,"items":[{"kind":"statement","keyword":{"text":"a","__proto__":{"text":"b"}},"words":[]}]}',
    );
    expect(problemOf(json)).toEqual({
      pointer: '/items/0/keyword',
      message: 'it has an unknown property "__proto__"',
    });
  });

  test('blocks nested beyond all limits', () => {
    const depth = 1_000_000;
    const open = '{"kind":"block","items":[';
    const json: unknown = JSON.parse(
      `{"format":"kalint-syntax-tree","version":1,"items":[${open.repeat(depth)}${']}'.repeat(depth)}]}`,
    );
    expect(problemOf(json).message).toBe('it is nested in more than 64 blocks');
    const lists: unknown = JSON.parse('['.repeat(depth) + ']'.repeat(depth));
    expect(problemOf(lists).message).toBe('it should be an object');
    expect(problemOf({ ...tree(), items: lists }).message).toBe('it should be an object');
  });

  test('a secret that stands where something else should is not shown', () => {
    const { message } = problemOf(tree({ kind: 'auth_pass s3cret' }));
    expect(message).not.toContain('s3cret');
  });
});

test('whatever the words of a tree, the text that is built has that tree or there is none', () => {
  const text = fc.oneof(
    fc.constantFrom(
      'a',
      '{',
      '}',
      '"',
      '\\',
      '#',
      '!',
      '$X=1',
      '@a',
      'include x',
      '',
      ' ',
      '\r',
      '\0',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const anyWord = fc.record(
    {
      text,
      quoting: fc.constantFrom('double', 'unterminated'),
      joined: fc.constant(true),
      before: fc.array(fc.constantFrom(' ', '\n', '\r', { kind: 'comment', text: '#' }), {
        maxLength: 3,
      }),
    },
    { requiredKeys: ['text'] },
  );
  const { item } = fc.letrec((tie) => ({
    block: fc.record(
      {
        kind: fc.constant('block'),
        items: fc.array(tie('item'), { maxLength: 3 }),
        close: fc.constantFrom(false, {}),
      },
      { requiredKeys: ['kind', 'items'] },
    ),
    item: fc.oneof(
      { depthSize: 'small' },
      fc.record(
        {
          kind: fc.constant('statement'),
          keyword: anyWord,
          words: fc.array(anyWord, { maxLength: 3 }),
          block: tie('block'),
        },
        { requiredKeys: ['kind', 'keyword', 'words'] },
      ),
      fc.record({
        kind: fc.constantFrom('definition', 'condition', 'sequence', 'include'),
        text: fc.oneof(text, fc.constantFrom('$X=1', '@a', '~SEQ(a, 3)', 'include a b')),
      }),
      fc.record({ kind: fc.constant('stray-brace'), text: fc.constantFrom('{', '}') }),
      tie('block'),
    ),
  }));
  let written = 0;
  fc.assert(
    fc.property(fc.array(item, { maxLength: 4 }), (items) => {
      const json = tree(...items);
      const result = buildText(json);
      if ('problem' in result) return;
      written++;
      expect(meaningOf(jsonOf(result.text))).toEqual(meaningOf(json));
    }),
    { numRuns: 20_000 },
  );
  expect(written).toBeGreaterThan(1000);
});

function tree(...items: readonly unknown[]): object {
  return { format: 'kalint-syntax-tree', version: 1, items };
}

function statement(keyword: string, ...words: readonly string[]): object {
  const wordOf = (text: string): object => ({ text });
  return { kind: 'statement', keyword: wordOf(keyword), words: words.map(wordOf) };
}

function range(line: number, column: number, offset: number, length: number): object {
  const end = { line, column: column + length, offset: offset + length };
  return { start: { line, column, offset }, end };
}
