import { parse, positionAt, visitStatements } from '@kalint/parser';

/** A reproduction is for people: when it has taken so many questions, it is short enough. */
const mostQuestions = 300;

/**
 * A shorter text with the same fault: statements are left out, with their blocks, the largest first, as
 * long as the fault stays.
 */
export async function reduce(
  text: string,
  isFaulty: (text: string) => Promise<boolean>,
): Promise<string> {
  let shortest = text;
  let questions = 0;
  for (let index = 0; questions < mostQuestions; questions++) {
    const range = statementLines(shortest)[index];
    if (!range) break;
    const lines = shortest.split('\n');
    const shorter = lines.toSpliced(range.first - 1, range.last - range.first + 1).join('\n');
    if (await isFaulty(shorter)) shortest = shorter;
    else index++;
  }
  return shortest;
}

interface Lines {
  readonly first: number;
  readonly last: number;
}

/** The lines of all statements, the longest ones first. */
function statementLines(text: string): readonly Lines[] {
  const source = { path: '', text };
  const ranges: Lines[] = [];
  visitStatements(parse(source), ({ span }) => {
    const first = positionAt(source, span.start).line;
    ranges.push({ first, last: positionAt(source, span.end).line });
  });
  return ranges.sort((a, b) => b.last - b.first - (a.last - a.first));
}
