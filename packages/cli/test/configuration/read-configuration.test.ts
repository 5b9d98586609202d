import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorTimeOf } from '../../../../scripts/timing.ts';
import { readConfiguration } from '../../src/configuration/read-configuration.ts';
import { knownRules, mistakesIn, project } from './reading.ts';

const { folder, read, write } = project();
mkdirSync(join(folder, 'common'));

function here(name: string): string {
  return relative(process.cwd(), join(folder, name));
}

const whole = {
  $schema: 'https://example.org/schema.json',
  keepalivedVersion: 'debian-12',
  profile: 'strict',
  rules: { 'equal-priority': 'error', 'unused-script': 'off' },
  includeRoots: ['common'],
  clusters: [
    {
      name: 'web',
      nodes: [
        { name: 'lb1', file: 'both.conf', configId: 'a', addresses: { eth0: ['192.0.2.1/24'] } },
        { name: 'lb2', file: 'both.conf', configId: 'b', addresses: { eth0: ['2001:db8::2'] } },
      ],
      expectations: ['healthy: lb1', 'never split-brain'],
    },
    { nodes: [{ file: 'db/keepalived.conf' }] },
  ],
};

const wholeInYaml = `
$schema: https://example.org/schema.json
keepalivedVersion: debian-12
profile: strict
rules:
  equal-priority: error
  unused-script: off
includeRoots: [common]
clusters:
  - name: web
    nodes:
      - { name: lb1, file: both.conf, configId: a, addresses: { eth0: [192.0.2.1/24] } }
      - name: lb2
        file: both.conf
        configId: b
        addresses:
          eth0:
            - 2001:db8::2
    expectations:
      - healthy: lb1
      - never split-brain
  - nodes:
      - file: db/keepalived.conf
`;

describe('a configuration', () => {
  test('is the same as JSON and as YAML', () => {
    const yaml = read(wholeInYaml);
    expect(yaml).toMatchObject({
      path: join(folder, 'kalint.config.yaml'),
      keepalivedVersion: 'debian-12',
      profile: 'strict',
      severities: new Map([
        ['equal-priority', 'error'],
        ['unused-script', 'off'],
      ]),
      includeRoots: [here('common')],
      clusters: [
        {
          name: 'web',
          nodes: [
            {
              name: 'lb1',
              file: here('both.conf'),
              configId: 'a',
              addresses: new Map([['eth0', ['192.0.2.1/24']]]),
            },
            { name: 'lb2', addresses: new Map([['eth0', ['2001:db8::2']]]) },
          ],
          expectations: [
            { expectation: { text: 'healthy: lb1', kind: 'healthy' } },
            { expectation: { text: 'never split-brain', kind: 'never' } },
          ],
        },
        { name: undefined, nodes: [{ file: here('db/keepalived.conf') }], expectations: [] },
      ],
    });
    for (const indent of [undefined, 2, '\t']) {
      const json = read(JSON.stringify(whole, null, indent), 'kalint.config.json');
      const places = { place: expect.any(String) };
      expect(json).toEqual({
        ...yaml,
        path: join(folder, 'kalint.config.json'),
        clusters:
          'clusters' in yaml &&
          yaml.clusters.map((cluster) => ({
            ...cluster,
            expectations: cluster.expectations.map((each) => ({ ...each, ...places })),
          })),
      });
    }
  });

  test.each(['', '\n', '# nothing\n', '\uFEFF', '---\n', '{}'])('%j says nothing', (text) => {
    expect(read(text)).toEqual({
      path: join(folder, 'kalint.config.yaml'),
      keepalivedVersion: undefined,
      profile: undefined,
      severities: new Map(),
      includeRoots: [],
      ignore: [],
      failOn: undefined,
      maxWarnings: undefined,
      baseline: undefined,
      clusters: [],
    });
  });

  test('an expectation knows where it is written', () => {
    expect(read(wholeInYaml)).toMatchObject({
      clusters: [{ expectations: [{ place: expect.stringMatching(/yaml:20:9$/) }, {}] }, {}],
    });
  });
});

