import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  bind,
  newestRelease,
  parse,
  usesPreprocessor,
  type BindingProblem,
  type SyntaxTree,
} from '@kalint/parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGrammar } from '../../generate/ebnf/read.ts';
import { startName } from '../../generate/grammar/keywords.ts';
import { grammarOf } from './ebnf-matcher.ts';
import { sentencesOf } from './ebnf-sentences.ts';
import { describesFile } from './ebnf-words.ts';
import { corpusFiles, corpusMissing, fixtureFiles, type FixtureFile } from './fixture-files.ts';

/*
 * What the published grammar accepts below `keepalived.conf` is what `bind` understands, for each item of
 * each file; and what the grammar produces, `bind` understands.
 */

const grammar = grammarOf(
  readGrammar(readFileSync(join(import.meta.dirname, '../../../grammar/keepalived.ebnf'), 'utf8')),
);

/** Of what the grammar knows nothing: bounds, repetition, what goes together, good advice. */
const beyond: ReadonlySet<BindingProblem['kind']> = new Set([
  'out-of-range',
  'too-many-decimals',
  'too-long',
  'duplicate-keyword',
  'deprecated-keyword',
  'missing-option',
  'conflicting-options',
  'duplicate-option',
  'deprecated-option',
  'unsupported-option',
  'family-mismatch',
]);

/** Or a prefix that is right alone, and wrong beside some option; or the length of a key. */
function isBeyond(problem: BindingProblem): boolean {
  if (problem.kind === 'invalid-value') return / beside | bytes$/.test(problem.expected);
  return beyond.has(problem.kind);
}

function problemsOf(tree: SyntaxTree): readonly BindingProblem[] {
  return bind(tree, newestRelease).problems;
}

function misunderstood(problems: readonly BindingProblem[]): readonly string[] {
  return problems.filter((problem) => !isBeyond(problem)).map(({ kind }) => kind);
}

/** The items of a file, each a file of its own; none whose braces had to be put right. */
function* partsOf({ path, text }: FixtureFile): Generator<SyntaxTree> {
  for (const { span } of parse({ path, text }).items) {
    const part = parse({ path, text: text.slice(span.start, span.end) });
    if (part.problems.length === 0 && !usesPreprocessor(part)) yield part;
  }
}

interface Count {
  good: number;
  bad: number;
}

/** A line that is lost because a number in it is out of range is not read any further. */
function hidesRest(problem: BindingProblem): boolean {
  return problem.kind === 'out-of-range' && problem.argument !== undefined && !problem.instead;
}

function compare(part: SyntaxTree, problems: readonly BindingProblem[], count: Count): void {
  if (problems.some(hidesRest)) return;
  const { path, text } = part.source;
  const kinds = misunderstood(problems);
  const accepted = describesFile(grammar, startName, part);
  expect([path, text, kinds, accepted]).toEqual([path, text, kinds, kinds.length === 0]);
  if (accepted) count.good++;
  else count.bad++;
}

function compareFiles(files: readonly FixtureFile[]): Count {
  const count = { good: 0, bad: 0 };
  for (const file of files) {
    for (const part of partsOf(file)) compare(part, problemsOf(part), count);
  }
  return count;
}

/** One option needs no name here: to the grammar, any word could be its value, the name of another one too. */
const leavesOutNames = /lvs_sync_daemon|use_vmac|use_ipvlan/;

describe('the keyword part', () => {
  test('describes what is understood in the fixtures, and nothing else', () => {
    const { good, bad } = compareFiles(fixtureFiles());
    expect(good).toBeGreaterThan(300);
    expect(bad).toBeGreaterThan(20);
  });

  test.skipIf(corpusMissing)(
    `describes what is understood in the corpus${corpusMissing ? ` (${corpusMissing})` : ''}`,
    () => {
      const { good } = compareFiles(corpusFiles());
      expect(good).toBeGreaterThan(1_000);
    },
  );

  test('produces only what is understood', () => {
    fc.assert(
      fc.property(sentencesOf(grammar, startName), (text) => {
        const tree = parse({ path: 'sentence.conf', text });
        expect(tree.problems).toEqual([]);
        expect([text, misunderstood(problemsOf(tree))]).toEqual([text, []]);
      }),
      { numRuns: 300 },
    );
  });

  test('describes its sentences no longer when a word makes them wrong', () => {
    const count = { good: 0, bad: 0 };
    const words = fc.constantFrom('', 'zzz', '5', '192.0.2.1', 'dev', 'on');
    fc.assert(
      fc.property(sentencesOf(grammar, startName), fc.nat(), words, (sentence, place, word) => {
        const parts = sentence.split(/(?<=\s)(?=\S)/);
        parts[place % parts.length] = `${word} `;
        for (const part of partsOf({ path: 'sentence.conf', text: parts.join('') })) {
          const problems = problemsOf(part);
          // A value out of bounds hides what stands behind it.
          if (problems.some(isBeyond) || leavesOutNames.test(part.source.text)) continue;
          compare(part, problems, count);
        }
      }),
      { numRuns: 500 },
    );
    expect(count.good).toBeGreaterThan(300);
    expect(count.bad).toBeGreaterThan(30);
  });
});
