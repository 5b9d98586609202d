import { newestRelease } from '@kalint/parser';
import type { Coverage } from '../coverage/coverage.ts';
import { coverage, coveredPart, coveredPlaces } from '../coverage/index.ts';
import type { Artefact } from './artefact.ts';
import { chaptersOf, type Chapter, type Row } from './keepalived-t/chapters.ts';

/** Which rule says what keepalived has a message for. */
export const keepalivedT: Artefact = {
  path: 'docs/keepalived-t.md',
  text: () =>
    [...introduction, ...summary(coverage), ...chaptersOf(coverage).flatMap(printChapter), ''].join(
      '\n',
    ),
};

const introduction = [
  '# What keepalived says, and what kalint says instead',
  '',
  '<!-- Written by `pnpm generate` from scripts/coverage. -->',
  '',
  `keepalived ${newestRelease} has a message for everything on this page, in the output of`,
  '`keepalived -t` or in its log. A message is named by the file and the lines of keepalived’s source that',
  'print it. Next to it stands the rule of kalint that finds the same mistake, or what the message depends',
  'on where no text can tell. A release behind a rule is the one that reads the configuration of the test;',
  'without one, it is the newest. For every rule of this page a test checks such a configuration.',
  '',
];

function summary(all: Coverage): readonly string[] {
  const total = Object.keys(all).length;
  const undecidable = Object.values(all).filter((message) => 'dependsOn' in message).length;
  return [
    `Of ${total} messages, ${total - undecidable} are about what a text says. kalint covers`,
    `${coveredPlaces(all).length} of these, ${percent(coveredPart(all))}.`,
    '',
    '| the others depend on | messages |',
    '| --- | --: |',
    ...dependencies(all).map(([reason, count]) => `| ${reason} | ${count} |`),
    '',
  ];
}

/** What is rarer than that is not worth a line of its own. */
const fewest = 3;

/** What messages depend on, the most frequent first, and how many there are. */
function dependencies(all: Coverage): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const message of Object.values(all)) {
    if (!('dependsOn' in message)) continue;
    const [kind = ''] = message.dependsOn.split(/[:;,]/);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const frequent = sorted.filter(([kind, count]) => count >= fewest && kind !== unreachable);
  const rest = sorted
    .filter(([kind, count]) => count < fewest && kind !== unreachable)
    .reduce((sum, [, count]) => sum + count, 0);
  return [
    ...frequent,
    ['other things outside of the text', rest],
    ['nothing: no configuration leads to them', counts.get(unreachable) ?? 0],
  ];
}

/** How a reason begins that says why a message cannot be printed at all. */
const unreachable = 'nothing';

function printChapter({ title, files }: Chapter): readonly string[] {
  return [
    `## ${title}`,
    '',
    ...files.flatMap(({ path, rows }) => [
      `### ${path}`,
      '',
      '| lines | kalint |',
      '| --- | --- |',
      ...rows.map(printRow),
      '',
    ]),
  ];
}

function printRow({ lines, message }: Row): string {
  return `| ${lines.join(', ')} | ${outcome(message)} |`;
}

function outcome(message: Coverage[string]): string {
  if ('dependsOn' in message) return `depends on ${message.dependsOn}`;
  if ('open' in message) return `not covered: ${message.open}`;
  const release = message.release === undefined ? '' : ` (${message.release})`;
  return `[${message.rule}](rules/${message.rule}.md)${release}`;
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}
