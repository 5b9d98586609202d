import { placementsOf, positionAt, type ExtraBrace, type SyntaxTree } from '@kalint/parser';
import { location } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { headlessBlocksOf, leavesBrace } from './headless-blocks.ts';
import { removal } from './line-edits.ts';

/**
 * lib/parser.c, read_line(): a `}` without a `{` gives "Extra '}' found", and process_stream() takes
 * it as an unknown keyword. One that closes its block too early leaves the rest of the block to the
 * block around it, where each line is an unknown keyword.
 */
export const extraBrace = defineRule({
  id: 'extra-brace',
  scope: 'syntax',
  severity: 'error',
  summary: 'A `}` closes nothing, or closes its block too early',
  check(tree, { report, quote }) {
    for (const { source, span, within, next } of unexplained(tree)) {
      const goesOn = within !== undefined && next !== undefined;
      // Any word can head a block by mistake, a password too.
      const block = placementsOf(within ?? '').length > 0 ? `\`${within}\`` : 'a block';
      report({
        at: location(source, span),
        message: goesOn
          ? `this \`}\` closes ${block} too early: ${quote({ source, span: next.at, text: next.keyword })} on line ${positionAt(source, next.at.start).line} still belongs to it`
          : 'this `}` closes nothing',
        notes: [
          goesOn
            ? `keepalived ends ${block} here and takes what follows as unknown keywords of the block around it`
            : 'keepalived reports "Extra \'}\' found" and goes on without it',
        ],
        help: 'remove the brace',
        related: next
          ? [{ location: location(source, next.at), message: 'the block goes on here' }]
          : [],
        fix: { title: 'remove the `}`', safety: 'safe', edits: [removal(source, span)] },
      });
    }
  },
});

/** The braces that are too many, without those that are left over because a `{` is missing. */
function unexplained(tree: SyntaxTree): readonly ExtraBrace[] {
  const headless = headlessBlocksOf(tree).filter(leavesBrace);
  return tree.problems.filter((problem): problem is ExtraBrace => {
    if (problem.kind !== 'extra-brace') return false;
    const cause = headless.findIndex(({ statement }) => statement.span.start < problem.span.start);
    if (cause === -1) return true;
    headless.splice(cause, 1);
    return false;
  });
}
