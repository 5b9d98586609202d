import { compareReleases, type NotOneOf, type Release } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { editDistance, nearest } from '../../suggest/nearest.ts';
import { consequenceOf } from './consequence.ts';
import { oddBlankRepair } from './odd-blanks.ts';
import { outerQuotes } from './outer-quotes.ts';
import { isInBlock, problemsOf } from './problems.ts';
import { equalsSign } from './repair.ts';
import { subjectOf } from './subject.ts';
import { listed } from './vocabulary.ts';

/**
 * The handlers compare words with strcmp(): upper and lower case differ (vrrp/vrrp_parser.c,
 * "unknown state"; lib/parser.c, check_true_false()).
 */
export const unknownValue = defineRule({
  id: 'unknown-value',
  scope: 'config',
  severity: 'error',
  summary: 'A word is none of those that its keyword takes',
  check(node, { report, quote, release }) {
    for (const problem of problemsOf(node, 'not-one-of')) {
      const { statement, word } = problem;
      // The rule of that name says more.
      if (statement.keyword.text === 'include_check') continue;
      const kind = isInBlock(word, statement) && !problem.argument ? 'option' : 'value';
      const meant = meantBy(problem);
      const [only, rival] = meant;
      const isTaken = isTakenBy(release, problem);
      const isSilent = isTaken || isSilentList(problem);
      const foreign = oddBlankRepair(word) ?? equalsSign(word) ?? outerQuotes(word);
      report({
        at: word,
        severity: isSilent ? 'warning' : undefined,
        message: `${quote(word)} is no ${kind} of ${quote(subjectOf(problem))}`,
        notes: [isTaken ? 'before release 2.3.0 any word switches it on' : noteFor(problem)],
        help: foreign?.help ?? helpFor(problem, meant),
        fix: foreign
          ? foreign.fix
          : only !== undefined && rival === undefined && isClear(word.text, only)
            ? {
                title: `write \`${only}\``,
                safety: 'safe',
                edits: [{ source: word.source, span: word.span, text: only }],
              }
            : undefined,
      });
    }
  },
});

/** global_defs of older releases look only whether the keyword is there (core/global_parser.c). */
function isTakenBy(release: Release, { statement, argument }: NotOneOf): boolean {
  return (
    !argument &&
    ['vrrp_strict', 'vrrp_skip_check_adv_addr'].includes(statement.keyword.text) &&
    compareReleases(release, '2.3.0') < 0
  );
}

function isSilentList({ schema: { value } }: NotOneOf): boolean {
  return value.type === 'list' && value.silent === true;
}

function noteFor(problem: NotOneOf): string {
  const { statement, word, argument } = problem;
  if (isSilentList(problem)) return 'keepalived ignores the word and says nothing';
  if (argument) return consequenceOf(problem);
  const isOption = statement.words.indexOf(word) > 0;
  return isOption ? 'keepalived reports it and ignores the word' : consequenceOf(problem);
}

/** Words of other languages for the same thing. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['slave', 'BACKUP'],
  ['standby', 'BACKUP'],
  ['secondary', 'BACKUP'],
  ['passive', 'BACKUP'],
  ['primary', 'MASTER'],
  ['active', 'MASTER'],
  ['1', 'true'],
  ['enable', 'true'],
  ['enabled', 'true'],
  ['0', 'false'],
  ['disable', 'false'],
  ['disabled', 'false'],
]);

function meantBy({ word, values }: NotOneOf): readonly string[] {
  const lower = word.text.toLowerCase();
  const same = values.filter((value) => value.toLowerCase() === lower);
  if (same.length > 0) return same;
  const synonym = synonyms.get(lower);
  if (synonym !== undefined && values.includes(synonym)) return [synonym];
  return nearest(word.text, values);
}

/** Three letters are soon near to three others: only longer words are surely misspelt. */
function isClear(word: string, value: string): boolean {
  const lower = word.toLowerCase();
  if (lower === value.toLowerCase() || synonyms.get(lower) === value) return true;
  return value.length >= 4 && editDistance(lower, value.toLowerCase()) === 1;
}

function helpFor({ word, values }: NotOneOf, meant: readonly string[]): string {
  const names = (words: readonly string[]): string =>
    listed(
      words.map((value) => `\`${value}\``),
      14,
    );
  const [only] = meant;
  if (only !== undefined && synonyms.get(word.text.toLowerCase()) === only) {
    return only === 'BACKUP' || only === 'MASTER'
      ? `the states are \`MASTER\` and \`BACKUP\` only: this one is \`${only}\``
      : `write \`${only}\``;
  }
  if (only?.toLowerCase() === word.text.toLowerCase()) {
    return `did you mean \`${only}\`? upper and lower case differ`;
  }
  if (meant.length > 0) return `did you mean ${names(meant)}?`;
  return `it takes ${names(values)}`;
}