describe('what is wrong is said with its place, and what to do', () => {
  test.each([
    ['profil: strict', '1:1: there is no setting `profil`; did you mean `profile`?'],
    [
      'nothing: 1',
      '1:1: there is no setting `nothing`; the settings here are keepalivedVersion, profile',
    ],
    [
      'profile: stict',
      '1:10: `stict` is none of minimal, recommended, strict; did you mean `strict`?',
    ],
    ['profile:', '1:9: it should be a text, and is empty'],
    ['profile: [strict]', '1:10: it should be a text, and is a list'],
    ['- profile', '1:1: it should be an object, which has settings, and is a list'],
    ['strict', '1:1: it should be an object, which has settings, and is `strict`'],
    [
      'keepalivedVersion: 2.2',
      '1:20: it should be a text, and is 2.2; a text that looks like that needs quotes',
    ],
    [
      'keepalivedVersion: 2.2.9',
      '1:20: keepalived 2.2.9 is not a release that kalint knows; the nearest ones are 2.2.8 and 2.3.0',
    ],
    [
      'rules: {equal-prority: off}',
      '1:9: there is no rule equal-prority; did you mean equal-priority?',
    ],
    [
      'rules: {equal-priority: of}',
      '1:25: `of` is none of error, warning, info, off; did you mean `off`?',
    ],
    ['profile: strict\nprofile: minimal', '2:1: `profile` is there twice; keep one of them'],
    ['? [a]\n: b', '1:3: a name should be a text'],
    ['maxWarnings: 1.5', '1:14: it should be a whole number, such as 0'],
    ['maxWarnings: -1', '1:14: it should be a whole number, such as 0'],
    ['maxWarnings: "1"', '1:14: it should be a whole number, such as 0'],
    ['failOn: warnings', '1:9: `warnings` is none of error, warning, info, never; did you mean'],
    ['baseline: ../../known.json', '1:11: `../../known.json` leads out of the project'],
    ['ignore: old', '1:9: it should be a list, and is `old`'],
    ['ignore: [old, " ", 1]', '1:15: it should be a glob of at most 1000 characters, and is ` `'],
    ['includeRoots: [nowhere]', '1:16: there is no folder `nowhere`'],
    [
      'includeRoots: [..]',
      '1:16: `..` leads out of the project; --include-root FOLDER allows its folder',
    ],
    ['clusters: [{}]', '1:12: it has no `nodes`'],
    ['clusters: [{nodes: []}]', '1:20: it should have at least one'],
    ['clusters: [{nodes: [{name: a}]}]', '1:21: it has no `file`'],
    ["clusters: [{nodes: [{file: ''}]}]", '1:28: it should be a path, and is ``'],
    [
      'clusters: [{nodes: [{file: a, name: "a b"}]}]',
      '1:37: it should be a name without blanks, quotes, commas and colons',
    ],
    [
      'clusters: [{nodes: [{file: a}, {file: ./a}]}]',
      '1:39: `./a` is there twice; give each of its nodes a configId of its own',
    ],
    ['clusters: [{nodes: [{file: a, configId: x}, {file: a}]}]', '1:52: `a` is there twice'],
    [
      'clusters: [{nodes: [{file: a}]}, {nodes: [{file: a}]}]',
      '1:50: `a` belongs to another cluster, too; make one cluster of the two',
    ],
    [
      'clusters: [{nodes: [{file: a, name: n}, {file: b, name: n}]}]',
      '1:57: two nodes are called `n`; give each a name of its own',
    ],
    ['clusters: [{nodes: [{file: a, configId: "@x"}]}]', '1:41: it should be an id, without its @'],
    [
      'clusters: [{nodes: [{file: a, addresses: {eth0: [192.0.2.256]}}]}]',
      '1:50: it should be an address, such as 192.0.2.11/24',
    ],
    [
      'clusters: [{nodes: [{file: a, addresses: {eth0: [192.0.2.1/33]}}]}]',
      '1:50: it should be an address',
    ],
    [
      'clusters: [{nodes: [{file: a, addresses: {eth0: ["::1/129"]}}]}]',
      '1:50: it should be an address',
    ],
    [
      'clusters: [{nodes: [{file: a, addresses: {eth0: ["fe80::1%eth0"]}}]}]',
      '1:50: it should be an address',
    ],
    [
      'clusters:\n- nodes: [{file: a}]\n  expectations:\n  - healhty: lb1',
      '4:5: `healhty` begins no expectation; did you mean `healthy`?',
    ],
    [
      'clusters:\n- nodes: [{file: a}]\n  expectations:\n  - never splt-brain',
      '4:11: `splt-brain` stands where',
    ],
    [
      'clusters:\n- nodes: [{file: a}]\n  expectations:\n  - "never splt-brain"',
      '4:12: `splt-brain` stands where',
    ],
    [
      'clusters:\n- nodes: [{file: a}]\n  expectations:\n  - {a: {b: c}}',
      '4:5: it should be an expectation, such as `healthy: lb1`',
    ],
    ['profile: "strict', '1:17: it is not valid YAML: Missing closing "quote'],
    ['a:\n\tb: 1', '2:1: it is not valid YAML: Tabs are not allowed as indentation'],
    ['a: 1\n---\nb: 2', '2:1: a second document begins; write one only'],
    ['profile: !!js/function strict', '1:10: it is not valid YAML: Unresolved tag'],
    ['profile: !!binary c3RyaWN0', '1:10: it is not valid YAML: Unresolved tag'],
    [
      'profile: &a strict\nkeepalivedVersion: *a',
      '2:20: it should be a text, written out: references (*NAME) are not followed',
    ],
    ['<<: {profile: strict}', '1:1: there is no setting `<<`'],
  ])('%j: %s', (text, mistake) => {
    expect(mistakesIn(read(text))[0]).toMatch(mistakeBeginning(mistake));
  });

  test.each([
    ['{"profile": strict}', '1:13: it is not valid JSON: Unresolved plain scalar "strict"'],
    ['{profile: "strict"}', '1:2: it is not valid JSON'],
    ['profile: strict', '1:1: it is not valid JSON'],
    ['{"profile": "strict"', '1:21: it is not valid JSON'],
    ['{"profile": "strict", "profile": "strict"}', '1:23: `profile` is there twice'],
  ])('of JSON, %s: %s', (text, mistake) => {
    expect(mistakesIn(read(text, 'kalint.config.json'))[0]).toMatch(mistakeBeginning(mistake));
  });

  test('all of it at once, in order', () => {
    const text = 'profil: 1\nrules:\n  unknown: off\n  unused-script: 1\nclusters: 5\n';
    expect(mistakesIn(read(text)).map((each) => each.split(' ')[0])).toEqual([
      '1:1:',
      '3:3:',
      '4:18:',
      '5:11:',
    ]);
  });

  test('of very many, some', () => {
    const text = Array.from({ length: 1000 }, (_, index) => `key${index}: 1\n`).join('');
    const mistakes = mistakesIn(read(text));
    expect(mistakes).toHaveLength(21);
    expect(mistakes.at(-1)).toMatch(/has 980 more mistakes$/);
  });
});

