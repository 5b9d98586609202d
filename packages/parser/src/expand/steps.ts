import type { Definition } from './definitions.ts';
import type { Span } from '../text/span.ts';
import { nothing, stepFrom, within, type TracedText, type Trail } from './traced-text.ts';

/** The step from a reference to its definition, and what it leads to. */
export interface Step {
  readonly trail: Trail;
  /** The first line of the definition. */
  readonly value: TracedText;
}

export interface Steps {
  /** The step from a part of a line, a reference; undefined when nothing is there. */
  readonly from: (line: TracedText, reference: Span, definition: Definition) => Step | undefined;
}

/** A definition is used again and again by few lines: those of the sequence that is being unrolled. */
const stepsKept = 4;

/**
 * Makes steps. Lines of a sequence take the same one each time: what is made of it, and of all that lies
 * behind it, is shared.
 */
export function createSteps(): Steps {
  const known = new WeakMap<Definition, Step[]>();
  return {
    from: (line, reference, definition) => {
      const trail = stepFrom(line, reference, definition);
      if (!trail) return undefined;
      const steps = known.get(definition) ?? [];
      const same = steps.find((step) => isSame(step.trail, trail));
      if (same) return same;
      const [first] = definition.lines;
      const step = { trail, value: first ? within(first.text, trail) : nothing };
      if (steps.unshift(step) > stepsKept) steps.pop();
      known.set(definition, steps);
      return step;
    },
  };
}

function isSame(a: Trail, b: Trail): boolean {
  return a.start === b.start && a.end === b.end && a.outer === b.outer && a.source === b.source;
}
