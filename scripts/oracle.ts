import { parseArgs } from 'node:util';
import { canAskKeepalived } from './keepalived/installed.ts';
import { createNamespace, type Namespace } from './keepalived/namespace.ts';
import { oracleRelease } from './oracle/comparison.ts';
import { daemonIn, type Daemon } from './oracle/daemon.ts';
import { formattedSections, reportFormatted } from './oracle/formatted.ts';
import { reachOf } from './oracle/reach.ts';
import { report, staleDifferences } from './oracle/report.ts';
import { reproductions } from './oracle/reproductions.ts';
import { sections, type Section } from './oracle/sections.ts';
import { coverage, tally, type Tally } from './oracle/tally.ts';

/*
 * Compares what kalint says with what the real keepalived says: about configurations that are drawn from
 * the keyword table and got wrong in one place, about others whose lines do not go together, about the
 * examples of docs/keepalived-t.md, about the files of the corpus, and about these when they are repaired. And
 * compares what keepalived says of files before and after they are formatted.
 *
 *   pnpm oracle [--seed N] [--runs N] [--show N]
 */

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261120' },
    runs: { type: 'string', default: '2000' },
    show: { type: 'string', default: '10' },
  },
});
const seed = Number(values.seed);
const runs = Number(values.runs);
const show = Number(values.show);

/** Of the lines that keepalived complains about, so many must carry a diagnostic. */
const wantedCoverage = 0.98;

if (canAskKeepalived(oracleRelease)) await ask();

async function ask(): Promise<void> {
  const namespace = createNamespace();
  const leave = (): never => {
    namespace.delete();
    process.exit(130);
  };
  process.once('SIGINT', leave).once('SIGTERM', leave);
  const daemon = daemonIn(namespace);
  try {
    await askIn(namespace, daemon);
  } finally {
    daemon.close();
    namespace.delete();
  }
}

async function askIn(namespace: Namespace, daemon: Daemon): Promise<void> {
  namespace.addInterfaces(['eth0', 'eth1', 'eth2', 'eth3']);
  console.log(`keepalived ${oracleRelease}, seed ${seed}`);
  const asked: Section[] = [];
  const results: Tally[] = [];
  for await (const section of sections({ daemon, namespace, seed, runs })) {
    const result = tally(section.comparisons);
    console.log(report(section.name, result, show));
    asked.push(section);
    results.push(result);
  }
  for (const line of [...reachOf(asked), ...staleDifferences(results)]) console.log(line);
  for await (const section of formattedSections({ daemon, namespace, seed, runs })) {
    console.log(reportFormatted(section, show));
    if (section.differences.length > 0) process.exitCode = 1;
  }
  if (results.every(isGood)) return;
  process.exitCode = 1;
  for (const text of await reproductions(results, daemon)) console.log(text);
}

function isGood(result: Tally): boolean {
  const isQuiet = result.inventions.length === 0 && result.missed.length === 0;
  return isQuiet && coverage(result) >= wantedCoverage;
}
