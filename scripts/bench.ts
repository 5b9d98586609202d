import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failover, lint, readNodes } from '@kalint/linter';
import type { Release } from '@kalint/parser';
import { whyNoKeepalived } from './keepalived/installed.ts';
import { withKeepalived, type KeepalivedTime } from './bench/keepalived-time.ts';
import { clusterOfNodes } from './bench/failover-cluster.ts';
import { largeConfiguration } from './bench/large-configuration.ts';
import { median, timeOf } from './timing.ts';

/*
 * How long kalint takes, beside the real daemon and for files of several sizes. What is compared is
 * measured in turns, in one run: the times are those of this machine at this moment, the ratios are
 * what counts. Nothing fails here.
 */

const corpus = join(import.meta.dirname, '../../shared/corpus');
const release: Release = '2.2.7';

const reason = whyNoKeepalived();
if (reason === undefined) {
  withKeepalived((timeOfKeepalived) => {
    compareOnCorpus(timeOfKeepalived);
    compareOnLargeFile(timeOfKeepalived);
  });
} else {
  console.log(`beside keepalived -t: skipped, ${reason}`);
}
compareSizes();
timeFailover();

/** The first look of this process at each file, for which nothing is warm yet, and the second. */
function compareOnCorpus(timeOfKeepalived: KeepalivedTime): void {
  if (!existsSync(corpus)) {
    console.log('corpus: skipped, it is not there');
    return;
  }
  const sources = ['strangers', 'upstream', 'maintainer'].flatMap((folder) =>
    readdirSync(join(corpus, folder)).map((name) => {
      const path = join(corpus, folder, name);
      return { path, text: readFileSync(path, 'latin1') };
    }),
  );
  const lintEach = (): number =>
    timeOf(() => {
      for (const source of sources) lint([source], { release });
    });
  const first = lintEach();
  const theirs = sources.reduce((sum, { path }) => sum + timeOfKeepalived(path), 0);
  console.log(`The corpus, ${sources.length} files`);
  print([
    ['keepalived -t, each file', theirs],
    ['kalint, all in one process', first],
    ['kalint once more', lintEach()],
  ]);
}

function compareOnLargeFile(timeOfKeepalived: KeepalivedTime): void {
  const folder = mkdtempSync(join(tmpdir(), 'kalint-bench-'));
  const path = join(folder, 'keepalived.conf');
  const text = largeConfiguration(1_000_000);
  writeFileSync(path, text);
  const theirs: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < 5; round++) {
    theirs.push(timeOfKeepalived(path));
    ours.push(timeOf(() => lint([{ path, text }], { release })));
  }
  rmSync(folder, { recursive: true });
  console.log(`A file of ${size(text)}, median of ${ours.length}`);
  print([
    ['keepalived -t', median(theirs)],
    ['kalint', median(ours)],
  ]);
}

/** Each size often enough to read as much of the one as of the other. */
function compareSizes(): void {
  const small = largeConfiguration(100_000);
  const large = largeConfiguration(10_000_000);
  const repeats = Math.round(large.length / small.length);
  const lintText = (text: string): unknown =>
    lint([{ path: 'keepalived.conf', text }], { release });
  const rounds = Array.from({ length: 4 }, () => ({
    small: timeOf(() => Array.from({ length: repeats }, () => lintText(small))) / repeats,
    large: timeOf(() => lintText(large)),
  }));
  // The first round is there for the compiler.
  const counted = rounds.slice(1);
  const megabytes = (text: string): number => text.length / 1e6;
  console.log('Time for a megabyte of a file');
  print([
    [`of ${size(small)}`, median(counted.map((round) => round.small)) / megabytes(small)],
    [`of ${size(large)}`, median(counted.map((round) => round.large)) / megabytes(large)],
  ]);
}

/** All that up to two faults at the same time can do; read from text each time, as the command does. */
function timeFailover(): void {
  const shapes = [
    { nodes: 2, checks: 6 },
    { nodes: 5, checks: 10 },
    { nodes: 50, checks: 20 },
  ];
  const timeFor = ({ nodes, checks }: (typeof shapes)[number]): number => {
    const sources = clusterOfNodes(nodes, checks).map((text, index) => ({
      path: `lb${index + 1}.conf`,
      text,
    }));
    const analyse = (): unknown =>
      failover(
        sources.flatMap((source) => readNodes(source, release)),
        { release, maxFaults: 2 },
      );
    return median(Array.from({ length: 3 }, () => timeOf(analyse)));
  };
  console.log('Failover with up to two faults, median of 3');
  print(
    shapes.map((shape) => [`${shape.nodes} nodes, ${shape.checks} checks each`, timeFor(shape)]),
  );
}

function size(text: string): string {
  return text.length < 1e6
    ? `${Math.round(text.length / 1e3)} kB`
    : `${(text.length / 1e6).toFixed(1)} MB`;
}

/** The first one is what the others are compared with. */
function print(rows: readonly (readonly [name: string, milliseconds: number])[]): void {
  const [[, base] = ['', 0]] = rows;
  for (const [name, time] of rows) {
    const ratio = (time / base).toFixed(2);
    console.log(`  ${name.padEnd(28)} ${time.toFixed(1).padStart(8)} ms ${ratio.padStart(6)}`);
  }
}
