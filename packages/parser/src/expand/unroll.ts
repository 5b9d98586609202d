import { define, setDefinition } from './definitions.ts';
import type { Pending, PendingLine } from './input.ts';
import { limits } from './limits.ts';
import { replaceReferences, reportLeft } from './replace-references.ts';
import { originIn, report, type Scope } from './scope.ts';
import {
  countOf,
  readList,
  readRange,
  readSequence,
  type ListLine,
  type Range,
  type SequenceLine,
} from './sequences.ts';
import { derived, innermost, nothing, slice, step, type TracedText } from './traced-text.ts';

/**
 * The lines that a `~SEQ` or `~LST` line stands for: its text, once for each value, with the variable
 * defined. Undefined, and a problem, when keepalived would ignore the line or the lines are too many.
 */
export function unroll(line: TracedText, keyword: string, scope: Scope): Pending | undefined {
  const read = keyword === '~LST' ? readList(line.text) : readSequence(line.text);
  switch (read.kind) {
    case 'sequence':
      return unrollRange(line, keyword, read, scope);
    case 'list':
      return unrollList(line, read, scope);
    case 'invalid': {
      const { fault } = read;
      report(scope, line, { kind: 'sequence-invalid', keyword, fault });
      return undefined;
    }
    case 'too-many-values': {
      const { variables } = read;
      report(scope, line, { kind: 'list-too-many-values', variables });
      return undefined;
    }
  }
}

function unrollRange(
  line: TracedText,
  keyword: string,
  { variable, hexadecimal, parameters, text }: SequenceLine,
  scope: Scope,
): Pending | undefined {
  const head = slice(line, 0, parameters.end);
  const written = slice(line, parameters.start, parameters.end);
  const numbers = replaceReferences(written, scope, limits.sequenceParameters);
  reportLeft(numbers.left, scope);
  const range = readRange(numbers.line.text);
  const fault =
    typeof range === 'string'
      ? range
      : hexadecimal && Math.min(range.start, range.end) < 0
        ? 'negative-hexadecimal'
        : undefined;
  if (typeof range === 'string' || fault) {
    report(scope, head, {
      kind: 'sequence-invalid',
      keyword,
      fault: fault ?? 'form',
    });
    return undefined;
  }
  const count = countOf(range);
  if (count > limits.sequenceValues) {
    const limit = limits.sequenceValues;
    report(scope, head, { kind: 'sequence-too-long', count, limit });
    return undefined;
  }
  const place = innermost(head) ?? originIn(scope, head);
  return repeat(slice(line, text), head, count, scope, (index) => {
    const value = valueIn(range, index, hexadecimal);
    setDefinition(scope.reading.table, define(variable, derived(value, place)));
  });
}

function valueIn(range: Range, index: number, hexadecimal: boolean): string {
  return (range.start + index * range.step).toString(hexadecimal ? 16 : 10);
}

function unrollList(
  line: TracedText,
  { variables, sets, end, text }: ListLine,
  scope: Scope,
): Pending {
  return repeat(slice(line, text), slice(line, 0, end), sets.length, scope, (index) => {
    const set = sets[index] ?? [];
    variables.forEach((variable, position) => {
      const value = set[position];
      const written = value ? slice(line, value.start, value.end) : nothing;
      setDefinition(scope.reading.table, define(variable, written));
    });
  });
}

function repeat(
  text: TracedText,
  head: TracedText,
  count: number,
  scope: Scope,
  defineValue: (index: number) => void,
): Pending {
  const { indent, file, context: outer } = scope;
  const context = step(innermost(head) ?? originIn(scope, head), outer);
  const line: PendingLine = { kind: 'pending', text, indent, context, file };
  return { kind: 'repeated', line, count, define: defineValue, taken: 0 };
}
