import { placementsOf, positionAt, type ExtraBrace } from '@kalint/parser';
import { location } from '../../diagnostic.ts';
import { defineRule, type RuleContext } from '../../rule.ts';
import { removal } from '../line-edits.ts';

/**
 * lib/parser.c, read_line(): a `}` without a `{` gives "Extra '}' found", and process_stream() takes
 * it as an unknown keyword. One that closes its block too early leaves the rest of the block to the
 * block around it, where each line is an unknown keyword. A `{` that begins no block is "Unexpected '{'",
 * and at the end of the file a `}` is missing.
 */
export const extraBrace = defineRule({
  id: 'extra-brace',
  scope: 'syntax',
  severity: 'error',
  summary: 'A brace closes nothing, closes its block too early, or opens nothing',
  check(tree, { report, quote }) {
    for (const problem of tree.problems) {
      if (problem.kind !== 'extra-brace') continue;
      const { source, span, brace, next } = problem;
      report({
        at: location(source, span),
        ...(brace === '{' ? opening(problem) : closing(problem, quote)),
        help: 'remove the brace',
        related: next
          ? [{ location: location(source, next.at), message: 'the block goes on here' }]
          : [],
        fix: { title: `remove the \`${brace}\``, safety: 'safe', edits: [removal(source, span)] },
      });
    }
  },
});

interface Words {
  readonly message: string;
  readonly notes: readonly string[];
}

function opening({ keyword }: ExtraBrace): Words {
  const [placement] = placementsOf(keyword ?? '');
  const takesBlock = placement?.schema.keywords ?? placement?.schema.lines;
  return {
    message:
      placement && !takesBlock
        ? `this \`{\` opens nothing: \`${keyword}\` takes no block`
        : 'this `{` opens nothing',
    notes: [
      'keepalived reports "Unexpected \'{\' - ignoring", or takes it as a line of a list, and misses its `}` at the end of the file',
    ],
  };
}

function closing({ source, keyword, next }: ExtraBrace, quote: RuleContext['quote']): Words {
  if (keyword === undefined || !next) {
    return {
      message: 'this `}` closes nothing',
      notes: ['keepalived reports "Extra \'}\' found" and goes on without it'],
    };
  }
  // Any word can head a block by mistake, a password too.
  const block = placementsOf(keyword).length > 0 ? `\`${keyword}\`` : 'a block';
  const follower = quote({ source, span: next.at, text: next.keyword });
  const { line } = positionAt(source, next.at.start);
  return {
    message: `this \`}\` closes ${block} too early: ${follower} on line ${line} still belongs to it`,
    notes: [
      `keepalived ends ${block} here and takes what follows as unknown keywords of the block around it`,
    ],
  };
}