function mistakeBeginning(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

describe('what is read stays in the project', () => {
  write('outside/secret.conf', 'x');
  write('inside/a.conf', 'x');
  mkdirSync(join(folder, 'inside/.git'));
  symlinkSync('../outside', join(folder, 'inside/link'));
  symlinkSync('../outside/kalint.config.yaml', join(folder, 'inside/kalint.config.yml'));

  test.each([
    '../outside/secret.conf',
    '/etc/passwd',
    'link/secret.conf',
    '.git/config',
    'a.conf/../../outside/x',
  ])('no node has the file %s', (file) => {
    const text = JSON.stringify({ clusters: [{ nodes: [{ file }] }] });
    const [mistake] = mistakesIn(read(text, 'inside/kalint.config.json'));
    expect(mistake).toContain('leads out of the project; --include-root FOLDER allows');
  });

  test('and no other folder is allowed', () => {
    const text = JSON.stringify({ includeRoots: ['link', '../outside', '/'] });
    expect(mistakesIn(read(text, 'inside/kalint.config.json'))).toHaveLength(3);
  });

  test('unless the command line allows it', () => {
    const path = write('inside/kalint.config.json', JSON.stringify({ includeRoots: ['link'] }));
    const allowed = { rules: knownRules, includeRoots: [join(folder, 'outside')] };
    expect(readConfiguration({ path, isNamed: false }, allowed)).toMatchObject({
      includeRoots: [here('inside/link')],
    });
  });

  test('a configuration file that leads out of the project is read only when it is named', () => {
    write('outside/kalint.config.yaml', 'profile: strict');
    const path = join(folder, 'inside/kalint.config.yml');
    const surroundings = { rules: knownRules, includeRoots: [] };
    expect(readConfiguration({ path, isNamed: false }, surroundings)).toEqual({
      mistakes: [`${path} leads out of the project; --config FILE reads it anyway`],
    });
    expect(readConfiguration({ path, isNamed: true }, surroundings)).toMatchObject({
      profile: 'strict',
    });
  });
});

describe('hostile content is refused in little time', () => {
  const laughs = Array.from({ length: 9 }, (_, index) => {
    const name = String.fromCharCode(97 + index);
    const items = Array.from({ length: 9 }, () =>
      index === 0 ? 'lol' : `*${String.fromCharCode(96 + index)}`,
    );
    return `${name}: &${name} [${items.join(', ')}]\n`;
  }).join('');

  test.each<[string, string | Uint8Array, string]>([
    ['a billion laughs', laughs, 'there is no setting `a`'],
    [
      'references in a list',
      `includeRoots: &a [x]\nclusters: [${'*a,'.repeat(100_000)}]`,
      'there is no folder `x`',
    ],
    ['deep lists', '['.repeat(500_000), 'it is nested more than 32 deep'],
    [
      'deep lists that end',
      `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      'it is nested more than 32 deep',
    ],
    [
      'deep objects',
      `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
      'it is nested more than 32 deep',
    ],
    ['deep block lists', `${'- '.repeat(300_000)}x`, 'it is nested more than 32 deep'],
    ['deep keys', '? '.repeat(300_000), 'it is nested more than 32 deep'],
    [
      'a deep second document',
      `a: 1\n---\n${'['.repeat(300_000)}`,
      'it is nested more than 32 deep',
    ],
    [
      'very many keys',
      Array.from({ length: 80_000 }, (_, index) => `k${index}:\n`).join(''),
      'there is no setting `k0`',
    ],
    ['the same key again and again', 'profile: x\n'.repeat(60_000), '`x` is none of'],
    ['many documents', '---\n'.repeat(200_000), 'a second document begins'],
    ['braces that close', '}'.repeat(300_000), 'it is not valid YAML'],
    ['a megabyte of nothing', ' '.repeat(1024 * 1024 + 1), 'it is larger than 1 MiB'],
    ['anchors', `${'&a '.repeat(300_000)}x`, 'it is not valid YAML'],
    ['no end of a text', `"${'\\q'.repeat(400_000)}`, 'it is not valid YAML'],
    ['bytes that are no UTF-8', Uint8Array.from([0x61, 0x3a, 0xff]), 'it is not UTF-8'],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x61, 0x00]), 'it is UTF-16'],
    ['NUL', Uint8Array.from([0x61, 0x00]), 'it is not a text file'],
  ])('%s', (_, text, message) => {
    let mistake: string | undefined;
    const time = processorTimeOf(() => ([mistake] = mistakesIn(read(text))));
    expect(mistake).toContain(message);
    expect(mistake?.length).toBeLessThan(1000);
    expect(time).toBeLessThan(10_000);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])(
    'the key %s is a key like any other',
    (key) => {
      const nothing: Record<string, unknown> = {};
      for (const text of [
        `{"${key}": {"polluted": true}}`,
        `{"rules": {"${key}": "off"}}`,
        `{"clusters": [{"nodes": [{"file": "a", "${key}": {"polluted": true}}]}]}`,
      ]) {
        expect(mistakesIn(read(text, 'kalint.config.json'))[0]).toContain(key);
      }
      expect(
        mistakesIn(
          read(`{"clusters": [{"nodes": [{"file": "a", "addresses": {"${key}": ["::1"]}}]}]}`),
        ),
      ).toEqual([]);
      expect(nothing['polluted']).toBeUndefined();
    },
  );

  test('any text, and any JSON, is a configuration or has mistakes with their places', () => {
    const near = fc.string({
      unit: fc.constantFrom(
        ...' \n\t:-[]{},"\'&*!|>#%@`?',
        'profile',
        'rules',
        'clusters',
        'nodes',
        'file',
        'a',
      ),
    });
    const json = fc.json().map((text) => text);
    fc.assert(
      fc.property(fc.oneof(near, json, fc.string({ unit: 'binary' })), (text) => {
        for (const name of ['kalint.config.yaml', 'kalint.config.json']) {
          const result = read(text, name);
          for (const mistake of mistakesIn(result))
            expect(mistake).toMatch(/^\d+:\d+: [^]|cannot read|more mistakes?$/);
          if ('mistakes' in result) expect(result.mistakes.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });
});
