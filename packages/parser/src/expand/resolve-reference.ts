import type { Definition, Step } from './definitions.ts';
import { limits } from './limits.ts';
import { predefined, type Predefined } from './predefined.ts';
import type { ProblemFacts } from './problem-list.ts';
import type { Reference } from './read-reference.ts';
import { report, type Scope } from './scope.ts';
import { stepTo } from './steps.ts';
import {
  derived,
  innermost,
  nothing,
  slice,
  trailAt,
  type TracedText,
  type Trail,
} from './traced-text.ts';

/** A reference and the line in which it stands. */
export interface Use {
  readonly reference: Reference;
  readonly line: TracedText;
  readonly quoted: boolean;
}

export function imageOf({ reference, line }: Use): TracedText {
  return slice(line, reference.start, reference.end);
}

type Resolution =
  /** With the step to a definition of several lines: those behind the first are read later. */
  | { readonly kind: 'value'; readonly value: TracedText; readonly step: Step | undefined }
  /** keepalived leaves the reference as it is. */
  | { readonly kind: 'left'; readonly why: ProblemFacts | undefined };

/** What a reference stands for. */
export function resolveReference(use: Use, scope: Scope): Resolution {
  const { quoted, line, reference } = use;
  const { name, braces, delimited, end, parameters } = reference;
  const { table, inputs } = scope.reading;
  const input = table.known.get(name) ?? predefined(name, parameters, inputs);
  if (!input) {
    // `$NAME` that neither is defined nor ends as a reference does is any text.
    if (!delimited) return left(undefined);
    const later = { definedLater: undefined, definedForOthers: undefined };
    return left({ kind: 'undefined-definition', name, braces, quoted, ...later });
  }
  if (!delimited) {
    const next = line.text.charAt(end);
    return left({ kind: 'reference-not-replaced', name, next, quoted });
  }
  return 'kind' in input
    ? resolvePredefined(use, input, scope)
    : resolveDefinition(use, input, scope);
}

function left(why: ProblemFacts | undefined): Resolution {
  return { kind: 'left', why };
}

function valueOf(value: TracedText, step?: Step): Resolution {
  return { kind: 'value', value, step };
}

function resolveDefinition(use: Use, definition: Definition, scope: Scope): Resolution {
  const { line, reference } = use;
  const { name, parameters, start, last, blank } = reference;
  const { location } = definition;
  if (parameters.length > 0) {
    return left({ kind: 'wrong-parameters', name, parameters, reason: 'number-of-parameters' });
  }
  if (definition.multiline && !last) {
    return left({ kind: 'multiline-reference-not-at-end', name, definition: location });
  }
  const trail = trailAt(line, start);
  if (leadsBack(trail, definition)) {
    return left({ kind: 'self-reference', name, definition: location });
  }
  if (trail && trail.depth >= limits.definitionDepth) {
    const limit = limits.definitionDepth;
    return left({ kind: 'line-too-long', name, of: 'nested definitions', limit });
  }
  if (blank) report(scope, imageOf(use), { kind: 'blank-in-reference', name });
  const step = stepTo(definition, line, reference);
  if (!step) return valueOf(nothing);
  return valueOf(step.value, definition.others.length > 0 ? step : undefined);
}

function resolvePredefined(use: Use, input: Predefined, scope: Scope): Resolution {
  const { name, parameters, start, end, blank } = use.reference;
  switch (input.kind) {
    case 'wrong-parameters':
      return left({ kind: 'wrong-parameters', name, parameters, reason: input.reason });
    case 'unknown':
      // Whatever number is drawn, it is shorter than the reference with its bounds.
      if (input.name === '_RANDOM' && parameters.length > 0 && end < use.line.text.length) {
        report(scope, imageOf(use), { kind: 'text-behind-parameters', name });
      }
      return left({ kind: 'unknown-input', name: input.name });
    case 'unset':
      report(scope, imageOf(use), { kind: 'unset-environment', name: input.name });
      return valueOf(nothing);
    case 'value': {
      const { fault: reason, value } = input;
      if (reason)
        report(scope, imageOf(use), { kind: 'wrong-parameters', name, parameters, reason });
      if (blank) report(scope, imageOf(use), { kind: 'blank-in-reference', name });
      if (parameters.length > 0 && end < use.line.text.length && value.length < end - start) {
        report(scope, imageOf(use), { kind: 'text-behind-parameters', name });
      }
      const place = innermost(imageOf(use));
      const trail = trailAt(use.line, start);
      return valueOf(place ? derived(value, place, trail) : nothing);
    }
  }
}

function leadsBack(trail: Trail | undefined, definition: Definition): boolean {
  for (let at = trail; at; at = at.outer) if (at.target === definition) return true;
  return false;
}
