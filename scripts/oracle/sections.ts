import { sample } from 'fast-check';
import { fixAll } from '@kalint/linter';
import { coveredPlaces } from '../coverage/index.ts';
import { compare, oracleRelease, type Comparison } from './comparison.ts';
import { corpusFiles, judgeFiles, type JudgedFile } from './corpus.ts';
import type { Daemon } from './daemon.ts';
import { mutants } from './mutations/index.ts';
import type { Namespace } from '../keepalived/namespace.ts';
import { mapConcurrently } from './pool.ts';
import { semanticConfigurations } from './semantics/index.ts';
import { inThisNamespace, verdictsOn } from './verdicts.ts';

/** What the daemon is asked with. */
export interface Questions {
  readonly daemon: Daemon;
  readonly namespace: Namespace;
  readonly seed: number;
  /** How many configurations are drawn, of each kind. */
  readonly runs: number;
}

/** Configurations of one kind, before kalint and the daemon. */
export interface Section {
  readonly name: string;
  readonly comparisons: readonly Comparison[];
}

/** One more than two processors, since a question that the daemon never answers keeps a worker waiting. */
export const workers = 3;

/** Everything that kalint and the daemon are compared about. */
export async function* sections(questions: Questions): AsyncGenerator<Section> {
  const { daemon, seed, runs } = questions;
  const sampling = { seed, numRuns: runs };
  const drawn = sample(mutants(oracleRelease), sampling);
  yield { name: 'generated', comparisons: await compareTexts(drawn, daemon) };
  const meant = sample(semanticConfigurations(), sampling);
  yield { name: 'meaning', comparisons: await compareTexts(meant, daemon) };
  const examples = coveredPlaces().map(({ place, example }) => ({
    mutation: place,
    text: example,
  }));
  yield { name: 'examples', comparisons: await compareTexts(examples, daemon) };
  const judged = await judgeCorpus(questions);
  const corpus = judged.map(({ source, verdicts }) => compare(source, verdicts));
  yield { name: 'corpus', comparisons: corpus };
  const upset = judged.filter((_, index) => corpus[index]?.complaints.some(isConsequence));
  yield { name: 'repaired', comparisons: await compareRepaired(upset, daemon) };
}

/** A text, and what was done to it. */
interface Named {
  readonly mutation: string;
  readonly text: string;
}

async function compareTexts(
  texts: readonly Named[],
  daemon: Daemon,
): Promise<readonly Comparison[]> {
  return mapConcurrently([...texts.entries()], workers, async ([index, { mutation, text }]) => {
    const source = { path: `${index}-${mutation}`, text: inThisNamespace(text) };
    return compare(source, await verdictsOn(source.text, daemon));
  });
}

async function judgeCorpus({ daemon, namespace }: Questions): Promise<readonly JudgedFile[]> {
  const files = corpusFiles();
  if (files.length === 0) console.log('skipped: the corpus is not there');
  return judgeFiles(files, daemon, namespace, workers);
}

const isConsequence = ({ standing }: Comparison['complaints'][number]): boolean =>
  standing.kind === 'consequence';

/**
 * Real files in which complaints were put down to another mistake, with all that kalint can repair: what
 * was a mistake of its own is still there.
 */
async function compareRepaired(
  files: readonly JudgedFile[],
  daemon: Daemon,
): Promise<readonly Comparison[]> {
  return mapConcurrently(files, workers, async ({ source: given, encoding }) => {
    const { sources } = fixAll([given], { release: oracleRelease, unsafe: true });
    const source = sources[0] ?? given;
    return compare(source, await verdictsOn(source.text, daemon, encoding));
  });
}
