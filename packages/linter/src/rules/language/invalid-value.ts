import { parseAddress, type InvalidValue, type ValueSchema, type Word } from '@kalint/parser';
import type { Fix } from '../../diagnostic.ts';
import { isPlaceholder } from '../../suggest/placeholder.ts';
import { defineRule } from '../../rule.ts';
import { addressRepair } from './address-repair.ts';
import { consequenceOf } from './consequence.ts';
import { oddBlankRepair } from './odd-blanks.ts';
import { outerQuotes } from './outer-quotes.ts';
import { entryAround, problemsOf } from './problems.ts';
import { unitName } from './ranges.ts';
import { equalsSign, rewriting, type Repair } from './repair.ts';
import { describeSubject } from './subject.ts';
import { onOwnLines } from './word-edits.ts';

/**
 * The readers of lib/parser.c take a whole word or none ("invalid number"); addresses go through
 * inet_pton(3). The handlers then keep the default, or one of their own.
 */
export const invalidValue = defineRule({
  id: 'invalid-value',
  scope: 'config',
  severity: 'error',
  summary: 'A value is not of the kind that its keyword takes',
  check(node, { report, quote }) {
    for (const problem of problemsOf(node, 'invalid-value')) {
      const { word, expected } = problem;
      const repair = repairOf(problem);
      report({
        at: word,
        severity: problem.schema.logOnly ? 'warning' : undefined,
        message: `${describeSubject(problem, quote)} takes ${expected}, not ${quote(word)}`,
        notes: [noteFor(problem)],
        help: repair?.help ?? (isPlaceholder(word) ? 'put the real value here' : undefined),
        fix: repair?.fix,
      });
    }
  },
});

function noteFor(problem: InvalidValue): string {
  // read_int_func() in lib/parser.c: strtol(3), and the result is stored all the same.
  if (problem.schema.value.type === 'weight' && problem.schema.instead !== undefined) {
    return 'keepalived reports it and uses the number that the word begins with, or 0';
  }
  const isPrefix = problem.word.text.includes('/') && problem.expected.includes('prefix');
  return isPrefix
    ? 'keepalived reports it and takes the longest prefix: the address alone'
    : consequenceOf(problem);
}

function repairOf(problem: InvalidValue): Repair | undefined {
  const { word, schema, argument } = problem;
  const { text } = word;
  if (word.quoted) return undefined;
  const value = argument?.schema.value ?? schema.value;
  const foreign = oddBlankRepair(word) ?? equalsSign(word) ?? outerQuotes(word) ?? listMark(word);
  if (foreign) return foreign;
  if (/^[^;,]+[;,]$/.test(text) && !takesMarks.has(value.type)) {
    const mark = text.slice(-1);
    const others = addressesBehind(problem);
    if (others.length > 0) {
      return {
        help: 'write one address on each line',
        fix: onLinesWithoutMarks([word, ...others]),
      };
    }
    return {
      help: `a line has no \`${mark}\` at its end`,
      fix: rewriting(word, text.length - 1, text.length, '', `remove the \`${mark}\``),
    };
  }
  return numberRepair(problem, value) ?? addressRepair(problem);
}

/** `192.0.2.1, 192.0.2.2` */
function addressesBehind({ word, statement }: InvalidValue): readonly Word[] {
  const [, ...others] = entryAround(word, statement) ?? [];
  const areAddresses = others.every(({ text }) =>
    parseAddress(text.replace(/(?:\/\d+)?[;,]?$/, '')),
  );
  return areAddresses ? others : [];
}

function onLinesWithoutMarks(words: readonly Word[]): Fix {
  const marked = words.filter(({ text }) => /[;,]$/.test(text));
  const marks = marked.map(({ source, span: { end } }) => ({
    ...{ source, span: { start: end - 1, end }, text: '' },
  }));
  const { title, safety, edits } = onOwnLines(words.slice(1));
  return { title, safety, edits: [...marks, ...edits] };
}

/** `- 192.0.2.1` */
function listMark(word: Word): Repair | undefined {
  const { source, span, text } = word;
  if (text !== '-') return undefined;
  const blanks = /^[ \t]*/.exec(source.text.slice(span.end))?.[0].length ?? 0;
  return {
    help: 'the lines of a list have no `-` before them',
    fix: rewriting(word, 0, 1 + blanks, '', 'remove the `-`'),
  };
}

/** Values of which a `;` or `,` may be a part. */
const takesMarks: ReadonlySet<string> = new Set(['string', 'script']);

function numberRepair(
  { statement, word, argument }: InvalidValue,
  value: ValueSchema,
): Repair | undefined {
  const { text } = word;
  if (value.type === 'decimal' && /^\d+,\d+$/.test(text)) {
    const comma = text.indexOf(',');
    return {
      help: 'decimals stand behind a `.`',
      fix: rewriting(word, comma, comma + 1, '.', 'write `.` for `,`'),
    };
  }
  if (argument?.name === 'port' && /^[a-z][\w-]*$/i.test(text)) {
    return { help: 'write the number of the port: keepalived knows no names of services' };
  }
  const isNumber = value.type === 'integer' || value.type === 'decimal';
  const unit = isNumber ? value.unit : undefined;
  const [, number, suffix] = /^(\d+(?:\.\d+)?)(us|ms|s|sec|secs)$/.exec(text) ?? [];
  if (unit === undefined || number === undefined || suffix === undefined) return undefined;
  const isSameUnit = suffix === unit || (unit === 's' && suffix.startsWith('s'));
  const help = `the number stands alone: \`${statement.keyword.text}\` counts ${unitName(unit)}`;
  if (isSameUnit) {
    return { help, fix: rewriting(word, number.length, text.length, '', `write \`${number}\``) };
  }
  const seconds = value.type === 'decimal' && unit === 's' && suffix === 'ms';
  const converted = seconds ? String(Number(number) / 1000) : undefined;
  return {
    help,
    fix:
      converted === undefined
        ? undefined
        : rewriting(word, 0, text.length, converted, `write \`${converted}\``),
  };
}
