import {
  compareReleases,
  parseAddress,
  visitStatements,
  type ExtraWords,
  type Span,
  type Statement,
  type Word,
} from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';
import { location, type FileEdit, type Fix, type Severity } from '../../diagnostic.ts';
import { defineRule, type Finding, type RuleContext } from '../../rule.ts';
import { nearest } from '../../suggest/nearest.ts';
import { indentAt, lineEndOf } from '../syntax/line-edits.ts';
import { isInBlock, problemsOf } from './problems.ts';
import {
  commentFix,
  isSlashComment,
  slashCommentIn,
  slashCommentsInLists,
  type Words,
} from './slash-comments.ts';
import { keywordsOf, schemaIn } from './vocabulary.ts';

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
      if (misread.some((other) => other.statement.span.start === statement.span.start)) continue;
      context.report({ at: spanOf(problem.words), ...findingFor(problem, context) });
    }
    for (const words of slashCommentsInLists(node.tree)) {
      context.report({ at: spanOf(words), ...slashComment(words, 'error') });
    }
    for (const { statement, words } of misread) {
      context.report({ at: spanOf(words), ...misreadUser(statement, words, context) });
    }
  },
});

/** `priority = 100`: that the value is wrong says it all. */
function isBehindBadValue({ problems }: Node, { statement, words }: ExtraWords): boolean {
  if (slashCommentIn(words) || isInBlock(words[0], statement)) return false;
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
  const { words, value, schema, statement } = problem;
  const [first] = words;
  if (isSlashComment(first)) {
    const isReported = schema.extraWords === 'drop' || schema.lines !== undefined;
    return slashComment(words, isReported ? 'error' : 'warning');
  }
  if (/^[;,]+$/.test(first.text) && words.length === 1) return endMark(first);
  if (isInBlock(first, statement)) return behindEntry(problem, context);
  if (schema.secret) return behindSecret(problem, context);
  const separate = keywordsAmong(problem, context);
  if (separate.length > 0) return severalStatements(separate, context);
  if (value.type === 'script') return commandArguments(problem, context);
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

interface MisreadUser {
  readonly statement: Statement;
  readonly words: Words;
}

/** Before, there was no user behind a command. */
const firstWithUsers = '1.3.0';

/** Commands behind which an argument stands where keepalived looks for a user. */
function misreadUsers({ tree }: Node, { release }: RuleContext): readonly MisreadUser[] {
  const found: MisreadUser[] = [];
  if (compareReleases(release, firstWithUsers) < 0) return found;
  visitStatements(tree, (statement, ancestors) => {
    const block = ancestors.map(({ keyword }) => keyword.text);
    const value = schemaIn(block, statement.keyword.text)?.value;
    if (value?.type !== 'script' || !value.runAs) return;
    const [first, ...more] = behindCommand(statement.words);
    if (!first || canBeUser(first)) return;
    found.push({ statement, words: [first, ...more] });
  });
  return found;
}

function behindCommand(words: readonly Word[]): readonly Word[] {
  const [first] = words;
  // A command between single quotes goes on beyond the blanks in it.
  if (!first || (!first.quoted && first.text.includes("'"))) return [];
  const end = words.findIndex(({ joined }, index) => index > 0 && !joined);
  return end === -1 ? [] : words.slice(end);
}

/** What a definition stands for is not known here. */
function canBeUser({ text }: Word): boolean {
  if (/^(?:MASTER|BACKUP|FAULT|STOP)$/.test(text)) return false;
  return text.includes('$') || /^[A-Za-z_][\w.@\\-]*$/.test(text);
}

function misreadUser(
  { keyword, words: all }: Statement,
  words: Words,
  { quote }: RuleContext,
): Description {
  const [first] = words;
  if (isSlashComment(first)) return slashComment(words, 'warning');
  return {
    message: `${quote(first)} is taken as the user that the command of ${quote(keyword)} runs as`,
    notes: ['there is no such user: keepalived logs it and never runs the command'],
    help: 'put the whole command, with its arguments, between double quotes',
    fix: quoting(all),
  };
}

function endMark(word: Word): Description {
  return {
    message: `\`${word.text}\` does not end a line here`,
    notes: ['keepalived reads it as a word of the line, and ignores it'],
    help: `a line ends without a mark: remove the \`${word.text}\``,
    fix: removing([word], 'safe'),
  };
}

/** A line of a free-form block. */
function behindEntry(
  { words, isReported, value }: ExtraWords,
  { quote }: RuleContext,
): Description {
  const fate = isReported ? 'reports it and ignores it' : 'ignores it and says nothing';
  const severity: Severity = isReported ? 'error' : 'warning';
  const addresses = words.filter(({ text }) => parseAddress(text.replace(/\/.*$/, '')));
  const [first] = addresses;
  if (first) {
    return {
      severity,
      message: `${quote(first)} needs a line of its own`,
      notes: [
        `keepalived reads one address from a line and ignores the rest${isReported ? ', which it reports' : ' without a word'}`,
      ],
      help: 'write one address on each line',
      fix: addresses.length === words.length ? onOwnLines(addresses) : undefined,
    };
  }
  const options = value.type === 'arguments' ? Object.keys(value.options ?? {}) : [];
  const [meant] = nearest(words[0].text, options);
  return {
    severity,
    message: `${subject(words, quote)} no option of an entry`,
    notes: [`keepalived ${fate}`],
    ...(meant === undefined ? {} : { help: `did you mean \`${meant}\`?` }),
  };
}

function subject(words: Words, quote: RuleContext['quote']): string {
  return words.length === 1
    ? `${quote(words[0])} is`
    : `${quote(words[0])} and what follows it are`;
}

function behindSecret({ statement }: ExtraWords, { quote }: RuleContext): Description {
  return {
    message: `${quote(statement.keyword)} takes one word: what stands behind it has no effect`,
    notes: ['keepalived ignores it and says nothing'],
    help: 'a value with blanks in it must be put between double quotes',
  };
}

function keywordsAmong(
  { words, block, statement }: ExtraWords,
  { release }: RuleContext,
): readonly Word[] {
  if (statement.block) return [];
  const keywords = keywordsOf(block, release);
  const isKeyword = ({ text, quoted }: Word): boolean => !quoted && keywords.includes(text);
  return isKeyword(words[0]) ? words.filter(isKeyword) : [];
}

function severalStatements(keywords: readonly Word[], { quote }: RuleContext): Description {
  return {
    message: `${keywords.map(quote).join(', ')} must begin a line`,
    notes: ['keepalived reads one statement from a line, ignores the rest of it and says nothing'],
    help: 'write each statement on a line of its own',
    fix: onOwnLines(keywords),
  };
}

function onOwnLines(words: readonly Word[]): Fix {
  const edits = words.map(({ source, span }): FileEdit => {
    const before = source.text.slice(0, span.start);
    const start = before.trimEnd().length;
    const text = lineEndOf(source) + indentAt(source, start);
    return { source, span: { start, end: span.start }, text };
  });
  return { title: 'begin new lines', safety: 'safe', edits };
}

function commandArguments(
  { statement, words, value }: ExtraWords,
  { quote }: RuleContext,
): Description {
  const [command] = statement.words;
  return {
    message: `${subject(words, quote)} not passed to the command`,
    notes: [
      command
        ? `only the first word is the command: keepalived runs ${quote(command)} without it`
        : 'only the first word is the command',
    ],
    help: 'put the whole command, with its arguments, between double quotes',
    fix: mayNameUser(value, statement.words) ? undefined : quoting(statement.words),
  };
}

/** Behind some commands comes the user that it runs as. */
function mayNameUser(value: ExtraWords['value'], [, second]: readonly Word[]): boolean {
  if (value.type !== 'script' || !value.runAs) return false;
  return second !== undefined && /^[a-z_][a-z0-9_-]*$/.test(second.text);
}

/** Not when the words hold quotes already. */
function quoting(words: readonly Word[]): Fix | undefined {
  const [first, second] = words;
  const last = words.at(-1);
  if (!first || !second || !last) return undefined;
  if (words.some(({ text, quoted }) => quoted || /["'\\]/.test(text))) return undefined;
  const at = (offset: number): Span => ({ start: offset, end: offset });
  const { source } = first;
  return {
    title: 'put the whole command between double quotes',
    safety: 'safe',
    edits: [
      { source, span: at(first.span.start), text: '"' },
      { source, span: at(last.span.end), text: '"' },
    ],
  };
}

const affirmative = /^(?:1|on|yes|true|enabled?)$/i;
const negative = /^(?:0|off|no|false|disabled?)$/i;

function behindFlag({ statement, words }: ExtraWords, { quote }: RuleContext): Description {
  const keyword = quote(statement.keyword);
  const [first, ...more] = words;
  const note = 'keepalived ignores what stands behind this keyword';
  if (more.length === 0 && negative.test(first.text)) {
    return {
      message: `${quote(first)} does not switch ${keyword} off`,
      notes: [`${note}: it is set all the same`],
      help: 'delete the line to switch it off',
      fix: undefined,
    };
  }
  const isHarmless = more.length === 0 && affirmative.test(first.text);
  return {
    severity: isHarmless ? 'info' : 'warning',
    message: `${keyword} takes no value: ${quote(first)}${more.length > 0 ? ' and what follows it' : ''} ${more.length > 0 ? 'have' : 'has'} no effect`,
    notes: [note],
    help: 'remove it',
    fix: isHarmless ? removing(words, 'safe') : undefined,
  };
}

function behindValue(problem: ExtraWords, { quote }: RuleContext): Description {
  const { statement, words, schema, value, isReported } = problem;
  const keyword = quote(statement.keyword);
  const [first, ...more] = words;
  const what = `${quote(first)}${more.length > 0 ? ' and what follows it' : ''}`;
  if (schema.extraWords === 'drop') {
    const lost = statement.block ? 'block' : 'line';
    return {
      severity: schema.logOnly ? 'warning' : 'error',
      message: `${keyword} takes one word: ${what} ${more.length > 0 ? 'are' : 'is'} too much`,
      notes: [
        `keepalived ${schema.logOnly ? 'says so in its log only' : 'reports it'} and drops the whole ${lost}`,
      ],
      help: 'a value with blanks in it must be put between double quotes',
    };
  }
  return {
    severity: isReported ? 'error' : undefined,
    message: `${what} behind ${value.type === 'flag' ? keyword : `the value of ${keyword}`} ${more.length > 0 ? 'have' : 'has'} no effect`,
    notes: [
      `keepalived ${isReported ? 'reports it and ignores it' : 'ignores it and says nothing'}`,
    ],
    help: helpFor(problem),
  };
}

function helpFor({ words: [first], value, statement }: ExtraWords): string | undefined {
  if (statement.block && /^(?:tcp|udp|sctp)$/i.test(first.text)) {
    return `write \`protocol ${first.text.toUpperCase()}\` in the block`;
  }
  return value.type === 'string'
    ? 'a value with blanks in it must be put between double quotes'
    : 'remove it';
}

function removing(words: Words, safety: Fix['safety']): Fix {
  const [first] = words;
  const last = words.at(-1) ?? first;
  const { source } = first;
  const start = source.text.slice(0, first.span.start).trimEnd().length;
  return {
    title: 'remove it',
    safety,
    edits: [{ source, span: { start, end: last.span.end }, text: '' }],
  };
}
