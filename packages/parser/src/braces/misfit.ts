import { keywordIn, placementsOf } from '../schema/language.ts';
import type { KeywordSchema } from '../schema/keyword.ts';
import {
  contentsOf,
  homeOf,
  opensAtTopLevel,
  takesBlock,
  takesLines,
  type Frame,
} from './frame.ts';
import type { Line } from './pieces.ts';

/** Why a line does not fit into a block; `none`: it does. */
export type Misfit =
  | 'none'
  /** Its first word is known nowhere, which proves nothing: it may be misspelt. */
  | 'unknown-line'
  | 'unknown-block'
  /** It belongs in other blocks. */
  | 'misplaced-line'
  /** It belongs in a block further out, which a missing `}` keeps it from. */
  | 'misplaced-block'
  /** It belongs in blocks of which none is open. */
  | 'stranded-block'
  | 'misplaced-block-in-list'
  /** The block stands in one that is known nowhere, but it can only stand at the top level. */
  | 'block-in-unknown'
  /** There is a `{`, and nothing before it that takes one. */
  | 'brace-for-nothing'
  /** `keyword {{`: the keyword takes one, and has it. */
  | 'doubled-brace'
  /** The keyword needs a `{` and has none. */
  | 'no-brace'
  /** `virtual_ipaddress 192.0.2.1`: the only line of the list stands where the braces are missing. */
  | 'list-without-braces';

/** How a line fits into a block. */
export function misfitOf(frame: Frame | undefined, line: Line): Misfit {
  const { keyword, brace } = line;
  if (keyword === '') return isDoubled(frame, line) ? 'doubled-brace' : 'brace-for-nothing';
  const contents = contentsOf(frame);
  switch (contents.kind) {
    case 'keywords': {
      const schema = keywordIn(contents.keywords, keyword);
      return schema ? misfitOfKeyword(schema, line) : misfitOfStranger(frame, line);
    }
    case 'free-form': {
      const isMisplaced = homeOf(frame, keyword) !== undefined;
      if (brace) return isMisplaced ? 'misplaced-block-in-list' : 'brace-for-nothing';
      return isMisplaced ? 'misplaced-line' : 'none';
    }
    case 'unknown':
      return brace && opensAtTopLevel(keyword) ? 'block-in-unknown' : 'none';
  }
}

/** A placeholder of a template, `keyword {{ value }}`, is something else: nothing takes its first brace. */
function isDoubled(frame: Frame | undefined, { isBesideAnother }: Line): boolean {
  return isBesideAnother && frame !== undefined && frame.keyword !== '' && takesLines(frame);
}

function misfitOfKeyword(schema: KeywordSchema, { brace, token, last }: Line): Misfit {
  if (!takesBlock(schema)) return brace ? 'brace-for-nothing' : 'none';
  if (brace) return 'none';
  const isBareList = schema.lines !== undefined && schema.value.type === 'flag';
  return isBareList && token !== last ? 'list-without-braces' : 'no-brace';
}

function misfitOfStranger(frame: Frame | undefined, { keyword, brace }: Line): Misfit {
  const isKnown = placementsOf(keyword).length > 0;
  if (!brace) return isKnown ? 'misplaced-line' : 'unknown-line';
  if (!isKnown) return 'unknown-block';
  return homeOf(frame, keyword) ? 'misplaced-block' : 'stranded-block';
}

/**
 * Whether a line shows that a block goes on which a `}` has closed. A list takes any line; that a word is a
 * keyword speaks for the blocks that know it. The block of a keyword that is not known shows nothing.
 */
export function goesOnWith(frame: Frame, line: Line): boolean {
  // `};` is a habit of other languages.
  if (line.keyword === ';') return false;
  if (misfitOf(frame, line) !== 'none') return false;
  switch (frame.contents.kind) {
    case 'keywords':
      return true;
    case 'free-form':
      return placementsOf(line.keyword).length === 0;
    case 'unknown':
      return false;
  }
}

/** Whether a line follows a `}` on one line, and belongs into the block that it closes. */
export function isBehindItsBlock(
  frame: Frame | undefined,
  closed: { readonly frame: Frame; readonly index: number } | undefined,
  line: Line,
): boolean {
  return (
    line.indent === undefined &&
    closed?.index === line.index - 1 &&
    misfitOf(frame, line) !== 'none' &&
    goesOnWith(closed.frame, line)
  );
}

/** What a line that is read as it is written speaks against a way to read the file. */
export interface Weight {
  /** In braces that would have to be changed. */
  readonly cost: number;
  /** Decides between ways of the same cost. */
  readonly doubt: number;
}

/**
 * A brace is changed rather than a keyword called misplaced, but not two braces for one line. A whole
 * block that stands too far in says more than a line does.
 */
export const weights: Readonly<Record<Misfit, Weight>> = {
  none: { cost: 0, doubt: 0 },
  'unknown-line': { cost: 0, doubt: 1 },
  'unknown-block': { cost: 0.9, doubt: 1 },
  'misplaced-line': { cost: 1.2, doubt: 0 },
  'misplaced-block': { cost: 2.1, doubt: 0 },
  'stranded-block': { cost: 1.9, doubt: 0 },
  'misplaced-block-in-list': { cost: 3.3, doubt: 0 },
  'block-in-unknown': { cost: 0, doubt: 1 },
  'brace-for-nothing': { cost: 1.2, doubt: 0 },
  'doubled-brace': { cost: 2.1, doubt: 0 },
  'no-brace': { cost: 1.2, doubt: 0 },
  'list-without-braces': { cost: 0.9, doubt: 0 },
};

/** Added for a `}` beside another one. */
export const besideAnother: Weight = { cost: 0, doubt: 1 };

/** Added for a line that is behind its block. */
export const behindItsBlock: Weight = { cost: 2.1, doubt: 0 };
