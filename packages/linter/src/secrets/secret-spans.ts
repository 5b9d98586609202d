import { lineStarts, type SourceFile, type Span } from '@kalint/parser';
import { findSecrets } from './find-secrets.ts';

const secretsOf = new WeakMap<SourceFile, readonly Span[]>();

/** The spans of a file that must not be shown, in order: passwords and keys. */
function secretSpans(source: SourceFile): readonly Span[] {
  const known = secretsOf.get(source);
  if (known) return known;
  const spans = findSecrets(source);
  secretsOf.set(source, spans);
  return spans;
}

/** Whether any part of the span must not be shown. */
export function isSecret(source: SourceFile, span: Span): boolean {
  const secret = firstEndingAfter(secretSpans(source), span.start);
  return secret !== undefined && secret.start < span.end;
}

const lastLineOf = new WeakMap<SourceFile, { readonly line: number; readonly text: string }>();

/** A line (from 1) of a file, without its end, what is secret in it replaced by asterisks. */
export function redactedLine(source: SourceFile, line: number): string {
  // A long line with many findings is asked for as often.
  const last = lastLineOf.get(source);
  if (last?.line === line) return last.text;
  const text = redact(source, line);
  lastLineOf.set(source, { line, text });
  return text;
}

function redact(source: SourceFile, line: number): string {
  const starts = lineStarts(source);
  const start = starts[line - 1];
  if (start === undefined) return '';
  const next = starts[line];
  const text = source.text.slice(start, next === undefined ? source.text.length : next - 1);
  const secret = firstEndingAfter(secretSpans(source), start);
  if (!secret || secret.start - start >= text.length) return text.replace(/\r+$/, '');
  const shown = text.slice(0, secret.start - start);
  return shown + '*'.repeat(secret.end - secret.start);
}

/** The first of the spans, which are in order, that ends behind an offset. */
function firstEndingAfter(spans: readonly Span[], offset: number): Span | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return spans[low];
}
