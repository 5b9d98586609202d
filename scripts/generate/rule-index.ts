import { rules } from '@kalint/linter';
import type { Artefact } from './artefact.ts';

/** The list of all rules, beside their pages. */
export const ruleIndex: Artefact = {
  path: 'docs/rules/README.md',
  text: () =>
    [
      '# Rules',
      '',
      '<!-- Written by `pnpm generate`. -->',
      '',
      `${rules.length} rules. The scope says what a rule looks at: one file as it is written (text), what the`,
      'preprocessor does with the files of a node (preprocessor), the shape of the result (syntax), one',
      'configuration (config), or the nodes of a cluster together (cluster).',
      '',
      '| rule | severity | scope | finds |',
      '| --- | --- | --- | --- |',
      ...rules.map(
        ({ id, severity, scope, summary }) =>
          `| [${id}](${id}.md) | ${severity} | ${scope} | ${summary} |`,
      ),
      '',
    ].join('\n'),
};
