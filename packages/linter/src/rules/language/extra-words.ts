import type { ExtraWords, Statement, Word } from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';
import { location, type Severity } from '../../diagnostic.ts';
import { defineRule, type Finding, type RuleContext } from '../../rule.ts';
import { behindOtherCommand, describeMisreadUser, misreadUsers } from './behind-command.ts';
import { behindEntry, behindFlag, behindSecret, behindValue } from './behind-value.ts';
import { entryAround, isInBlock, problemsOf } from './problems.ts';
import { equalsSign } from './repair.ts';
import { keywordsAmong, openerBehindValue, severalStatements } from './several-statements.ts';
import {
  commentFix,
  isSlashComment,
  slashCommentIn,
  slashCommentsInLists,
  type Words,
} from './slash-comments.ts';
import { removing } from './word-edits.ts';

/**
 * A handler takes the words that it wants from the line and leaves the others alone; only a few count
 * them. Seen with every keyword of release 2.2.7; the exceptions are marked in the keyword table.
 */
export const extraWords = defineRule({
  id: 'extra-words',
  scope: 'config',
  severity: 'warning',
  summary: 'Words behind a value have no effect',
  check(node, context) {
    const misread = misreadUsers(node, context);
    for (const problem of problemsOf(node, 'extra-words')) {
      const { statement, schema } = problem;
      // Without its braces the line is a matter of missing-block.
      if ((schema.lines ?? schema.keywords) !== undefined && !statement.block) continue;
      if (isBehindBadValue(node, problem)) continue;
      // A keyword at the end that opens a block is a matter of unexpected-block.
      if (openerBehindValue(statement, problem.block, context.release)) continue;
      if (misread.some((other) => other.statement.span.start === statement.span.start)) continue;
      context.report({ at: spanOf(problem.words), ...findingFor(problem, context) });
    }
    for (const words of slashCommentsInLists(node.tree)) {
      context.report({ at: spanOf(words), ...slashComment(words, 'error') });
    }
    for (const user of misread) {
      const { words } = user;
      const description = isSlashComment(words[0])
        ? slashComment(words, 'warning')
        : describeMisreadUser(user, context);
      context.report({ at: spanOf(words), ...description });
    }
  },
});

/** `priority = 100`: that the value is wrong says it all. */
function isBehindBadValue({ problems }: Node, { statement, words }: ExtraWords): boolean {
  if (slashCommentIn(words)) return false;
  // `192.0.2.1, 192.0.2.2`
  const entry = entryAround(words[0], statement);
  if (entry) return entry[0] !== undefined && /[;,]$/.test(entry[0].text);
  return problems.some(
    (other) =>
      (other.kind === 'invalid-value' || other.kind === 'not-one-of') &&
      statement.words.includes(other.word),
  );
}

type Description = Omit<Finding, 'at'>;

function spanOf(words: Words): Finding['at'] {
  const [first] = words;
  const last = words.at(-1) ?? first;
  return location(first.source, { start: first.span.start, end: last.span.end });
}

function findingFor(problem: ExtraWords, context: RuleContext): Description {
  const { words, value, schema, statement, block } = problem;
  const [first] = words;
  if (isSlashComment(first)) {
    const isReported = schema.extraWords === 'drop' || schema.lines !== undefined;
    return slashComment(words, isReported ? 'error' : 'warning');
  }
  const [equals] = statement.words;
  if (equals?.text === '=' && !equals.quoted && !isInBlock(first, statement)) {
    return valueIsEqualsSign(equals, statement, context);
  }
  if (/^[;,]+$/.test(first.text) && words.length === 1) return endMark(first);
  if (isInBlock(first, statement)) return behindEntry(problem, context);
  const separate = statement.block ? [] : keywordsAmong(words, block, context.release);
  if (separate.length > 0 && !schema.secret) return severalStatements(separate, context);
  if (schema.secret) return behindSecret(problem, context);
  if (value.type === 'script') return behindOtherCommand(problem, context);
  if (value.type === 'flag' && !statement.block) return behindFlag(problem, context);
  return behindValue(problem, context);
}

function slashComment([first]: Words, severity: Severity): Description {
  return {
    severity,
    message: '`//` does not begin a comment here',
    notes: ['keepalived reads it as a word of the line'],
    help: 'a comment begins with `#` or `!`',
    fix: commentFix(first),
  };
}

/** `router_id = lb1`, which keepalived takes without a word. */
function valueIsEqualsSign(
  equals: Word,
  { keyword }: Statement,
  { quote }: RuleContext,
): Description {
  return {
    message: `the value of ${quote(keyword)} is \`=\`: what stands behind it has no effect`,
    notes: ['keepalived ignores it and says nothing'],
    ...equalsSign(equals),
  };
}

function endMark(word: Word): Description {
  return {
    message: `\`${word.text}\` does not end a line here`,
    notes: ['keepalived reads it as a word of the line, and ignores it'],
    help: `a line ends without a mark: remove the \`${word.text}\``,
    fix: removing([word]),
  };
}
