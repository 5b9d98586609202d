import { knownDifferences } from './known-differences.ts';
import { coverage, type Group, type Tally } from './tally.ts';

/** What the comparisons come to, for people. */
export function report(name: string, result: Tally, examples: number): string {
  const { files, accepted, endings, lines, inventions, unconfirmed, missed } = result;
  const left = `${lines.host} about the machine, ${lines.consequence} consequences, ${lines.unread} unread`;
  const judged = lines.covered + lines.known + lines.missed;
  return [
    `${name}: ${files} files, keepalived accepts ${accepted} (${countsOf(endings)})`,
    `  ${judged} lines with complaints, ${lines.covered} of them with a diagnostic: ${percent(coverage(result))}`,
    `  ${lines.known} known differences, ${lines.missed} missed; left out: ${left}`,
    ...listing('errors in accepted files', inventions, examples),
    ...listing(
      'errors on other lines than the complaints, in refused files',
      unconfirmed,
      examples,
    ),
    ...listing('complaints without a diagnostic', missed, examples),
  ].join('\n');
}

/** Which known differences did not show. */
export function staleDifferences(results: readonly Tally[]): readonly string[] {
  return knownDifferences
    .filter((difference) => !results.some(({ known }) => known.has(difference)))
    .map(({ pattern }) => `known difference ${String(pattern)} did not show`);
}

export function percent(part: number): string {
  return `${(100 * part).toFixed(2)} %`;
}

function listing(title: string, groups: readonly Group[], examples: number): readonly string[] {
  const count = groups.reduce((sum, { comparisons }) => sum + comparisons.length, 0);
  return [
    `  ${count} ${title}`,
    ...groups
      .slice(0, examples)
      .flatMap(({ pattern, comparisons, example }) => [
        `    ${comparisons.length} x ${pattern}`,
        `        ${example.slice(0, widest)}`,
      ]),
  ];
}

const widest = 180;

function countsOf(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}
