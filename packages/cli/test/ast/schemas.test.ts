import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lint, secretSpans } from '@kalint/linter';
import { bind, buildText, modelToJson, parse, treeToJson, type Release } from '@kalint/parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { configurations } from '../../../parser/test/generated/configuration.ts';
import { linesOf, textOf } from '../../../parser/test/generated/written.ts';
import { decode } from '../../src/disk/decode.ts';
import { isModel, isTree } from './schemas.ts';

/* All that the JSON forms can be fits the published schemas, and what does not is refused. */

const root = join(import.meta.dirname, '../../../..');
const corpus = join(root, '../shared/corpus');
const isThere = existsSync(corpus);
if (!isThere) console.warn('skipped: the corpus is not there');

function plain(json: object): unknown {
  return JSON.parse(JSON.stringify(json));
}

function textsIn(folder: string): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .flatMap((path) => {
      const decoded = decode(readFileSync(path));
      return decoded.kind === 'text' ? [{ path, text: decoded.text }] : [];
    });
}

const releases: readonly Release[] = ['1.1.13', '2.4.3'];

const folders = [
  join(root, 'fixtures'),
  ...(isThere ? ['strangers', 'upstream', 'maintainer'].map((name) => join(corpus, name)) : []),
];

describe.each(folders)('%s', (folder) => {
  const texts = textsIn(folder);

  test('the trees fit', () => {
    for (const source of texts) {
      for (const hiding of [{}, { findSecrets: secretSpans }]) {
        isTree(plain(treeToJson(parse(source), hiding)));
        expect([source.path, isTree.errors ?? []]).toEqual([source.path, []]);
      }
    }
  });

  test.each(releases)('the models fit, for %s', (release) => {
    for (const source of texts) {
      const { nodes } = lint([source], { release, rules: [] });
      for (const hiding of [{}, { findSecrets: secretSpans }]) {
        isModel(plain(modelToJson(nodes, { release, ...hiding })));
        expect([source.path, isModel.errors ?? []]).toEqual([source.path, []]);
      }
    }
  });
});

describe('configurations that are made from the keyword table', () => {
  test.each(releases)('have models that fit, for %s', (release) => {
    fc.assert(
      fc.property(configurations(release), (statements) => {
        const text = textOf(linesOf(statements));
        const { config } = bind(parse({ path: 'any.conf', text }), release);
        isModel(plain(modelToJson([{ name: 'any', config }], { release })));
        expect([text, isModel.errors ?? []]).toEqual([text, []]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the schema of trees', () => {
  const text = '$X=1\n# c\na "b"c {\n @d e\n} # f\n}\n{ "g\n';
  const tree = plain(treeToJson(parse({ path: 'any.conf', text })));

  test('and the reader refuse the same', () => {
    const odd = fc.constantFrom(
      null,
      true,
      false,
      0,
      -1,
      1.5,
      '',
      'x',
      'a\nb',
      '#',
      ' ',
      [],
      {},
      [0],
      {
        kind: 'block',
        items: [],
      },
    );
    let refused = 0;
    fc.assert(
      fc.property(fc.nat(), odd, fc.constantFrom('set', 'remove', 'add'), (at, value, how) => {
        const changed = changedAt(tree, at, value, how);
        const problem = buildText(changed);
        const isRefused =
          'problem' in problem && !/read as|needs quotes/.test(problem.problem.message);
        if (isRefused) refused++;
        expect([JSON.stringify(changed), isRefused]).toEqual([
          JSON.stringify(changed),
          !isTree(changed),
        ]);
      }),
      { numRuns: 3000 },
    );
    expect(refused).toBeGreaterThan(500);
  });
});

test('the schema of models refuses what no keyword reads', () => {
  const model = (config: object): object => ({
    format: 'kalint-model',
    version: 1,
    keepalived: '2.4.3',
    nodes: [{ name: 'a', config }],
  });
  const place = {
    file: 'a',
    range: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 2, offset: 1 } },
  };
  const instance = (settings: object): object =>
    model({ vrrp_instance: [{ header: 'A', statements: [place], ...settings }] });
  const setting = (value: object): object => ({ ...value, statement: place, words: [place] });
  expect(isModel(instance({ priority: setting({ value: 100 }) }))).toBe(true);
  expect(isModel(instance({ priority: setting({ masked: true }) }))).toBe(true);
  expect(isModel(instance({ priority: setting({ value: 256 }) }))).toBe(false);
  expect(isModel(instance({ priority: setting({ value: '100' }) }))).toBe(false);
  expect(isModel(instance({ priority: { value: 100 } }))).toBe(false);
  expect(isModel(instance({ priorty: setting({ value: 100 }) }))).toBe(false);
  expect(isModel(model({ __proto__x: {} }))).toBe(false);
});

/** A copy in which one value, counted through all of them, is another one, is gone, or has company. */
function changedAt(
  json: unknown,
  at: number,
  value: unknown,
  how: 'set' | 'remove' | 'add',
): unknown {
  const copy: unknown = structuredClone(json);
  const places: (readonly [object, string])[] = [];
  const collect = (within: unknown): void => {
    if (typeof within !== 'object' || within === null) return;
    for (const [name, each] of Object.entries(within)) {
      places.push([within, name]);
      collect(each);
    }
  };
  collect(copy);
  const [within, name] = places[at % places.length] ?? [{}, ''];
  if (how === 'set') Reflect.set(within, name, value);
  else if (how === 'add')
    Reflect.set(within, Array.isArray(within) ? within.length : 'more', value);
  else if (Array.isArray(within)) within.splice(Number(name), 1);
  else Reflect.deleteProperty(within, name);
  return copy;
}
