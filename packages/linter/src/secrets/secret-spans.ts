import {
  firstEndingAfter,
  lineSpan,
  lineStarts,
  type SourceFile,
  type Span,
  type SyntaxTree,
} from '@kalint/parser';
import { findSecrets, reference } from './find-secrets.ts';

const secretsOf = new WeakMap<SourceFile, readonly Span[]>();

/** Files whose definitions are all hidden. */
const hidesDefinitions = new WeakSet<SourceFile>();

/** Files that are included where secrets stand. */
const whollySecret = new WeakSet<SourceFile>();

/** The spans of a file that must not be shown, in order: passwords and keys. */
export function secretSpans(source: SourceFile): readonly Span[] {
  if (whollySecret.has(source)) return [{ start: 0, end: source.text.length }];
  const known = secretsOf.get(source);
  if (known) return known;
  const spans = findSecrets(source);
  secretsOf.set(source, spans);
  return spans;
}

/**
 * Says that files are parts of one configuration, the main one first. What one of them keeps secret may
 * be defined in another one, or stand in a file that is included there.
 */
export function readTogether(parts: readonly SyntaxTree[]): void {
  if (parts.length < 2) return;
  const files = parts.map(({ source }) => source);
  const hidden = files.flatMap((file) =>
    secretSpans(file).map(({ start, end }) => file.text.slice(start, end)),
  );
  if (hidden.some((text) => reference.test(text))) {
    for (const file of files) {
      if (hidesDefinitions.has(file)) continue;
      hidesDefinitions.add(file);
      secretsOf.set(file, findSecrets(file, { hideDefinitions: true }));
    }
  }
  // However the line begins, and wherever the word comes from: better too much than too little.
  const definesInclude = files.some(({ text }) => /=[ \t"]*include/.test(text));
  const mayInclude = (text: string): boolean =>
    text.includes('include') || (definesInclude && reference.test(text));
  if (hidden.some(mayInclude)) {
    for (const included of files.slice(1)) whollySecret.add(included);
  }
}

/**
 * Says what is secret in a file: what `secretSpans` has said of the same text in another thread. It cannot be found
 * out here, where the files that the text was read together with are not known.
 */
export function rememberSecrets(source: SourceFile, spans: readonly Span[]): void {
  secretsOf.set(source, spans);
}

/** Whether any part of the span must not be shown. */
export function isSecret(source: SourceFile, span: Span): boolean {
  if (whollySecret.has(source)) return true;
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
  const span = lineSpan(source, line);
  if (!span) return '';
  const { start, end } = span;
  const text = source.text.slice(start, end);
  if (whollySecret.has(source)) return '*'.repeat(text.length);
  const secret = firstEndingAfter(secretSpans(source), start);
  if (!secret || secret.start - start >= text.length) return text.replace(/\r+$/, '');
  const shown = text.slice(0, Math.max(0, secret.start - start));
  return shown + '*'.repeat(Math.min(secret.end, end) - start - shown.length);
}

/** A whole text, what is secret in it replaced by asterisks. */
export function redactedText(source: SourceFile): string {
  return lineStarts(source)
    .map((_, index) => redactedLine(source, index + 1))
    .join('\n');
}
