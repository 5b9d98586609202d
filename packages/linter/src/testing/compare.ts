import { positionAt, type SourceFile } from '@kalint/parser';
import type { Diagnostic } from '../diagnostic.ts';
import { expectationsOf, type Expectation } from './annotations.ts';

/**
 * Compares what was reported with what the fixtures say, completely: a diagnostic without annotation
 * counts as much as an annotation without diagnostic. The answer is a list of differences, empty when
 * there is none.
 */
export function differences(
  sources: readonly SourceFile[],
  diagnostics: readonly Diagnostic[],
): readonly string[] {
  return sources.flatMap((source) => {
    const reported = diagnostics.filter(({ location }) => location.source === source);
    const expected = [...expectationsOf(source)];
    const unexpected: string[] = [];
    for (const diagnostic of reported) {
      const index = expected.findIndex((expectation) => matches(expectation, diagnostic));
      if (index === -1) unexpected.push(`not expected: ${describeReport(source, diagnostic)}`);
      else expected.splice(index, 1);
    }
    const missing = expected.map((each) => `not reported: ${describe(source, each, each.message)}`);
    return [...unexpected, ...missing];
  });
}

function matches(
  expectation: Expectation,
  { rule, severity, location, message }: Diagnostic,
): boolean {
  return (
    rule === expectation.rule &&
    severity === expectation.severity &&
    location.span.start === expectation.start &&
    location.span.end === expectation.end &&
    message.includes(expectation.message)
  );
}

function describeReport(source: SourceFile, diagnostic: Diagnostic): string {
  const { rule, severity, location, message } = diagnostic;
  return describe(
    source,
    { rule, severity, start: location.span.start, end: location.span.end },
    message,
  );
}

function describe(
  source: SourceFile,
  { rule, severity, start, end }: Omit<Expectation, 'message'>,
  message: string,
): string {
  const { line, column } = positionAt(source, start);
  return `${source.path}:${line}:${column} (${end - start} wide) ${severity}[${rule}]: ${message}`;
}
