import { knownMistakes, type KnownMistake } from '../coverage/ideas.ts';
import type { Artefact } from './artefact.ts';

/** What is known to go wrong in real files, and the rules that find it. */
export const knownMistakesPage: Artefact = {
  path: 'docs/known-mistakes.md',
  text: () => {
    const mistakes = Object.entries(knownMistakes);
    const found = mistakes.filter(([, { rules }]) => rules.length > 0).length;
    return [
      '# Known mistakes',
      '',
      '<!-- Written by `pnpm generate` from scripts/coverage/ideas.ts. -->',
      '',
      `${mistakes.length} mistakes that people are known to have made in keepalived.conf: from issue trackers,`,
      'forums, real configurations, and from experiments with two real daemons. The worst and most frequent',
      `come first. Rules find ${found} of them; of the others this page says why not.`,
      '',
      '| | mistake | found by |',
      '| --: | --- | --- |',
      ...mistakes.map(
        ([number, mistake]) => `| ${number} | ${mistake.title} | ${findersOf(mistake)} |`,
      ),
      '',
    ].join('\n');
  },
};

function findersOf({ rules, reason }: KnownMistake): string {
  const links = rules.map((rule) => `[${rule}](rules/${rule}.md)`).join(', ');
  return [links, reason ?? ''].filter((part) => part !== '').join('. ');
}
