import type { Word } from '@kalint/parser';
import { insertion, type Fix } from '../../diagnostic.ts';
import { defineRule, type Finding, type RuleContext } from '../../rule.ts';
import { nearest } from '../../suggest/nearest.ts';
import { listed } from '../language/vocabulary.ts';
import { includeChecks, includeCheckStatements } from './include-checks.ts';

/** lib/parser.c, include_check_set() */
export const includeCheck = defineRule({
  id: 'include-check',
  scope: 'syntax',
  severity: 'error',
  summary: 'A word of include_check is no check, or has no sign and stands behind another one',
  check(tree, { report, quote }) {
    for (const { words } of includeCheckStatements(tree)) {
      for (const [index, word] of words.entries()) {
        const { sign, name } = partsOf(word);
        const isBehindSign = index > 0 && isLoneSign(words[index - 1]);
        if (!isCheck(name)) report(noCheck(word, words[index + 1], quote));
        else if (sign === '' && index > 0 && !isBehindSign) report(withoutSign(word, quote));
      }
    }
  },
});

function partsOf({ text }: Word): { readonly sign: string; readonly name: string } {
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  return { sign, name: text.slice(sign.length) };
}

function isCheck(name: string): boolean {
  return includeChecks.some((each) => each === name);
}

function isLoneSign(word: Word | undefined): boolean {
  return word?.text === '+' || word?.text === '-';
}

function withoutSign(word: Word, quote: RuleContext['quote']): Finding {
  return {
    at: word,
    message: `${quote(word)} is ignored: only the first check may stand without a sign`,
    notes: ['keepalived reports "Duplicate include_check" and ignores the word'],
    help: `write \`+${word.text}\``,
    fix: {
      title: `write \`+${word.text}\``,
      safety: 'safe',
      edits: [insertion(word.source, word.span.start, '+')],
    },
  };
}

function noCheck(word: Word, next: Word | undefined, quote: RuleContext['quote']): Finding {
  const notes = ['keepalived reports "Unknown include_check type" and ignores the word'];
  if (isLoneSign(word)) {
    const check = next && isCheck(next.text) ? next : undefined;
    return {
      at: word,
      message: `${quote(word)} stands without a check`,
      notes,
      help: check
        ? `write ${quote(word)} and ${quote(check)} without a blank between them`
        : `behind it stands ${choice}`,
      fix: check && joining(word, check),
    };
  }
  const { sign, name } = partsOf(word);
  const [meant, rival] = nearest(name, includeChecks);
  const isClear = meant !== undefined && rival === undefined;
  return {
    at: word,
    message: `${quote(word)} is no check of \`include_check\``,
    notes,
    help: isClear ? `did you mean \`${sign}${meant}\`?` : `the checks are ${choice}`,
    fix: isClear ? writing(word, sign, meant) : undefined,
  };
}

const choice = listed(includeChecks.map((check) => `\`${check}\``));

function joining(sign: Word, { span }: Word): Fix {
  const blanks = { start: sign.span.end, end: span.start };
  return {
    title: 'remove the blank',
    safety: 'safe',
    edits: [{ source: sign.source, span: blanks, text: '' }],
  };
}

function writing({ source, span }: Word, sign: string, check: string): Fix {
  return {
    title: `write \`${sign}${check}\``,
    safety: 'safe',
    edits: [{ source, span, text: `${sign}${check}` }],
  };
}
