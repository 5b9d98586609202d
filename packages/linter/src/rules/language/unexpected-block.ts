import { notationOf, type Block, type Statement, type UnexpectedBlock } from '@kalint/parser';
import { location, type Fix } from '../../diagnostic.ts';
import { defineRule, type Finding, type RuleContext } from '../../rule.ts';
import { consequenceOfMissing } from './missing-value.ts';
import { problemsOf } from './problems.ts';
import { openerBehindValue } from './several-statements.ts';
import { schemaIn } from './vocabulary.ts';
import { onOwnLines } from './word-edits.ts';

/**
 * lib/parser.c, process_stream(): "Unexpected '{' - ignoring". The `}` is not ignored with it. In a
 * free-form block the brace is taken as a line, and the `}` ends the block.
 */
export const unexpectedBlock = defineRule({
  id: 'unexpected-block',
  scope: 'config',
  severity: 'error',
  summary: 'A `{` stands where no block can begin',
  check(node, { release, report, quote }) {
    const valueless = new Map(
      problemsOf(node, 'missing-value').map((missing) => [missing.statement, missing]),
    );
    for (const problem of problemsOf(node, 'unexpected-block')) {
      const { item } = problem;
      const missing = item.kind === 'statement' ? valueless.get(item) : undefined;
      const block =
        item.kind === 'statement' ? item.block : item.kind === 'block' ? item : undefined;
      if (!block) continue;
      report({
        at: location(block.source, block.open),
        ...describe(problem, block, { release, quote }),
        // The value is asked for before anybody looks for a brace.
        notes: [
          missing && missing.onMissing !== 'ignores'
            ? consequenceOfMissing(missing)
            : consequenceOf(problem),
        ],
      });
    }
  },
});

function describe(
  problem: UnexpectedBlock,
  block: Block,
  { release, quote }: Pick<RuleContext, 'release' | 'quote'>,
): Pick<Finding, 'message' | 'help' | 'fix'> {
  const { item } = problem;
  if (template.test(block.source.text.slice(block.open.start, block.open.start + 2)))
    return placeholder;
  if (item.kind !== 'statement') {
    return { message: 'this `{` has no keyword before it', help: helpFor(problem) };
  }
  const opener = openerBehindValue(item, problem.block, release);
  return opener
    ? {
        message: `${quote(opener)} must begin a line: here it is a word behind ${quote(item.keyword)}`,
        help: 'write each statement on a line of its own',
        fix: onOwnLines([opener]),
      }
    : {
        message: `${quote(item.keyword)} takes no block`,
        help: helpFor(problem),
        fix: withoutBraces(item, block),
      };
}

/** `nopreempt { }`, `priority { 100 }` */
function withoutBraces(
  { keyword, words }: Statement,
  { source, open, close, items }: Block,
): Fix | undefined {
  if (!close || source.text.slice(open.start, close.end).includes('\n')) return undefined;
  const [value, ...more] = items;
  if (more.length > 0 || (value && words.length > 0)) return undefined;
  if (value && (value.kind !== 'statement' || value.block)) return undefined;
  const start = value ? open.start : source.text.slice(0, open.start).trimEnd().length;
  const [first, second] = value
    ? [
        { start, end: value.span.start },
        { start: value.span.end, end: close.end },
      ]
    : [{ start: Math.max(start, keyword.span.end), end: close.end }];
  const edits = [first, second].flatMap((span) => (span ? [{ source, span, text: '' }] : []));
  return { title: 'remove the braces', safety: 'safe', edits };
}

/** The beginning of a placeholder or a statement of Jinja and its like. */
const template = /^\{[{%]/;

const placeholder = {
  message: 'this is a placeholder of a template, which is not filled in',
  help: 'check the file that is made from the template',
};

function consequenceOf({ block }: UnexpectedBlock): string {
  const around = block.at(-1);
  if (around === undefined) {
    return 'keepalived reports "Unexpected \'{\' - ignoring", and takes the `}` as an unknown keyword';
  }
  const isFreeForm = schemaIn(block.slice(0, -1), around)?.lines !== undefined;
  return isFreeForm
    ? `keepalived takes the \`{\` as a line of \`${around}\`, and the \`}\` ends that block: all that follows is read one level too high`
    : `keepalived reports "Unexpected '{' - ignoring", but its \`}\` closes \`${around}\`: all that follows is read one level too high`;
}

function helpFor({ item, block }: UnexpectedBlock): string {
  if (item.kind !== 'statement') return 'put the keyword before the brace, or remove both braces';
  const schema = schemaIn(block, item.keyword.text);
  const notation = schema && item.words.length === 0 ? notationOf(schema.value) : '';
  return notation === ''
    ? 'remove the `{` and its `}`'
    : `write the value behind the keyword: \`${item.keyword.text} ${notation}\``;
}
