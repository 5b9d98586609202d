import {
  documentationUrl,
  type FileEdit,
  type Fix,
  type FoldedDiagnostic,
  type RelatedLocation,
  type Severity,
} from '@kalint/linter';
import { positionAt, type Location, type Release, type SourceFile } from '@kalint/parser';
import type { Span } from '@kalint/parser';
import { version } from '../version.ts';
import { printableJsonOf } from '../terminal/printable-json.ts';
import type { Report } from './report.ts';

/*
 * The JSON contract: schema/report.schema.json says what programs may rely on. What is here can be
 * added to; nothing is ever renamed, removed, or given another meaning under `version: 1`.
 */

interface JsonPosition {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

interface JsonRange {
  readonly start: JsonPosition;
  readonly end: JsonPosition;
}

interface JsonFix {
  readonly title: string;
  readonly safety: Fix['safety'];
  readonly edits: readonly {
    readonly file: string;
    readonly range: JsonRange;
    readonly text: string;
  }[];
}

/** One diagnostic, as every JSON of kalint has it. */
export interface JsonDiagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly range: JsonRange;
  readonly notes: readonly string[];
  readonly related: readonly {
    readonly file: string;
    readonly range: JsonRange;
    readonly message: string;
  }[];
  /** Where else in the file the same is to be said; absent when nowhere. */
  readonly repeats?: readonly { readonly file: string; readonly range: JsonRange }[];
  readonly fix?: JsonFix;
  readonly url: string;
}

interface JsonReport {
  readonly version: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly keepalived: Release;
  readonly diagnostics: readonly JsonDiagnostic[];
  readonly summary: {
    readonly files: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly fixable: number;
  };
}

/** The report, in pieces: that of a fleet is large. */
export function reportAsJson({ diagnostics, release, files }: Report): readonly string[] {
  const count = (severity: Severity): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const report: JsonReport = {
    version: 1,
    tool: { name: 'kalint', version },
    keepalived: release,
    diagnostics: [],
    summary: {
      files: files.length,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      fixable: diagnostics.filter(({ fix }) => fix !== undefined).length,
    },
  };
  return printableJsonOf(report, 'diagnostics', diagnostics, jsonDiagnostic);
}

export function jsonDiagnostic(diagnostic: FoldedDiagnostic): JsonDiagnostic {
  const { rule, severity, message, location, notes, help, related, repeats, fix } = diagnostic;
  return {
    rule,
    severity,
    message,
    ...jsonLocation(location),
    notes: help === undefined ? notes : [...notes, `help: ${help}`],
    related: related.map(jsonRelated),
    ...(repeats.length > 0 && { repeats: repeats.map(jsonLocation) }),
    ...(fix && { fix: jsonFix(fix) }),
    url: documentationUrl(rule),
  };
}

function jsonRelated({ location, message }: RelatedLocation): JsonDiagnostic['related'][number] {
  return { ...jsonLocation(location), message };
}

function jsonFix({ title, safety, edits }: Fix): JsonFix {
  return { title, safety, edits: edits.map(jsonEdit) };
}

function jsonEdit({ source, span, text }: FileEdit): JsonFix['edits'][number] {
  return { ...jsonLocation({ source, span }), text };
}

function jsonLocation({ source, span }: Location): { file: string; range: JsonRange } {
  return { file: source.path, range: jsonRange(source, span) };
}

function jsonRange(source: SourceFile, { start, end }: Span): JsonRange {
  return { start: jsonPosition(source, start), end: jsonPosition(source, end) };
}

function jsonPosition(source: SourceFile, offset: number): JsonPosition {
  const { line, column } = positionAt(source, offset);
  return { line, column, offset };
}
