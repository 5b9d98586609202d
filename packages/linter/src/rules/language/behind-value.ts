import {
  optionsOf,
  parseAddress,
  type ArgumentsSchema,
  type ExtraWords,
  type Word,
} from '@kalint/parser';
import type { Fix, Severity } from '../../diagnostic.ts';
import type { Finding, RuleContext } from '../../rule.ts';
import { editDistance, nearest } from '../../suggest/nearest.ts';
import { lineRemoval } from '../line-edits.ts';
import { rewriting } from './repair.ts';
import { describeWords } from './slash-comments.ts';
import { listed, schemaIn } from './vocabulary.ts';
import { asFirstLine, onOwnLines, quoting, removing } from './word-edits.ts';

type Description = Omit<Finding, 'at'>;

/** Words behind a line of a free-form block. */
export function behindEntry(
  { words, isReported, value, statement }: ExtraWords,
  { release, quote }: RuleContext,
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
  const [word] = words;
  const options =
    value.type === 'arguments' ? optionsOf(value, statement.keyword.text, release) : [];
  const [meant, rival] = nearest(word.text, options);
  return {
    severity,
    message: `${describeWords(words, quote)} no option of an entry`,
    notes: [`keepalived ${fate}`],
    help: meant === undefined ? homeOfOption(word, value) : `did you mean \`${meant}\`?`,
    fix:
      meant !== undefined && rival === undefined && isSurelyMeant(word.text, meant)
        ? rewriting(word, 0, word.text.length, meant, `write \`${meant}\``)
        : undefined,
  };
}

function isSurelyMeant(word: string, option: string): boolean {
  return option.length >= 4 && editDistance(word.toLowerCase(), option) < 2;
}

/** `track_group` is an option of static addresses only. */
function homeOfOption({ text }: Word, value: ExtraWords['value']): string | undefined {
  const { options = {} }: Pick<ArgumentsSchema, 'options'> =
    value.type === 'arguments' ? value : {};
  const only = Object.hasOwn(options, text) ? options[text]?.only : undefined;
  return only && `\`${text}\` is an option of ${listed(only.map((each) => `\`${each}\``))}`;
}

/** A password may have been meant to have blanks in it; what it is does not belong into a message. */
export function behindSecret({ statement }: ExtraWords, { quote }: RuleContext): Description {
  return {
    message: `${quote(statement.keyword)} takes one word: what stands behind it has no effect`,
    notes: ['keepalived ignores it and says nothing'],
    help: quotesHelp,
  };
}

const affirmative = /^(?:1|on|yes|true|enabled?)$/i;
const negative = /^(?:0|off|no|false|disabled?)$/i;

/** Words behind a keyword that has no value. */
export function behindFlag({ statement, words }: ExtraWords, { quote }: RuleContext): Description {
  const keyword = quote(statement.keyword);
  const [first, ...more] = words;
  const note = 'keepalived ignores what stands behind this keyword';
  if (more.length === 0 && negative.test(first.text)) {
    return {
      message: `${quote(first)} does not switch ${keyword} off`,
      notes: [`${note}: it is set all the same`],
      help: 'delete the line to switch it off',
      fix: { title: 'delete the line', safety: 'unsafe', edits: [lineRemoval(statement)] },
    };
  }
  const isHarmless = more.length === 0 && affirmative.test(first.text);
  return {
    severity: isHarmless ? 'info' : 'warning',
    message: `${keyword} takes no value: ${quote(first)}${more.length > 0 ? ' and what follows it' : ''} ${more.length > 0 ? 'have' : 'has'} no effect`,
    notes: [note],
    help: 'remove it',
    fix: removing(words),
  };
}

/** Words behind any other value. */
export function behindValue(problem: ExtraWords, { quote }: RuleContext): Description {
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
      help: quotesHelp,
      fix: quotingValue(statement.words),
    };
  }
  return {
    severity: isReported ? 'error' : undefined,
    message: `${what} behind ${value.type === 'flag' ? keyword : `the value of ${keyword}`} ${more.length > 0 ? 'have' : 'has'} no effect`,
    notes: [
      `keepalived ${isReported ? 'reports it and ignores it' : 'ignores it and says nothing'}`,
    ],
    ...remedyFor(problem),
  };
}

const quotesHelp = 'a value with blanks in it must be put between double quotes';

function quotingValue(words: readonly Word[]): Fix | undefined {
  return quoting(words, 'put the whole value between double quotes', 'unsafe');
}

function remedyFor(problem: ExtraWords): Pick<Description, 'help' | 'fix'> {
  const { words, value, statement } = problem;
  const setting = settingFor(problem);
  if (setting !== undefined) {
    return { help: `write \`${setting}\` in the block`, fix: movingIntoBlock(problem, setting) };
  }
  return value.type === 'string'
    ? { help: quotesHelp, fix: quotingValue(statement.words) }
    : { help: 'remove it', fix: removing(words) };
}

/** What `virtual_server 192.0.2.1 80 TCP {` or `real_server 192.0.2.2 80 weight 5 {` was meant to set. */
function settingFor({ statement, words, block }: ExtraWords): string | undefined {
  const [first, second, ...more] = words;
  if (!statement.block || more.length > 0) return undefined;
  if (!second && /^(?:tcp|udp|sctp)$/i.test(first.text)) {
    return `protocol ${first.text.toUpperCase()}`;
  }
  const schema = schemaIn([...block, statement.keyword.text], first.text);
  const isNumber = schema?.value.type === 'integer' || schema?.value.type === 'decimal';
  return second && isNumber && /^\d+$/.test(second.text)
    ? `${first.text} ${second.text}`
    : undefined;
}

/** Not when the block says it already: then the words are left over. */
function movingIntoBlock({ statement, words }: ExtraWords, setting: string): Fix | undefined {
  const [keyword] = setting.split(' ');
  const { edits } = removing(words);
  const isSet = statement.block?.items.some(
    (item) => item.kind === 'statement' && item.keyword.text === keyword,
  );
  if (isSet) return { title: 'remove it', safety: 'safe', edits };
  const line = asFirstLine(statement, setting);
  return (
    line && {
      title: `write \`${setting}\` in the block`,
      safety: 'unsafe',
      edits: [...edits, ...line],
    }
  );
}
