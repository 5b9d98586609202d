import type { Grouping } from '@kalint/linter';
import { describe, expect, test } from 'vitest';
import { areToBeGrouped, foundGroups } from '../../src/configuration/found-groups.ts';
import { groupsOf } from '../../src/configuration/groups.ts';
import { explanationOf } from '../../src/clusters/explanation.ts';

/** Which files share something: `ab c` is two of which the first has two. */
function sharing(text: string): Grouping {
  return {
    coincidences: [],
    clusters: text.split(' ').map((files) => ({
      files: [...files],
      reasons:
        files.length > 1 ? [{ kind: 'address', what: 'x', files: [...files], places: [] }] : [],
    })),
  };
}

function configured(...clusters: readonly string[]): Parameters<typeof groupsOf>[0] {
  return {
    clusters: clusters.map((files) => ({
      name: files,
      expectations: [],
      nodes: [...files].map((file) => ({
        ...{ name: undefined, file, configId: undefined, addresses: new Map() },
      })),
    })),
  };
}

/** The groups, as `sharing` takes them, and whether something is said of them. */
function groupsFor(
  given: string,
  shared: string,
  configuration?: Parameters<typeof groupsOf>[0],
): readonly [groups: string, isRemarked: boolean] {
  const isNamed = !given.startsWith('found ');
  const found = [...given.replace('found ', '')].map((path) => ({ path, isNamed }));
  const { groups, remarks } = foundGroups(configuration, found, sharing(shared));
  return [groups.map(({ files }) => files.join('')).join(' '), remarks.length > 0];
}

describe('files that are named', () => {
  test.each([
    ['are one cluster when they share nothing', 'abc', 'a b c', 'abc', false],
    ['are one cluster when some of them share something', 'cab', 'ab c', 'cab', false],
    ['are several when there are several', 'abcde', 'ab cd e', 'ab cd e', true],
    ['keep their order', 'dbcae', 'ab cd e', 'ba dc e', true],
  ])('%s', (_, given, shared, groups, isRemarked) => {
    expect(groupsFor(given, shared)).toEqual([groups, isRemarked]);
  });

  test('and do not count as a cluster with what they include', () => {
    const { clusters, ...rest } = sharing('ab cd e');
    const grouping = {
      ...rest,
      clusters: clusters.map((cluster) => ({
        ...cluster,
        reasons: cluster.reasons.map((reason) => ({ ...reason, kind: 'include' as const })),
      })),
    };
    const found = [...'abcde'].map((path) => ({ path, isNamed: true }));
    expect(foundGroups(undefined, found, grouping)).toMatchObject({
      groups: [{ files: { length: 5 } }],
      remarks: [],
    });
  });

  test('that is said with the numbers', () => {
    const found = [...'abcde'].map((path) => ({ path, isNamed: true }));
    expect(foundGroups(undefined, found, sharing('ab cd e')).remarks).toEqual([
      'the 5 files are 2 clusters and 1 file of no cluster, each checked by itself; ' +
        '--explain-clusters says why',
    ]);
  });
});

test('files that are found are grouped by what they share', () => {
  expect(groupsFor('found abcd', 'ab c d')).toEqual(['ab c d', false]);
});

describe('the clusters of the configuration file come first', () => {
  test.each([
    ['with the files that are named besides', 'abx', 'a b x', ['abc'], 'abx', false],
    ['each by itself', 'abcd', 'abcd', ['ab', 'cd'], 'ab cd', true],
    ['and then what others share', 'abxyz', 'ax by z', ['ab'], 'abxyz', false],
    ['as a cluster of their own', 'abxyz', 'a b xy z', ['ab'], 'ab xy z', true],
    ['when files are found', 'found abx', 'abx', ['ab'], 'ab x', false],
  ])('%s', (_, given, shared, clusters, groups, isRemarked) => {
    expect(groupsFor(given, shared, configured(...clusters))).toEqual([groups, isRemarked]);
  });

  test('of two named files, too', () => {
    const groups = (files: string): readonly string[] =>
      groupsOf(configured('ab', 'cd'), [...files]).map((group) => group.files.join(''));
    expect(groups('ba')).toEqual(['ba']);
    expect(groups('ax')).toEqual(['ax']);
    expect(groups('xa')).toEqual(['xa']);
    expect(groups('ac')).toEqual(['a', 'c']);
    expect(groups('xy')).toEqual(['xy']);
  });
});

test('two names are not looked at, all else is', () => {
  const files = (count: number, isNamed: boolean) =>
    Array.from({ length: count }, (_, n) => ({ path: `${n}`, isNamed }));
  expect(areToBeGrouped(files(2, true))).toBe(false);
  expect(areToBeGrouped(files(3, true))).toBe(true);
  expect(areToBeGrouped(files(1, false))).toBe(true);
});

test('an explanation says who made a cluster, and what its files share', () => {
  const configuration = configured('ab');
  const found = [...'abcdefg'].map((path) => ({ path, isNamed: true }));
  const grouping = sharing('ac de f g b');
  const { groups } = foundGroups(configuration, found, grouping);
  expect(explanationOf(groups, grouping).clusters).toMatchObject([
    { name: 'ab', by: 'configuration', reasons: [] },
    { files: ['c'], by: 'marks' },
    { files: ['d', 'e'], by: 'marks', reasons: [{ files: ['d', 'e'] }] },
    { files: ['f'] },
    { files: ['g'] },
  ]);
  const together = foundGroups(undefined, found, sharing('ab c d e f g'));
  expect(explanationOf(together.groups, sharing('ab c d e f g')).clusters).toMatchObject([
    { files: { length: 7 }, by: 'command-line', reasons: [{ files: ['a', 'b'] }] },
  ]);
});
