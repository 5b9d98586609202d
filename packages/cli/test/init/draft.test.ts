import { join, relative } from 'node:path';
import fc from 'fast-check';
import { groupByMarks, readMarks } from '@kalint/linter';
import { newestRelease } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { draftAsJson } from '../../src/init/draft-as-json.ts';
import { draftAsYaml } from '../../src/init/draft-as-yaml.ts';
import { draftOf, type Draft } from '../../src/init/draft.ts';
import { clean } from '../built-command.ts';
import { project } from '../configuration/reading.ts';

const { folder, read } = project();

/** The draft of files, by their paths. */
function draft(files: Readonly<Record<string, string>>, release?: string): Draft {
  const marks = Object.entries(files).map(([path, text]) =>
    readMarks({ path, text }, newestRelease),
  );
  return draftOf(marks, groupByMarks(marks), (path) => path, release);
}

const backup = clean.replace('100', '90');

test('clusters are called by their folders, nodes by their files, the master first', () => {
  const { clusters } = draft({
    'hosts/web/backup.conf': backup,
    'hosts/web/master.conf': clean,
    'other/web/lb.conf': clean.replace('192.0.2.80', '192.0.2.81'),
    'x.conf': clean.replace('192.0.2.80', '192.0.2.82'),
  });
  expect(
    clusters.map(({ name, nodes }) => [name, nodes.map((node) => [node.name, node.file])]),
  ).toEqual([
    [
      'web',
      [
        ['master', 'hosts/web/master.conf'],
        ['backup', 'hosts/web/backup.conf'],
      ],
    ],
    ['web-2', [['lb', 'other/web/lb.conf']]],
    ['cluster', [['x', 'x.conf']]],
  ]);
});

test('the nodes of one file have ids, but not when an id cannot be written', () => {
  const shared = clean.replace('priority 100', '@lb1 priority 100\n@lb2 priority 90');
  expect(draft({ 'a.conf': shared }).clusters[0]?.nodes).toMatchObject([
    { name: 'lb1', file: 'a.conf', configId: 'lb1' },
    { name: 'lb2', file: 'a.conf', configId: 'lb2' },
  ]);
  const many = Array.from({ length: 40 }, (_, n) => `@n${n} priority ${n + 1}`).join('\n');
  expect(draft({ 'a.conf': clean.replace('priority 100', many) }).clusters[0]?.nodes).toMatchObject(
    [{ name: 'a', file: 'a.conf', configId: undefined }],
  );
});

test('own addresses and expectations are hints, which hold when they are taken', () => {
  const unicast = (own: string, peer: string, text: string): string =>
    text.replace('priority', `unicast_src_ip ${own}\nunicast_peer {\n${peer}\n}\npriority`);
  const text = draftAsYaml(
    draft({
      'lb1.conf': unicast('10.0.0.1', '10.0.0.2', clean),
      'lb2.conf': unicast('10.0.0.2', '10.0.0.1', backup),
    }),
  );
  expect(text).toContain('# addresses: { eth0: [10.0.0.1] }');
  // As one does it in an editor: what stands behind the sign stays where it is.
  const configuration = read(text.replace(/^( +)# (?=addresses|expectations|  - )/gm, '$1'));
  expect(configuration).toMatchObject({
    clusters: [{ expectations: { length: 3 }, nodes: [{ name: 'lb1' }, { name: 'lb2' }] }],
  });
});

/** Names as no sane person gives them; without what a path cannot have. */
const name = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      ...['a: b', '- x', '# y', '"', "'", '\n- file: /etc/passwd', '\r', '\u2028', '\u0085', '\t'],
      ...['true', 'null', '~', '1e3', '0x1f', '2024-01-01', '12:30', 'yes', '*a', '&a', '!t', '%'],
      ...['\u202e', '\ufeff', '\u{e0001}', '🎉', '{', '[x]', '>', '|', '@', '`', '?', ',', 'link'],
      ...['::warning::x', '##[command]', '__proto__', ' ', '\\', '\\n', '${x}', '<b>'],
    ),
  )
  .map((text) => text.replaceAll(/[/\0]|\p{Cs}/gu, ''))
  .filter((text) => text !== '' && !/^\.{1,2}$/.test(text));

const paths = fc
  .array(fc.array(name, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 })
  .map((parts) => [...new Set(parts.map((each) => `${each.join('/')}.conf`))]);

const word = name.map((text) => text.replaceAll(/[\s{}"#!]/g, '')).filter((text) => text !== '');

/** What an author of files has in hand besides their names. */
const contents = fc.record({
  instance: word,
  link: word,
  id: word,
  addresses: fc.constantFrom('192.0.2.80', '192.0.2.81'),
});

describe.each([
  ['yaml', draftAsYaml],
  ['json', draftAsJson],
] as const)('whatever files, instances and interfaces are called, %s', (format, write) => {
  test('says the same when it is read', () => {
    fc.assert(
      fc.property(paths, fc.array(contents, { minLength: 1, maxLength: 6 }), (names, texts) => {
        const files = names.map((path, at) => {
          const { instance, link, id, addresses } = texts[at % texts.length] ?? {
            ...{ instance: 'A', link: 'eth0', id: 'x', addresses: '192.0.2.80' },
          };
          const text = clean
            .replace('WEB', () => instance)
            .replace('eth0', () => link)
            .replace('priority 100', () => `@${id} priority 100\n@lb2 priority 90`)
            .replace('192.0.2.80', addresses);
          return [path, text] as const;
        });
        const made = draft(Object.fromEntries(files));
        const text = write(made);
        // All of it can be seen, on the line where it was written.
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
        const wanted = made.clusters.map((cluster) => ({
          name: cluster.name,
          nodes: cluster.nodes.map(({ name: node, file, configId }) => ({
            ...(node !== undefined && { name: node }),
            file,
            ...(configId !== undefined && { configId }),
          })),
        }));
        expect(parse(text)).toMatchObject({ clusters: wanted });
        const configuration = read(text, `kalint.config.${format}`);
        expect(configuration).not.toHaveProperty('mistakes');
        if ('mistakes' in configuration) return;
        expect(
          configuration.clusters.map((cluster) => ({
            name: cluster.name,
            nodes: cluster.nodes.map(({ name: node, file, configId }) => ({
              ...(node !== undefined && { name: node }),
              file: relative(folder, join(process.cwd(), file)),
              ...(configId !== undefined && { configId }),
            })),
          })),
        ).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });
});
