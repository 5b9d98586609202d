import { visitStatements, type SyntaxTree, type Word } from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';
import { location, type Fix } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { quotedTypographically, type TypographicQuote } from './quote-marks.ts';
import { schemaIn } from './vocabulary.ts';

/** lib/parser.c, alloc_strvec_r() knows `"` only; any other mark is a letter of the word. */
export const typographicQuotes = defineRule({
  id: 'typographic-quotes',
  scope: 'config',
  severity: 'warning',
  summary: 'A value stands between the quotes of a word processor',
  check(node, { report }) {
    for (const { words, isSecret } of quotesIn(node.tree)) {
      const [first] = words;
      const last = words.at(-1) ?? first;
      report({
        at: location(first.source, { start: first.span.start, end: last.span.end }),
        severity: isReported(words, node) ? 'error' : undefined,
        message: 'these are no quotes to keepalived, but letters of the value',
        notes: ['keepalived knows `"` only, and ends a value at a blank'],
        help: 'write `"` for both',
        fix: plainQuotes(first, last, isSecret ? 'unsafe' : 'safe'),
      });
    }
  },
});

interface Found extends TypographicQuote {
  readonly isSecret: boolean;
}

function quotesIn(tree: SyntaxTree): readonly Found[] {
  const found: Found[] = [];
  // Most files have none.
  if (!/[\u2018\u2019\u201c-\u201e]/.test(tree.source.text)) return found;
  visitStatements(tree, ({ keyword, words }, ancestors) => {
    const block = ancestors.map((ancestor) => ancestor.keyword.text);
    const schema = schemaIn(block, keyword.text);
    const quote = quotedTypographically(schema ? words : [keyword, ...words]);
    // The path of a script has a rule of its own.
    if (!quote || schema?.value.type === 'script') return;
    found.push({ ...quote, isSecret: schema?.secret === true });
  });
  return found;
}

/** Whether keepalived says anything about the words. */
function isReported(words: readonly Word[], { problems }: Node): boolean {
  return problems.some(
    (problem) =>
      'word' in problem &&
      words.some(
        ({ source, span }) =>
          source === problem.word.source && span.start === problem.word.span.start,
      ),
  );
}

function plainQuotes(first: Word, last: Word, safety: Fix['safety']): Fix {
  const { source } = first;
  const mark = (at: number): Fix['edits'][number] => ({
    ...{ source, span: { start: at, end: at + 1 }, text: '"' },
  });
  return {
    title: 'write `"`',
    safety,
    edits: [mark(first.span.start), mark(last.span.end - 1)],
  };
}
