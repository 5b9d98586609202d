import type { InvalidValue, Word } from '@kalint/parser';
import type { Fix } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { consequenceOf } from './consequence.ts';
import { problemsOf } from './problems.ts';
import { subjectOf } from './subject.ts';

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
        message: `${quote(subjectOf(problem))} takes ${expected}, not ${quote(word)}`,
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

interface Repair {
  readonly help: string;
  readonly fix?: Fix;
}

function repairOf({ statement, word, schema }: InvalidValue): Repair | undefined {
  const { text } = word;
  if (word.quoted) return undefined;
  if (text === '=' || /^=./.test(text)) {
    return {
      help: "there is no `=` in keepalived's language: the value stands behind the keyword",
      fix: edit(word, 0, 1, '', 'remove the `=`'),
    };
  }
  const { value } = schema;
  const isNumber = value.type === 'integer' || value.type === 'decimal';
  if (/^[^;,]+[;,]$/.test(text) && (isNumber || value.type === 'address' || schema.lines)) {
    const mark = text.slice(-1);
    return {
      help: `a line has no \`${mark}\` at its end`,
      fix: edit(word, text.length - 1, text.length, '', `remove the \`${mark}\``),
    };
  }
  if (value.type === 'decimal' && /^\d+,\d+$/.test(text)) {
    const comma = text.indexOf(',');
    return {
      help: 'decimals stand behind a `.`',
      fix: edit(word, comma, comma + 1, '.', 'write `.` for `,`'),
    };
  }
  const unit = isNumber ? value.unit : undefined;
  const [, number, suffix] = /^(\d+(?:\.\d+)?)(us|ms|s|sec|secs)$/.exec(text) ?? [];
  if (unit === undefined || number === undefined || suffix === undefined) return undefined;
  const isSameUnit = suffix === unit || (unit === 's' && suffix.startsWith('s'));
  const help = `the number stands alone: \`${statement.keyword.text}\` is always in ${unit}`;
  if (!isSameUnit) return { help };
  return { help, fix: edit(word, number.length, text.length, '', `write \`${number}\``) };
}

function edit({ source, span }: Word, from: number, to: number, text: string, title: string): Fix {
  const place = { start: span.start + from, end: span.start + to };
  return { title, safety: 'safe', edits: [{ source, span: place, text }] };
}

/** `<your_address>`, `[address]`, `x.x.x.x`, `{{ address }}` */
function isPlaceholder({ text }: Word): boolean {
  return /^[<[].*[>\]]|^[xX]+(?:\.[xX]+)+/.test(text);
}
