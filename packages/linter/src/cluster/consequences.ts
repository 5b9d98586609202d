import {
  placementsOf,
  type BindingProblem,
  type ExpandProblem,
  type SourceFile,
  type Word,
} from '@kalint/parser';
import { nearest } from '../suggest/nearest.ts';

/*
 * What does not fit the language only because something was wrong before keepalived looked at words: a
 * reference that stayed in the text, a backslash at the end of a line, an include that is
 * none. The cause is reported by rules/preprocessor.
 */

/** Whether a problem of binding follows from a mistake that is reported as such. */
export function consequenceFinder(
  preprocessor: readonly ExpandProblem[],
): (problem: BindingProblem) => boolean {
  const startsOf = new Map<SourceFile, number[]>();
  for (const { at } of preprocessor) {
    const starts = startsOf.get(at.source);
    if (starts) starts.push(at.span.start);
    else startsOf.set(at.source, [at.span.start]);
  }
  for (const starts of startsOf.values()) starts.sort((a, b) => a - b);
  const holdsProblem = ({ source, span }: Word): boolean => {
    const first = firstFrom(startsOf.get(source) ?? [], span.start);
    return first !== undefined && first < span.end;
  };
  return (problem) => {
    if (problem.kind === 'unknown-keyword' && misspeltInclude(problem.statement.keyword)) {
      return true;
    }
    return wordsOf(problem).some((word) => endsLineInBackslash(word) || holdsProblem(word));
  };
}

/** What a problem is about; a whole statement is known by its keyword. */
export function wordsOf(problem: BindingProblem): readonly Word[] {
  if ('word' in problem) return [problem.word];
  if ('words' in problem) return problem.words;
  return problem.kind === 'unknown-keyword' ? [problem.statement.keyword] : [];
}

/** The first of some numbers, in order, that is at least `least`. */
function firstFrom(numbers: readonly number[], least: number): number | undefined {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return numbers[low];
}

/** Whether the line ends with the word, and the word with a backslash. */
function endsLineInBackslash({ text, quoted, source, span }: Word): boolean {
  return (
    !quoted &&
    text.endsWith('\\') &&
    /^[ \t\r]*(?:\n|$)/.test(source.text.slice(span.end, span.end + 200))
  );
}

const includes = ['include', 'includer', 'includem', 'includew', 'includeb', 'includea'];

/** The include that an unknown keyword was meant to be: `includes`, `Include`, or without a file name. */
export function misspeltInclude({ text, quoted }: Word): string | undefined {
  if (quoted || text.length < 'includ'.length || placementsOf(text).length > 0) return undefined;
  if (includes.includes(text)) return text;
  const [meant] = nearest(text.toLowerCase(), includes);
  return meant === undefined ? undefined : 'include';
}
