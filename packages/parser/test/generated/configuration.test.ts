import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bind,
  lineText,
  parse,
  positionAt,
  print,
  releases,
  statementOf,
  type Release,
} from '../../src/index.ts';
import { configurations } from './configuration.ts';
import { linesOf, textOf } from './written.ts';

/*
 * The keyword table and the binder agree: what is drawn from the table of a release, that release
 * reads without a problem.
 */

/** What the problems are about, line by line. */
function problemsOf(text: string, release: Release): readonly string[] {
  const source = { path: 'generated.conf', text };
  const tree = parse(source);
  const problems = [
    ...tree.problems.map(({ kind, source: at }) => `${kind} in ${at.path}`),
    ...bind(tree, release).problems.map((problem) => {
      const start = statementOf(problem)?.span.start ?? 0;
      const { line } = positionAt(source, 'word' in problem ? problem.word.span.start : start);
      return `${problem.kind}: ${lineText(source, line).trim()}`;
    }),
  ];
  return print(tree) === text ? problems : [...problems, 'the text does not come back'];
}

test.each(releases)('what the table has for %s binds without a problem', (release) => {
  fc.assert(
    fc.property(
      configurations(release).map((all) => textOf(linesOf(all))),
      (text) => {
        expect(problemsOf(text, release)).toEqual([]);
      },
    ),
    // The line is in the message; a smaller configuration around it would say no more.
    { numRuns: 15, endOnFailure: true },
  );
});
