import { lineText, positionAt, type UnopenedBlock } from '@kalint/parser';
import { type Fix, insertion, location } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { indentAt, lineEndOf, removal, startOfLine } from '../line-edits.ts';

/**
 * lib/parser.c, process_stream(): "Missing '{' at beginning of configuration block". Lists are read by
 * alloc_value_block(), which takes the lines up to the next `}`, whatever they are, and misses no `{`.
 */
export const unopenedBlock = defineRule({
  id: 'unopened-block',
  scope: 'syntax',
  severity: 'error',
  summary: 'The lines of a block follow its keyword, and its `{` is missing',
  check(tree, { report, quote }) {
    for (const problem of tree.problems) {
      if (problem.kind !== 'unopened-block') continue;
      const { source, header, keyword, displaced, closes } = problem;
      const name = quote({ source, span: header, text: keyword });
      const what = closes === undefined ? 'its `{` is missing' : 'its braces are missing';
      report({
        at: location(source, header),
        message: displaced
          ? `${name} needs a block, and its \`{\` stands elsewhere`
          : `${name} needs a block, and ${what}`,
        notes: [
          'keepalived reports "Missing \'{\' at beginning of configuration block"; lists it reads without a word, and then finds a `}` too many',
        ],
        help: isInComment(problem)
          ? 'the `{` stands in the comment: put it before the comment'
          : undefined,
        related: displaced
          ? [{ location: location(source, displaced), message: 'here it opens nothing' }]
          : [],
        fix: fixFor(problem),
      });
    }
  },
});

function isInComment({ source, belongs }: UnopenedBlock): boolean {
  const { line, column } = positionAt(source, belongs);
  return /^\s*[#!].*\{/.test(lineText(source, line).slice(column - 1));
}

function fixFor({ source, header, belongs, displaced, closes }: UnopenedBlock): Fix {
  const open = insertion(source, belongs, ' {');
  const safety = 'safe';
  if (displaced) {
    return { title: 'move the `{` here', safety, edits: [open, removal(source, displaced)] };
  }
  if (closes === undefined) return { title: 'insert `{`', safety, edits: [open] };
  const brace = `${indentAt(source, header.start)}}${lineEndOf(source)}`;
  const close = insertion(source, startOfLine(source, closes), brace);
  return { title: 'insert `{` and `}`', safety, edits: [open, close] };
}
