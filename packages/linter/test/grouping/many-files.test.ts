import fc from 'fast-check';
import { newestRelease } from '@kalint/parser';
import { expect, test } from 'vitest';
import { groupByMarks, readMarks, type FileMarks } from '../../src/index.ts';
import { instance } from './files.ts';

/* Many files, in whatever order: the same clusters, for the same reasons, in bounded time. */

const address = fc.constantFrom('192.0.2.10', '192.0.2.11', '198.51.100.10', 'fe80::1');
const own = fc.constantFrom(undefined, '10.0.0.1', '10.0.0.2', '10.0.0.3');

const text = fc.oneof(
  fc
    .array(
      fc.record({
        name: fc.constantFrom('VI_1', 'VI_1', 'WEB'),
        id: fc.constantFrom(51, 51, 52),
        link: fc.constantFrom('eth0', 'eth0', 'bond0'),
        state: fc.constantFrom('MASTER', 'BACKUP'),
        priority: fc.constantFrom(90, 100, 101),
        addresses: fc.uniqueArray(address, { maxLength: 2 }),
        source: own,
        peers: fc.uniqueArray(fc.constantFrom('10.0.0.1', '10.0.0.2', '10.0.0.3'), {
          maxLength: 2,
        }),
      }),
      { maxLength: 2 },
    )
    .map((instances) =>
      instances
        .map(({ source, ...rest }) => instance({ ...rest, ...(source && { source }) }))
        .join(''),
    ),
  fc.constantFrom('', '}{', 'virtual_server 192.0.2.10 80 {\n}\n', 'include a.conf\n'),
);

const path = fc
  .tuple(
    fc.constantFrom('', 'a/', 'a/b/', 'c/'),
    fc.constantFrom('lb1', 'lb2', 'web-lb1', 'web_lb1', '', '  ', 'é', '\u0000', '🎉'),
    fc.constantFrom('.conf', '', '.conf.bak'),
  )
  .map((parts) => parts.join(''));

const files = fc.uniqueArray(fc.record({ path, text }), {
  maxLength: 12,
  selector: (file) => file.path,
});

test('the order of the files changes nothing', () => {
  fc.assert(
    fc.property(files, fc.infiniteStream(fc.nat()), (sources, random) => {
      const marks = sources.map((source) => readMarks(source, newestRelease));
      const shuffled = marks
        .map((each) => [random.next().value, each] as const)
        .sort(([a], [b]) => a - b)
        .map(([, each]) => each);
      expect(groupByMarks(shuffled)).toEqual(groupByMarks(marks));
    }),
    { numRuns: 120 },
  );
});

test('each file is in one cluster, and its reasons connect it', () => {
  fc.assert(
    fc.property(files, (sources) => {
      const marks = sources.map((source) => readMarks(source, newestRelease));
      const { clusters } = groupByMarks(marks);
      expect(clusters.flatMap((cluster) => cluster.files).toSorted()).toEqual(
        sources.map((source) => source.path).toSorted(),
      );
      for (const cluster of clusters) {
        const reached = new Set(cluster.files.slice(0, 1));
        // Each round reaches at least one file more, or all are reached.
        cluster.reasons.forEach(() => {
          for (const reason of cluster.reasons) {
            if (reason.files.some((file) => reached.has(file)))
              for (const file of reason.files) reached.add(file);
          }
        });
        expect([...reached].toSorted()).toEqual(cluster.files);
      }
    }),
    { numRuns: 120 },
  );
});

test('clusters that were found stay together when nothing else is there', () => {
  fc.assert(
    fc.property(files, (sources) => {
      const marks = sources.map((source) => readMarks(source, newestRelease));
      for (const cluster of groupByMarks(marks).clusters) {
        const [first] = cluster.reasons;
        // What is no more than likely depends on who else is there.
        if (cluster.reasons.length !== 1 || first?.kind === 'likeness') continue;
        const together = marks.filter(({ file }) => cluster.files.includes(file));
        expect(groupByMarks(together).clusters).toEqual([cluster]);
      }
    }),
    { numRuns: 120 },
  );
});

/** Made without reading texts, which would take longer than all else here. */
function pair(cluster: number, at: readonly [master: string, backup: string]): FileMarks[] {
  const vip = `10.${cluster >> 8}.${cluster & 255}.100`;
  return at.map((file, node) => ({
    ...{ file, includes: [] },
    nodes: [
      {
        ...{ name: file, services: [] },
        instances: [
          {
            ...{ name: 'VI_1', virtualRouterId: 51, interface: 'eth0', place: { file, line: 1 } },
            ...{ isMaster: node === 0, priority: 100 - node, source: undefined, peers: [] },
            addresses: [{ key: vip, text: vip, place: { file, line: 7 } }],
          },
        ],
      },
    ],
  }));
}

const pairs = 5000;

/** Of the processor, which others may want, too: comparing each file with each would take minutes. */
function inTime<T>(work: () => T): T {
  const begin = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(begin);
  expect((user + system) / 1e6).toBeLessThan(3);
  return result;
}

test.each([
  ['in one folder', (n: number) => [`lb${n}.conf`, `lb${n + pairs}.conf`] as const],
  ['in folders of their own', (n: number) => [`c${n}/a.conf`, `c${n}/b.conf`] as const],
  ['in a folder for each host', (n: number) => [`h${n}/k.conf`, `h${n + pairs}/k.conf`] as const],
])('10,000 files with one name, VRID and interface are 5,000 pairs: %s', (_, places) => {
  const marks = Array.from({ length: pairs }, (_unused, n) => pair(n, places(n))).flat();
  const { clusters } = inTime(() => groupByMarks(marks));
  expect(clusters).toHaveLength(pairs);
  expect(clusters.every(({ files: { length } }) => length === 2)).toBe(true);
});

test('10,000 files of which each has the same address are no cluster', () => {
  const marks = Array.from({ length: pairs }, (_unused, n) =>
    pair(0, [`h${n}/k.conf`, `h${n + pairs}/k.conf`]),
  ).flat();
  const { clusters, coincidences } = inTime(() => groupByMarks(marks));
  expect(clusters).toHaveLength(2 * pairs);
  expect(coincidences).toMatchObject([{ because: 'it stands in 10000 files' }]);
});
