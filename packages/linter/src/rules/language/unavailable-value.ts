import { compareReleases, type Release, type UnavailableValue } from '@kalint/parser';
import { defineRule, type RuleContext } from '../../rule.ts';
import { problemsOf } from './problems.ts';
import { subjectOf } from './subject.ts';

/**
 * The releases are those in which the word first appears in the function of keepalived's source that
 * reads the line; the table in packages/parser/src/schema has them.
 */
export const unavailableValue = defineRule({
  id: 'unavailable-value',
  scope: 'config',
  severity: 'error',
  summary: 'A value or an option is not read by the release of keepalived that will read the file',
  check(node, context) {
    for (const problem of problemsOf(node, 'unavailable-value')) {
      context.report({
        at: problem.word,
        message: messageFor(problem, context),
        notes: ['keepalived takes the word for a mistake and reports it'],
        help: helpFor(problem, context.release),
      });
    }
    for (const { word } of problemsOf(node, 'unsupported-option')) {
      context.report({
        at: word,
        message: `keepalived does not support ${context.quote(word)}`,
        notes: ['keepalived reports it and ignores the option'],
        help: 'remove it, with the words that belong to it',
      });
    }
  },
});

function messageFor(problem: UnavailableValue, { release, quote }: RuleContext): string {
  const { word, availability } = problem;
  const { since, removed } = availability;
  const subject = subjectOf(problem);
  const what = subject === word ? quote(word) : `${quote(word)} of ${quote(subject)}`;
  return isTooNew(problem, release)
    ? `keepalived ${release} does not know ${what}: it came with ${since}`
    : `keepalived no longer reads ${what}: it was removed in ${removed}`;
}

function isTooNew({ availability: { since } }: UnavailableValue, release: Release): boolean {
  return since !== undefined && compareReleases(release, since) < 0;
}

function helpFor(problem: UnavailableValue, release: Release): string {
  return isTooNew(problem, release)
    ? `remove it, or run keepalived ${problem.availability.since} or newer`
    : 'remove it';
}
