import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sample } from 'fast-check';
import { format } from '@kalint/parser';
import { laidOutAnyhow } from '../../packages/parser/test/format/layouts.ts';
import { oracleRelease } from './comparison.ts';
import { corpusFiles } from './corpus.ts';
import type { Verdict } from './daemon.ts';
import { mutants } from './mutations/index.ts';
import { mapConcurrently } from './pool.ts';
import { workers, type Questions } from './sections.ts';
import { inThisNamespace, verdictsOn } from './verdicts.ts';

/*
 * What keepalived says of a file and of what `kalint fmt` makes of it is the same, each thing as often, but for the
 * numbers of lines.
 */

/** A file that is formatted. */
interface Text {
  readonly name: string;
  readonly text: string;
  readonly encoding: BufferEncoding;
}

/** What came of the files of one kind. */
export interface FormattedSection {
  readonly name: string;
  readonly files: number;
  /** Those that the formatter changes, and the daemon was asked about. */
  readonly changed: number;
  /** Those that it leaves alone, because their braces do not pair up. */
  readonly leftAlone: number;
  readonly differences: readonly FormattedDifference[];
}

interface FormattedDifference {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Asks the daemon about files before and after they are formatted. */
export async function* formattedSections(questions: Questions): AsyncGenerator<FormattedSection> {
  const corpus = corpusFiles().map(({ source, encoding }): Text => ({
    name: source.path,
    text: source.text,
    encoding,
  }));
  yield await ask('corpus', corpus, questions);
  yield await ask('fixtures', fixtureTexts(), questions);
  yield await ask('laid out anyhow', drawnTexts(questions), questions);
}

const fixtures = join(import.meta.dirname, '../../fixtures/rules');

function fixtureTexts(): readonly Text[] {
  return readdirSync(fixtures, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.conf'))
    .map((entry) => {
      const name = join(entry.parentPath, entry.name);
      const text = inThisNamespace(readFileSync(name, 'latin1'));
      return { name: name.slice(fixtures.length + 1), text, encoding: 'latin1' };
    });
}

/** Configurations with a mistake or without, of which each line is laid out otherwise. */
function drawnTexts({ seed, runs }: Questions): readonly Text[] {
  const drawn = mutants(oracleRelease).chain(({ mutation, text }) =>
    laidOutAnyhow(inThisNamespace(text)).map((other) => ({ mutation, text: other })),
  );
  return sample(drawn, { seed, numRuns: Math.ceil(runs / 20) }).map(
    ({ mutation, text }, index): Text => ({ name: `${index}-${mutation}`, text, encoding: 'utf8' }),
  );
}

async function ask(
  name: string,
  texts: readonly Text[],
  { daemon }: Questions,
): Promise<FormattedSection> {
  let changed = 0;
  let leftAlone = 0;
  const differences: FormattedDifference[] = [];
  await mapConcurrently(texts, workers, async (given) => {
    const { text, encoding } = given;
    const formatted = format({ path: given.name, text });
    if (formatted.kind === 'doubtful') leftAlone++;
    if (formatted.kind === 'doubtful' || formatted.text === text || drawsNumbers(text)) return;
    changed++;
    const compare = async (seconds?: number): Promise<FormattedDifference | undefined> => {
      const before = await verdictsOn(text, daemon, encoding, seconds);
      const after = await verdictsOn(formatted.text, daemon, encoding, seconds);
      if (said(before) === said(after)) return undefined;
      if (seconds === undefined && [...before, ...after].some(isUnfinished))
        return compare(patience);
      return { name: given.name, before: said(before), after: said(after) };
    };
    const difference = await compare();
    if (difference !== undefined) differences.push(difference);
  });
  return { name, files: texts.length, changed, leftAlone, differences };
}

/** Seconds of a processor for a file that needs almost all that is usual: once it is cut off and once it is not. */
const patience = 20;

function isUnfinished({ ending }: Verdict): boolean {
  return ending === 'timed-out';
}

/** Whether the daemon reads something else each time. */
function drawsNumbers(text: string): boolean {
  return text.includes('${_RANDOM');
}

/** What the daemon has said, node by node, without where. */
function said(verdicts: readonly Verdict[]): string {
  return verdicts
    .map(({ ending, status, lines }) =>
      [`${ending} ${status}`, ...lines.map(withoutPlace).sort()].join('\n'),
    )
    .join('\n\n');
}

/** Each question has a folder of its own, and a name of a file is there only when a line is named. */
function withoutPlace(line: string): string {
  return line
    .replace(/^\((?:.*: )?Line \d+\) /, '')
    .replace(/\/\S*\/kalint-oracle-[^/\s]*/g, '')
    .replace(/(?<=\b[Ll]ine )\d+/g, '');
}

/** What came of it, for people. */
export function reportFormatted(
  { name, files, changed, leftAlone, differences }: FormattedSection,
  examples: number,
): string {
  return [
    `formatted, ${name}: ${files} files, ${changed} changed, ${leftAlone} left alone, ${differences.length} of which keepalived says something else afterwards`,
    ...differences
      .slice(0, examples)
      .map((each) => `  ${each.name}\n--- before\n${each.before}\n--- after\n${each.after}`),
  ].join('\n');
}
