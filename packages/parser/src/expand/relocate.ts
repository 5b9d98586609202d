import type {
  Block,
  BraceReason,
  Directive,
  Item,
  Statement,
  StrayBrace,
  SyntaxProblem,
  SyntaxTree,
  Word,
} from '../syntax/tree.ts';
import type { Location, SourceFile } from '../text/source-file.ts';
import { cover, type Span } from '../text/span.ts';
import type { Expansion } from './expand.ts';
import type { Origin } from './origin.ts';

type Locate = Expansion['locate'];

/** The tree of an expanded text with its items and problems put where they were written. */
export function relocate(tree: SyntaxTree, { locate, complete }: Expansion): SyntaxTree {
  // The blocks of an expansion that was cut short are not closed, and nobody's mistake.
  const problems = complete
    ? tree.problems
    : tree.problems.filter(({ kind }) => kind !== 'unclosed-block');
  return {
    source: tree.source,
    items: tree.items.map((item) => relocateItem(item, locate)),
    problems: problems.map((problem) => relocateProblem(problem, locate)),
    // They are made when they are asked for.
    get tokens() {
      return tree.tokens;
    },
    get trivia() {
      return tree.trivia;
    },
  };
}

function relocateItem(item: Item, locate: Locate): Item {
  switch (item.kind) {
    case 'statement':
      return relocateStatement(item, locate);
    case 'block':
      return relocateBlock(item, locate);
    case 'stray-brace':
    case 'definition':
    case 'condition':
    case 'sequence':
    case 'include':
      return relocateLeaf(item, locate);
  }
}

function relocateLeaf<Leaf extends Directive | StrayBrace>(item: Leaf, locate: Locate): Leaf {
  const { source, span } = locate(item.span);
  return { ...item, source, span };
}

function relocateStatement(statement: Statement, locate: Locate): Statement {
  const keyword = relocateWord(statement.keyword, locate);
  const words = statement.words.map((word) => relocateWord(word, locate));
  const block = statement.block && relocateBlock(statement.block, locate);
  const { source } = keyword;
  let { span } = keyword;
  for (const word of words) if (word.source === source) span = cover(span, word.span);
  if (block?.source === source) span = cover(span, block.span);
  return { kind: 'statement', source, keyword, words, block, span };
}

function relocateWord({ span: place, text, quoted, joined }: Word, locate: Locate): Word {
  const { source, span, via } = locate(place);
  return via.length > 0
    ? { source, span, text, quoted, joined, via }
    : { source, span, text, quoted, joined };
}

function relocateBlock(block: Block, locate: Locate): Block {
  const { source, span: open } = locate(block.open);
  const close = spanIn(source, locate(block.close));
  const items = block.items.map((item) => relocateItem(item, locate));
  return { kind: 'block', source, items, open, close, span: cover(open, close) };
}

/**
 * The part of an origin that lies in a file: the place itself, or the step through which it came from
 * there, such as the include line. What has nothing to do with the file is behind its end.
 */
function spanIn(source: SourceFile, origin: Origin): Span {
  const places: readonly Location[] = [origin, ...origin.via];
  const end = source.text.length;
  return places.find((place) => place.source === source)?.span ?? { start: end, end };
}

function relocateProblem(problem: SyntaxProblem, locate: Locate): SyntaxProblem {
  switch (problem.kind) {
    case 'unclosed-block': {
      const { source, span: header } = locate(problem.header);
      const belongs = spanIn(source, locate({ start: problem.belongs, end: problem.belongs }));
      const reason = relocateReason(problem.reason, source, locate);
      const displaced = problem.displaced && spanIn(source, locate(problem.displaced));
      return { ...problem, source, header, belongs: belongs.start, reason, displaced };
    }
    case 'unopened-block': {
      const { source, span: header } = locate(problem.header);
      const placeOf = (offset: number): number =>
        spanIn(source, locate({ start: offset, end: offset })).start;
      const belongs = placeOf(problem.belongs);
      const closes = problem.closes === undefined ? undefined : placeOf(problem.closes);
      const displaced = problem.displaced && spanIn(source, locate(problem.displaced));
      return { ...problem, source, header, belongs, closes, displaced };
    }
    case 'extra-brace': {
      const { source, span } = locate(problem.span);
      const { next } = problem;
      const following = next && { ...next, at: spanIn(source, locate(next.at)) };
      return { ...problem, source, span, next: following };
    }
    case 'unterminated-quote':
    case 'deep-nesting':
    case 'limit-exceeded':
    case 'byte-order-mark': {
      const { source, span } = locate(problem.span);
      return { ...problem, source, span };
    }
  }
}

function relocateReason(reason: BraceReason, source: SourceFile, locate: Locate): BraceReason {
  if (reason.kind === 'end-of-file') return reason;
  return { ...reason, at: spanIn(source, locate(reason.at)) };
}
