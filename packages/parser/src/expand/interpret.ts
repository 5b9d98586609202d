import { withoutCommentAgain } from './comments.ts';
import { holds, readCondition } from './conditions.ts';
import {
  beginDefinition,
  readAlmostDefinition,
  readDefinition,
  skipDefinition,
  type Step,
} from './definitions.ts';
import { addPending } from './input.ts';
import { replaceReferences, type LeftReference } from './replace-references.ts';
import { report, type Scope } from './scope.ts';
import { sequenceKeyword } from './sequences.ts';
import { nothing, slice, type TracedText } from './traced-text.ts';
import { unroll } from './unroll.ts';

/** The release that stopped to look for directives in what it has replaced. */
const rereadingEnded = '2.4.0';

const none: readonly LeftReference[] = [];

/** What is left of a line for the block parser. */
interface Interpreted {
  readonly text: TracedText;
  /** The references that could not be replaced, in the order of the text. */
  readonly left: readonly LeftReference[];
  /** All references were looked at: what follows in the line has no others. */
  readonly isSettled: boolean;
}

/**
 * Carries out what is a directive and replaces what is a reference: the middle of lib/parser.c,
 * read_line(). Gives what is left for the block parser, or undefined when nothing is.
 *
 * What a replacement leads to is interpreted again when a `$` is in it or an `@` begins it. That is
 * how keepalived up to 2.3 did it, and what the authors of such lines count on.
 *
 * @param settled what is known of the references, when the text is the end of a line that is settled
 */
export function interpret(
  written: TracedText,
  scope: Scope,
  settled: readonly LeftReference[] | undefined,
): Interpreted | undefined {
  let text: TracedText | undefined = written;
  let isReread = false;
  for (;;) {
    text = conditional(text, scope);
    if (!text || obey(text, scope)) return undefined;
    if (settled) return { text, left: referencesIn(settled, text.text), isSettled: true };
    if (text.text.startsWith('~')) return { text, left: none, isSettled: false };
    if (!text.text.includes('$')) return { text, left: none, isSettled: true };

    const replaced = replaceReferences(text, scope);
    for (const step of replaced.pending) addDefinedLines(step, scope);
    if (!replaced.changed) {
      return { text: replaced.line, left: replaced.left, isSettled: true };
    }
    if (isReread) {
      const facts = { result: 'reference', notSince: rereadingEnded } as const;
      report(scope, text, { kind: 'result-read-again', ...facts });
    }
    text = withoutCommentAgain(replaced.line);
    if (text.text === '') return undefined;

    isReread = text.text.startsWith('@') || text.text.includes('$');
    reportResult(text, scope, isReread ? rereadingEnded : undefined);
    if (!isReread) return { text, left: none, isSettled: !text.text.startsWith('~') };
  }
}

function referencesIn(
  left: readonly LeftReference[],
  { length }: string,
): readonly LeftReference[] {
  const [first] = left;
  return first && first.distance > length
    ? left.filter(({ distance }) => distance <= length)
    : left;
}

/** What stands behind `@id`, when it counts here; a text without condition as it is. */
function conditional(text: TracedText, scope: Scope): TracedText | undefined {
  const condition = readCondition(text.text);
  if (!condition) return text;
  const rest = condition.rest === undefined ? nothing : slice(text, condition.rest);
  if (holds(condition, scope.reading.inputs.configId)) return rest.text === '' ? undefined : rest;
  const skipped = readDefinition(rest);
  if (skipped) skipDefinition(scope.reading.table, rest, skipped);
  if (skipped?.goesOn) {
    report(scope, text, { kind: 'skipped-definition-goes-on', name: skipped.name });
  }
  return undefined;
}

/** Carries out a definition or a sequence; false when the text is neither. */
function obey(text: TracedText, scope: Scope): boolean {
  const definition = readDefinition(text);
  if (definition) {
    beginDefinition(scope.reading.table, text, definition);
    return true;
  }
  const name = readAlmostDefinition(text);
  if (name !== undefined) {
    report(scope, text, { kind: 'blank-before-equals', name });
    return true;
  }
  const keyword = sequenceKeyword(text.text);
  if (keyword === undefined) return false;
  const lines = unroll(text, keyword, scope);
  if (lines) addPending(scope.reading.input, lines);
  return true;
}

function addDefinedLines(step: Step, { reading, indent, context, file }: Scope): void {
  addPending(reading.input, { kind: 'defined', step, indent, context, file, taken: 0 });
}

function reportResult(text: TracedText, scope: Scope, notSince: string | undefined): void {
  const result = resultOf(text);
  if (!result) return;
  report(scope, text, { kind: 'result-read-again', result, notSince });
}

function resultOf(text: TracedText): 'condition' | 'definition' | 'sequence' | undefined {
  if (text.text.startsWith('@')) return 'condition';
  if (sequenceKeyword(text.text) !== undefined) return 'sequence';
  return readDefinition(text) ? 'definition' : undefined;
}
