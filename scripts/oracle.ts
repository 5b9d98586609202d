import { parseArgs } from 'node:util';
import { sample } from 'fast-check';
import { canAskKeepalived } from './keepalived/installed.ts';
import { compare, oracleRelease, type Comparison } from './oracle/comparison.ts';
import { corpusFiles, judgeFiles } from './oracle/corpus.ts';
import { daemonIn, type Daemon } from './oracle/daemon.ts';
import { mutants, type Mutant } from './oracle/mutations/index.ts';
import { createNamespace, type Namespace } from './keepalived/namespace.ts';
import { mapConcurrently } from './oracle/pool.ts';
import { report, staleDifferences } from './oracle/report.ts';
import { reproductions } from './oracle/reproductions.ts';
import { coverage, tally, type Tally } from './oracle/tally.ts';
import { inThisNamespace, verdictsOn } from './oracle/verdicts.ts';

/*
 * Compares what kalint says with what the real keepalived says: about the files of the corpus, and about
 * configurations that are drawn from the keyword table and got wrong in one place.
 *
 *   pnpm oracle [--seed N] [--runs N] [--show N]
 */

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261120' },
    runs: { type: 'string', default: '2500' },
    show: { type: 'string', default: '10' },
  },
});
const seed = Number(values.seed);
const runs = Number(values.runs);
const show = Number(values.show);

/** Of the lines that keepalived complains about, so many must carry a diagnostic. */
const wantedCoverage = 0.98;

/** Other things want to run on the machine, too. */
const workers = 2;

if (canAskKeepalived(oracleRelease)) await ask();

async function ask(): Promise<void> {
  const namespace = createNamespace();
  const leave = (): never => {
    namespace.delete();
    process.exit(130);
  };
  process.once('SIGINT', leave).once('SIGTERM', leave);
  try {
    await askIn(namespace);
  } finally {
    namespace.delete();
  }
}

async function askIn(namespace: Namespace): Promise<void> {
  const daemon = daemonIn(namespace);
  namespace.addInterfaces(['eth0', 'eth1', 'eth2', 'eth3']);
  console.log(`seed ${seed}`);
  const generated = tally(await compareMutants(daemon));
  console.log(report(`generated, ${oracleRelease}`, generated, show));
  const corpus = tally(await compareCorpus(daemon, namespace));
  console.log(report('corpus', corpus, show));
  const results = [generated, corpus];
  for (const line of staleDifferences(results)) console.log(line);
  if (results.every(isGood)) return;
  process.exitCode = 1;
  for (const text of await reproductions(results, daemon)) console.log(text);
}

function isGood(result: Tally): boolean {
  const isQuiet = result.inventions.length === 0 && result.missed.length === 0;
  return isQuiet && coverage(result) >= wantedCoverage;
}

async function compareMutants(daemon: Daemon): Promise<readonly Comparison[]> {
  const all = sample(mutants(oracleRelease), { seed, numRuns: runs });
  const asked = [...all.entries()];
  return mapConcurrently(asked, workers, ([index, mutant]) => compareMutant(mutant, index, daemon));
}

async function compareMutant(
  { mutation, text }: Mutant,
  index: number,
  daemon: Daemon,
): Promise<Comparison> {
  const source = { path: `${index}-${mutation}`, text: inThisNamespace(text) };
  return compare(source, await verdictsOn(source.text, daemon));
}

async function compareCorpus(daemon: Daemon, namespace: Namespace): Promise<readonly Comparison[]> {
  const files = corpusFiles();
  if (files.length === 0) console.log('skipped: the corpus is not there');
  const judged = await judgeFiles(files, daemon, namespace, workers);
  return judged.map(({ source, verdicts }) => compare(source, verdicts));
}
