import type { DefinedLine, Definition } from './definitions.ts';
import { limits } from './limits.ts';
import { predefined, type Predefined } from './predefined.ts';
import type { ProblemFacts } from './problem-list.ts';
import type { Reference } from './read-reference.ts';
import { report, type Scope } from './scope.ts';
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
  | { readonly kind: 'value'; readonly value: TracedText; readonly pending?: PendingLines }
  /** keepalived leaves the reference as it is. */
  | { readonly kind: 'left'; readonly why: ProblemFacts | undefined };

/** The further lines of a definition of several lines. */
export interface PendingLines {
  readonly lines: readonly DefinedLine[];
  readonly trail: Trail;
}

/** What a reference stands for. */
export function resolveReference(use: Use, scope: Scope): Resolution {
  const { quoted, line, reference } = use;
  const { name, braces, delimited, end, parameters } = reference;
  const definition = scope.reading.table.known.get(name);
  const directory = scope.reading.directoryOf(scope.reading.input.current());
  const input = definition ?? predefined(name, parameters, scope.reading.inputs, directory);
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
  const step = scope.reading.steps.from(line, reference, definition);
  if (!step) return { kind: 'value', value: nothing };
  const { value, trail: here } = step;
  if (definition.lines.length <= 1) return { kind: 'value', value };
  return { kind: 'value', value, pending: { lines: definition.lines.slice(1), trail: here } };
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
      return { kind: 'value', value: nothing };
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
      return { kind: 'value', value: place ? derived(value, place, trail) : nothing };
    }
  }
}

function leadsBack(trail: Trail | undefined, definition: Definition): boolean {
  for (let at = trail; at; at = at.outer) if (at.target === definition) return true;
  return false;
}
