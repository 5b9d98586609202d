import type { SourceFile } from '../text/source-file.ts';
import type { Span } from '../text/span.ts';
import { createBudget, type Allowance } from './budget.ts';
import { createDefinitionTable, endDefinition, type DefinitionTable } from './definitions.ts';
import { createInput, currentFile, nextLine, type InputLine, type PhysicalLine } from './input.ts';
import type { Origin } from '../text/origin.ts';
import { createOrigins } from './origin.ts';
import { createOutput } from './output.ts';
import { directoryOf } from './predefined.ts';
import { createProblemList } from './problem-list.ts';
import type { ExpandProblem } from './problems.ts';
import type { ReadInclude } from './include-reader.ts';
import { readPendingLine, readPhysicalLine } from './read-line.ts';
import { originIn, type Reading } from './scope.ts';
import { written, type TracedText } from './traced-text.ts';

/** What the preprocessor reads besides the text. */
export interface ExpandOptions {
  /** The config id (`keepalived -i`), for `@id` lines and `${_INSTANCE}`; undefined: equal to no id. */
  readonly configId: string | undefined;
  /** Reads the files of an include line. Without it includes are not read. */
  readonly readInclude?: ReadInclude;
  /** What `${_ENV NAME}` stands for. Without it the reference is left. */
  readonly environment?: ReadonlyMap<string, string>;
  /**
   * The expanded text ends at so many characters, not counting included files, or a line later; 8 Mi,
   * with them, when absent.
   */
  readonly maxCharacters?: number;
  /** The number that `${_RANDOM}` draws. Without it the reference is left. */
  readonly random?: number;
  /**
   * What `${_PWD}` stands for while a file is open. Without it: the directory part of an absolute
   * path, else `.`, for keepalived works in the directory of the file that it reads.
   */
  readonly directoryOf?: (file: SourceFile) => string;
}

/** What keepalived's block parser gets to read, and the way back. */
export interface Expansion {
  /**
   * The text without comments, with definitions replaced, sequences unrolled, conditions resolved and
   * includes put in, as a file of the same path. Lines keep their indentation.
   */
  readonly expanded: SourceFile;
  /**
   * Where a span of the expanded text was written. What comes from a definition was written where the
   * reference to it is. Of several pieces those count that lie in the file of the first.
   */
  readonly locate: (span: Span) => Origin;
  readonly problems: readonly ExpandProblem[];
  /** False when the expansion grew too large and ends before the text does. */
  readonly complete: boolean;
}

/**
 * Does what keepalived does with a text before it looks at blocks. Total: nothing is thrown, and what
 * would never end, or grow without end, stops at a limit with a problem that names it.
 */
export function expand(source: SourceFile, options: ExpandOptions): Expansion {
  const nameDirectory = options.directoryOf ?? directoryOf;
  const input = createInput({ source, context: undefined, includedFrom: undefined, depth: 0 });
  const output = createOutput();
  const table = createDefinitionTable();
  const problems = createProblemList();
  const budget = createBudget(options.maxCharacters);
  const inputs = { ...options, directory: () => nameDirectory(currentFile(input).source) };
  const reading: Reading = {
    ...{ input, output, table, inputs, problems, budget },
    readInclude: options.readInclude,
    origins: createOrigins(),
  };
  for (let line = nextLine(input); line && !budget.exceeded; line = nextLine(input)) {
    if (line.kind === 'physical') readPhysicalLine(line, reading);
    else readPendingLine(line, reading);
    if (budget.exceeded) reportEnd(line, reading, budget.exceeded);
  }
  endDefinition(table);
  return {
    ...output.finish(source),
    problems: problems.found.map((problem) => withOtherDefinitions(problem, table)),
    complete: !budget.exceeded,
  };
}

function reportEnd(line: InputLine, reading: Reading, { of, limit }: Allowance): void {
  const { file } = line;
  const isPhysical = line.kind === 'physical';
  const context = isPhysical ? file.context : line.context;
  const text = isPhysical ? withoutNewline(line) : line.text;
  const at = originIn({ reading, indent: '', context, file }, text);
  reading.problems.found.push({ kind: 'expansion-too-large', at, of, limit });
}

function withoutNewline({ file, start, end }: PhysicalLine): TracedText {
  const { source } = file;
  return written(source, start, source.text[end - 1] === '\n' ? end - 1 : end);
}

/** Adds what is known only at the end: whether a name is defined further down, or for other ids. */
function withOtherDefinitions(problem: ExpandProblem, table: DefinitionTable): ExpandProblem {
  if (problem.kind !== 'undefined-definition') return problem;
  return {
    ...problem,
    definedLater: table.known.get(problem.name)?.location,
    definedForOthers: table.ofOthers.get(problem.name),
  };
}
