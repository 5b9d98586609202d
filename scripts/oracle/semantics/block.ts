import fc from 'fast-check';

/**
 * Lines of one block by what they are about: such lines get into each other's way. A line takes the place
 * of the usual one with the same keyword; `-keyword` leaves that one out, `+line` stands besides it. Lines
 * with a block in them hold line ends.
 */
export type Themes = Readonly<Record<string, readonly string[]>>;

/** A block with the lines that it has where nobody has made a mistake, and what may be odd in it. */
export interface BlockPlan {
  readonly header: string;
  readonly usual: readonly string[];
  readonly themes: Themes;
}

/** So many lines of one theme, and of all the others together, are drawn at most. */
const mostOfTheme = 4;
const mostOfOthers = 1;

/** The text of a block in which a few lines are odd. */
export function oddBlock({ header, usual, themes }: BlockPlan): fc.Arbitrary<string> {
  const all = Object.values(themes).flat();
  const ofTheme = fc
    .constantFrom(...Object.values(themes))
    .chain((lines) => some(lines, 1, mostOfTheme));
  return fc
    .tuple(ofTheme, some(all, 0, mostOfOthers), fc.boolean())
    .map(([lines, others, first]) => {
      const odd = onePerKeyword([...lines, ...others]);
      return textOfBlock(header, merged(usual, odd, first));
    });
}

/** The text of a block in which nothing is odd. */
export function usualBlock({ header, usual }: BlockPlan): string {
  return textOfBlock(header, usual);
}

/** A block is as it should be, or odd. */
export function anyBlock(plan: BlockPlan): fc.Arbitrary<string> {
  return fc.oneof(fc.constant(usualBlock(plan)), oddBlock(plan));
}

/** Lines that stand besides others may be many; of the rest, the first one with each keyword. */
function onePerKeyword(lines: readonly string[]): readonly string[] {
  const isFirst = (line: string, index: number): boolean =>
    lines.findIndex((other) => keywordOf(other) === keywordOf(line)) === index;
  return [...new Set(lines)].filter((line, index) => line.startsWith('+') || isFirst(line, index));
}

function some(lines: readonly string[], min: number, max: number): fc.Arbitrary<readonly string[]> {
  return fc.shuffledSubarray([...lines], {
    minLength: Math.min(min, lines.length),
    maxLength: Math.min(max, lines.length),
  });
}

function merged(
  usual: readonly string[],
  odd: readonly string[],
  oddFirst: boolean,
): readonly string[] {
  const replaced = new Set(odd.filter((line) => !line.startsWith('+')).map(keywordOf));
  const kept = usual.filter((line) => !replaced.has(keywordOf(line)));
  const written = odd
    .filter((line) => !line.startsWith('-'))
    .map((line) => line.replace(/^\+/, ''));
  return oddFirst ? [...written, ...kept] : [...kept, ...written];
}

function keywordOf(line: string): string {
  return /^[-+]?(\S*)/.exec(line)?.[1] ?? '';
}

function textOfBlock(header: string, lines: readonly string[]): string {
  return `${header} {\n${lines.join('\n')}\n}\n`;
}

/** A block within a block, one entry on each line. */
export function inner(header: string, ...entries: readonly string[]): string {
  return [`${header} {`, ...entries, '}'].join('\n');
}
