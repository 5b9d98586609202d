import {
  format,
  positionAt,
  sameMeaning,
  type Doubt,
  type Formatted,
  type MeaningOptions,
  type SourceFile,
} from '@kalint/parser';
import { isForeign } from './foreign.ts';

/** What lays a file out. */
export type Formatter = (source: SourceFile) => Formatted;

/** What becomes of a file. */
export type Outcome =
  /** It is laid out already. */
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly text: string }
  /** It must not be changed; `where` it is seen, and why. */
  | { readonly kind: 'left'; readonly where: string; readonly reason: string };

/** Lays a file out, and compares what keepalived reads before and after. */
export function outcomeOf(
  source: SourceFile,
  options: MeaningOptions,
  formatter: Formatter = format,
): Outcome {
  const formatted = formatter(source);
  if (formatted.kind === 'doubtful') return leave(source, formatted.doubt);
  const { text } = formatted;
  if (text === source.text) return { kind: 'same' };
  if (isForeign(source)) return { kind: 'left', where: source.path, reason: foreign };
  if (sameMeaning(source, { path: source.path, text }, options)) return { kind: 'changed', text };
  return { kind: 'left', where: source.path, reason: wouldDiffer };
}

const foreign = 'none of its blocks is one of keepalived; name keepalived.conf files only';

const wouldDiffer =
  'laid out, keepalived would read something else. This is a bug in kalint, not in your file; please report it: https://github.com/kalint/kalint/issues';

function leave(source: SourceFile, { kind, at }: Doubt): Outcome {
  const reason = doubts[kind];
  if (!at) return { kind: 'left', where: source.path, reason };
  const { line, column } = positionAt(source, at.start);
  return { kind: 'left', where: `${source.path}:${line}:${column}`, reason };
}

const repair = 'kalint FILE says where it belongs';

const doubts: Readonly<Record<Doubt['kind'], string>> = {
  'unclosed-block': `the } of this block is missing; ${repair}`,
  'unopened-block': `the { of this block is missing; ${repair}`,
  'extra-brace': 'this brace is one too many; kalint FILE says more about it',
  'unterminated-quote': 'this quote has no partner on its line; close it',
  'deep-nesting': 'here are more blocks in each other than kalint reads',
  'limit-exceeded': 'it is larger, or has longer lines, than what kalint lays out',
  'byte-order-mark': 'a byte order mark stands in the middle of the file; delete it',
  'unnamed-block':
    'this { has no keyword before it. If the file is a template, format what is made of it',
  'contradicting-indentation':
    'its braces and its indentation say different things about what belongs together; kalint FILE says more',
};
