import { compareReleases, type ExtraWords, type Statement, type Word } from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';
import type { Fix } from '../../diagnostic.ts';
import type { Finding, RuleContext } from '../../rule.ts';
import { statementsIn } from '../statements.ts';
import { describeWords, type Words } from './slash-comments.ts';
import { schemaIn, takesCommand } from './vocabulary.ts';
import { quoting } from './word-edits.ts';

type Description = Omit<Finding, 'at'>;

/** A command, and what stands behind it where keepalived looks for a user. */
interface MisreadUser {
  readonly statement: Statement;
  readonly words: Words;
}

/** Before, there was no user behind a command. */
const firstWithUsers = '1.3.0';

/** Commands behind which an argument stands where keepalived looks for a user. */
export function misreadUsers({ tree }: Node, { release }: RuleContext): readonly MisreadUser[] {
  const found: MisreadUser[] = [];
  if (compareReleases(release, firstWithUsers) < 0) return found;
  for (const { statement, ancestors } of statementsIn(tree)) {
    if (statement.words.length < 2 || !takesCommand(statement.keyword.text)) continue;
    const block = ancestors.map(({ keyword }) => keyword.text);
    const value = schemaIn(block, statement.keyword.text)?.value;
    if (value?.type !== 'script' || !value.runAs) continue;
    const [first, ...more] = behindCommand(statement.words);
    if (!first || canBeUser(first)) continue;
    found.push({ statement, words: [first, ...more] });
  }
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

export function describeMisreadUser(
  { statement: { keyword, words: all }, words: [first] }: MisreadUser,
  { quote }: RuleContext,
): Description {
  return {
    message: `${quote(first)} is taken as the user that the command of ${quote(keyword)} runs as`,
    notes: ['there is no such user: keepalived logs it and never runs the command'],
    help: quotesHelp,
    fix: quotingCommand(all),
  };
}

/** Words behind a command, when keepalived does not look for a user there. */
export function behindOtherCommand(
  { statement, words, value }: ExtraWords,
  { quote }: RuleContext,
): Description {
  const [command] = statement.words;
  return {
    message: `${describeWords(words, quote)} not passed to the command`,
    notes: [
      command
        ? `only the first word is the command: keepalived runs ${quote(command)} without it`
        : 'only the first word is the command',
    ],
    help: quotesHelp,
    fix: mayNameUser(value, statement.words) ? undefined : quotingCommand(statement.words),
  };
}

const quotesHelp = 'put the whole command, with its arguments, between double quotes';

function quotingCommand(words: readonly Word[]): Fix | undefined {
  return quoting(words, 'put the whole command between double quotes', 'safe');
}

/** Behind some commands comes the user that it runs as. */
function mayNameUser(value: ExtraWords['value'], [, second]: readonly Word[]): boolean {
  if (value.type !== 'script' || !value.runAs) return false;
  return second !== undefined && /^[a-z_][a-z0-9_-]*$/.test(second.text);
}
