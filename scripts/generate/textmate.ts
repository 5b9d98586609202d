import type { Artefact } from './artefact.ts';
import { topEntries } from './grammar/entries.ts';
import { blockRules, contentsOf } from './textmate/blocks.ts';
import { lexicalRules } from './textmate/lexical.ts';
import { include } from './textmate/rule.ts';

/** The grammar for editors. */
export const textmate: Artefact = {
  path: 'grammar/keepalived.tmLanguage.json',
  text: () =>
    JSON.stringify({
      information_for_contributors: [
        'Written by `pnpm generate` from the keyword table of kalint; changes here are lost.',
      ],
      name: 'keepalived',
      scopeName: 'source.keepalived',
      fileTypes: ['keepalived.conf'],
      patterns: [...contentsOf(topEntries()), include('stray-brace')],
      repository: { ...lexicalRules, ...blockRules(topEntries()) },
    }),
};
