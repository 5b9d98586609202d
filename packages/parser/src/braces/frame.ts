import type { IToken } from 'chevrotain';
import { keywordIn, language, placementsOf } from '../schema/language.ts';
import type { Keywords, KeywordSchema } from '../schema/keyword.ts';
import type { Line } from './pieces.ts';

/** An open block. */
export interface Frame {
  readonly keyword: string;
  readonly header: IToken;
  /** That of the header. */
  readonly indent: number | undefined;
  readonly contents: Contents;
  /** The block around it; undefined at the top level. */
  readonly outer: Frame | undefined;
  /** How many blocks are open with it. */
  readonly depth: number;
}

/** What may stand in a block. */
type Contents =
  | { readonly kind: 'keywords'; readonly keywords: Keywords }
  /** Lines that begin with any word. */
  | { readonly kind: 'free-form' }
  /** The block of a keyword that is not known: anything. */
  | { readonly kind: 'unknown' };

const topLevel: Contents = { kind: 'keywords', keywords: language };
const freeForm: Contents = { kind: 'free-form' };
const unknown: Contents = { kind: 'unknown' };
/** Behind a keyword that takes no block. */
const nothing: Contents = { kind: 'keywords', keywords: {} };

export function contentsOf(frame: Frame | undefined): Contents {
  return frame?.contents ?? topLevel;
}

/** The block that a line opens, or would open if it had its `{`. */
export function openFrame({ keyword, token, indent }: Line, outer: Frame | undefined): Frame {
  // A `{` without a keyword changes nothing about what may follow.
  const contents = keyword === '' ? contentsOf(outer) : contentsBehind(schemaOf(outer, keyword));
  return { keyword, header: token, indent, contents, outer, depth: (outer?.depth ?? 0) + 1 };
}

function contentsBehind(schema: KeywordSchema | undefined): Contents {
  if (!schema) return unknown;
  if (schema.lines) return freeForm;
  return schema.keywords ? { kind: 'keywords', keywords: schema.keywords } : nothing;
}

function schemaOf(outer: Frame | undefined, keyword: string): KeywordSchema | undefined {
  const around = contentsOf(outer);
  const here = around.kind === 'keywords' ? keywordIn(around.keywords, keyword) : undefined;
  return here ?? placementsOf(keyword)[0]?.schema;
}

export function takesBlock({ keywords, lines }: KeywordSchema): boolean {
  return keywords !== undefined || lines !== undefined;
}

/** Whether anything is known that may stand in a block. */
export function takesLines({ contents }: Frame): boolean {
  return contents !== nothing && contents !== unknown;
}

/** Whether a keyword begins one of the blocks that stand in no other. */
export function opensAtTopLevel(keyword: string): boolean {
  const schema = keywordIn(language, keyword);
  return schema !== undefined && takesBlock(schema);
}

/** The nearest block around a frame in which a keyword may stand; `frame` undefined: the top level. */
export function homeOf(
  frame: Frame | undefined,
  keyword: string,
): { readonly frame: Frame | undefined } | undefined {
  if (!frame) return undefined;
  for (let outer = frame.outer; outer; outer = outer.outer) {
    const { contents } = outer;
    if (contents.kind === 'keywords' && keywordIn(contents.keywords, keyword)) {
      return { frame: outer };
    }
  }
  return keywordIn(language, keyword) ? { frame: undefined } : undefined;
}

export function outerWithIndent({ outer }: Frame, indent: number): Frame | undefined {
  let frame = outer;
  while (frame && frame.indent !== indent) frame = frame.outer;
  return frame;
}
