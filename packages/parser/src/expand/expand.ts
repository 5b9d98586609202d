import type { SourceFile } from '../text/source-file.ts';
import type { Span } from '../text/span.ts';
import { createBudget } from './budget.ts';
import { createDefinitionTable, type DefinitionTable } from './definitions.ts';
import { createInput, type InputLine } from './input.ts';
import type { Quantity } from './limits.ts';
import type { Origin } from './origin.ts';
import { createOutput } from './output.ts';
import { directoryOf } from './predefined.ts';
import { createProblemList } from './problem-list.ts';
import type { ExpandProblem } from './problems.ts';
import type { ReadInclude } from './include-reader.ts';
import { readPendingLine, readPhysicalLine } from './read-line.ts';
import { originIn, type Reading } from './scope.ts';
import { createSteps } from './steps.ts';
import { written } from './traced-text.ts';

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
  const reading: Reading = {
    input: createInput({ source, context: undefined, includedFrom: undefined, depth: 0 }),
    output: createOutput(),
    table: createDefinitionTable(),
    inputs: options,
    readInclude: options.readInclude,
    directoryOf: (file) => nameDirectory(file.source),
    problems: createProblemList(),
    budget: createBudget(options.maxCharacters),
    steps: createSteps(),
  };
  const { input, output, table, problems, budget } = reading;
  for (let line = input.next(); line && !budget.exceeded(); line = input.next()) {
    if (line.kind === 'physical') readPhysicalLine(line, reading);
    else readPendingLine(line, reading);
    const exceeded = budget.exceeded();
    if (exceeded) reportEnd(line, reading, exceeded);
  }
  table.end();
  return {
    ...output.finish(source),
    problems: problems.all().map((problem) => withOtherDefinitions(problem, table)),
    complete: !budget.exceeded(),
  };
}

function reportEnd(
  line: InputLine,
  reading: Reading,
  exceeded: { readonly of: Quantity; readonly limit: number },
): void {
  const { file } = line;
  const context = line.kind === 'physical' ? file.context : line.context;
  const text = line.kind === 'physical' ? written(file.source, line.start, line.end) : line.text;
  const at = originIn({ reading, indent: '', context, file }, text);
  reading.problems.add({ kind: 'expansion-too-large', at, ...exceeded });
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
