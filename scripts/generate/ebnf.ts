import { newestRelease } from '@kalint/parser';
import type { Artefact } from './artefact.ts';
import type { Chapter } from './ebnf/expression.ts';
import { printProduction } from './ebnf/print.ts';
import { chapters } from './grammar/chapters.ts';

/** The grammar in the notation of the W3C. */
export const ebnf: Artefact = {
  path: 'grammar/keepalived.ebnf',
  text: () => [...preamble, ...chapters().map(printChapter)].join('\n\n') + '\n',
};

const preamble = [
  comment([
    `The grammar of keepalived.conf, as keepalived ${newestRelease} reads it.`,
    'Written by `pnpm generate`. MIT License, see LICENSE.',
  ]),
  comment([
    'The notation is that of the W3C (https://www.w3.org/TR/xml/#sec-notation), with one addition: ' +
      'letters in double quotes stand for themselves in either case. A name that begins with a capital ' +
      'letter is a token, or a word: nothing may stand between its parts. Between the parts of all ' +
      'others blanks and comments may stand.',
    'There are two levels. `configuration` says how any text is put together, whatever its words mean; ' +
      '`keepalived.conf` says which words keepalived understands, once the preprocessor has replaced ' +
      'definitions and read includes.',
  ]),
];

function printChapter({ title, introduction, productions }: Chapter): string {
  return [
    comment([`${title.toUpperCase()}`, ...introduction]),
    ...productions.map(printProduction),
  ].join('\n\n');
}

/** Paragraphs as a comment, filled to 100 columns. */
function comment(paragraphs: readonly string[]): string {
  const lines = paragraphs.flatMap((paragraph, index) => [
    ...(index === 0 ? [] : [' *']),
    ...fill(paragraph).map((line) => ` * ${line}`),
  ]);
  return ['/*', ...lines, ' */'].join('\n');
}

function fill(paragraph: string): readonly string[] {
  const lines: string[] = [];
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > 95) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
