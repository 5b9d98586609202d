import type { SourceFile } from '../text/source-file.ts';
import type { Span } from '../text/span.ts';
import type { Definition, Step } from './definitions.ts';
import { innermost, nothing, slice, within, type TracedText, type Trail } from './traced-text.ts';

/** A definition is used again and again by few lines: those of the sequence that is being unrolled. */
const stepsKept = 4;

/**
 * The step from a part of a line, a reference, to its definition; undefined when nothing is there. Lines of a
 * sequence take the same one each time: what is made of it, and of all that lies behind it, is shared.
 */
export function stepTo(
  definition: Definition,
  line: TracedText,
  { start, end }: Span,
): Step | undefined {
  let at = 0;
  for (const piece of line.pieces) {
    const behind = at + piece.length;
    if (start < behind) {
      const { source, within: outer } = piece;
      const shift = piece.start - at;
      // Nearly always.
      if (piece.exact && end <= behind) {
        return stepFrom(source, start + shift, end + shift, outer, definition);
      }
      const place = innermost(slice(line, start, end));
      return place && stepFrom(place.source, place.span.start, place.span.end, outer, definition);
    }
    at = behind;
  }
  return undefined;
}

function stepFrom(
  source: SourceFile,
  start: number,
  end: number,
  outer: Trail | undefined,
  definition: Definition,
): Step {
  const { steps } = definition;
  for (const step of steps) {
    const { trail: known } = step;
    const isThere = known.start === start && known.end === end && known.source === source;
    if (isThere && known.outer === outer) return step;
  }
  const depth = (outer?.depth ?? 0) + 1;
  const trail: Trail = { source, start, end, target: definition, outer, depth };
  const step: Step = { trail, definition, value: within(definition.value, trail), others: [] };
  if (steps.unshift(step) > stepsKept) steps.pop();
  return step;
}

/** One of the other lines of the definition that a step leads to. */
export function lineBehind({ trail, definition, others }: Step, index: number): TracedText {
  const known = others[index];
  if (known) return known;
  const line = definition.others[index];
  const behind = line ? within(line.text, trail) : nothing;
  others[index] = behind;
  return behind;
}
