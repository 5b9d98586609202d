import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newestRelease } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { groupByMarks, readMarks, type FileMarks } from '../../src/index.ts';
import { clustersIn } from './files.ts';

/*
 * Files of strangers, all in one folder: many are pairs of one repository, many have the addresses of an
 * example. They lie next to the project and not in it; where they are not there, these tests are skipped.
 */

const corpus = join(import.meta.dirname, '../../../../../shared/corpus');
const isThere = existsSync(corpus);

if (!isThere) console.warn('skipped: the corpus is not there');

const strangers = join(corpus, 'strangers');
const marks: readonly FileMarks[] = isThere
  ? readdirSync(strangers).map((path) =>
      readMarks({ path, text: readFileSync(join(strangers, path), 'latin1') }, newestRelease),
    )
  : [];

/** `owner+repository+path` */
function repositoryOf(file: string): string {
  return file.split('+').slice(0, 2).join('+');
}

function areOfOneRepository(files: readonly string[]): boolean {
  return new Set(files.map(repositoryOf)).size === 1;
}

describe.skipIf(!isThere)('in the files of strangers', () => {
  test('no cluster has files of two repositories', () => {
    const clusters = clustersIn(groupByMarks(marks));
    expect(clusters.filter((files) => !areOfOneRepository(files))).toEqual([]);
    expect(clusters.length).toBeGreaterThan(70);
  });

  test('nearly all of those that a script has put together are together', () => {
    const clusters = groupByMarks(marks).clusters.map(({ files }) => files);
    const sets = readFileSync(join(corpus, 'pairs.tsv'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => (line.split('\t')[1] ?? '').replaceAll('strangers/', '').split(' '))
      .filter((files) => files.every((file) => marks.some((each) => each.file === file)));
    const apart = sets.filter(
      (set) => !clusters.some((files) => set.every((file) => files.includes(file))),
    );
    expect(sets).toHaveLength(77);
    // One has a file of another exercise, one an address in one of its files only, one none at all.
    expect(apart.map(([file = '']) => repositoryOf(file))).toEqual([
      'deadwhitepunk+hw-HA-01',
      'netfoundry+edge-router-health-checker',
      'unixfree+whpg_coordinator_ha_v1',
    ]);
  });

  test('copies in other folders, with other addresses, are other clusters', () => {
    const copies = 20;
    const all = Array.from({ length: copies }, (_, copy) =>
      marks.map((each) => relocated(each, copy)),
    ).flat();
    const [once, often] = [groupByMarks(marks), groupByMarks(all)];
    expect(often.clusters).toHaveLength(once.clusters.length * copies);
    const across = often.clusters.filter(
      ({ files }) => new Set(files.map((file) => file.split('/')[0])).size > 1,
    );
    expect(across).toEqual([]);
  });
});

/** A file in a folder of its own, with addresses of its own. */
function relocated({ file, includes, nodes }: FileMarks, copy: number): FileMarks {
  const moved = <T extends { readonly key: string }>(mark: T): T => ({
    ...mark,
    key: `${copy}.${mark.key}`,
  });
  return {
    ...{ file: `${copy}/${file}`, includes },
    nodes: nodes.map((node) => ({
      ...{ name: node.name, services: node.services.map(moved) },
      instances: node.instances.map((instance) => ({
        ...instance,
        addresses: instance.addresses.map(moved),
        peers: instance.peers.map(moved),
        source: instance.source && moved(instance.source),
      })),
    })),
  };
}
