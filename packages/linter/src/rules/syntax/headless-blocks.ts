import {
  keywordIn,
  language,
  type Item,
  type Keywords,
  type KeywordSchema,
  type Statement,
  type SyntaxTree,
} from '@kalint/parser';

/** A keyword that takes a block and has none: its `{` is missing. */
export interface HeadlessBlock {
  readonly statement: Statement;
  readonly schema: KeywordSchema;
  /** The lines behind it that were meant to stand in the block. */
  readonly content: readonly Statement[];
}

/**
 * Where a `{` is missing. What follows from it (keywords that seem misplaced, a `}` too many) is not
 * worth a finding of its own.
 */
export function headlessBlocksOf(tree: SyntaxTree): readonly HeadlessBlock[] {
  const known = headlessBlocks.get(tree);
  if (known) return known;
  const found = collect(tree.items, language);
  headlessBlocks.set(tree, found);
  return found;
}

/** Many rules ask for them. */
const headlessBlocks = new WeakMap<SyntaxTree, readonly HeadlessBlock[]>();

/** Whether a line was meant to stand in a block whose `{` is missing. */
export function isHeadlessContent(
  headless: readonly HeadlessBlock[],
  { source, span }: Statement,
): boolean {
  return headless.some(({ content }) =>
    content.some((line) => line.source === source && line.span.start === span.start),
  );
}

/** Whether a `}` of its own is left over when the block has no `{`. */
export function leavesBrace({ statement, schema, content }: HeadlessBlock): boolean {
  return schema.lines === undefined || statement.words.length === 0 || content.length > 0;
}

function collect(items: readonly Item[], keywords: Keywords): readonly HeadlessBlock[] {
  return items.flatMap((item, index) => {
    if (item.kind !== 'statement') return [];
    const schema = keywordIn(keywords, item.keyword.text);
    if (!schema?.keywords && !schema?.lines) return [];
    if (!item.block) {
      return [
        {
          statement: item,
          schema,
          content: contentBehind(items.slice(index + 1), schema, keywords),
        },
      ];
    }
    return schema.keywords ? collect(item.block.items, schema.keywords) : [];
  });
}

function contentBehind(
  items: readonly Item[],
  schema: KeywordSchema,
  around: Keywords,
): readonly Statement[] {
  const content: Statement[] = [];
  for (const item of items) {
    if (item.kind === 'block' || item.kind === 'stray-brace') break;
    if (item.kind !== 'statement') continue;
    const { text } = item.keyword;
    const belongs = schema.keywords
      ? keywordIn(schema.keywords, text) !== undefined
      : keywordIn(around, text) === undefined && !item.block;
    if (!belongs) break;
    content.push(item);
  }
  return content;
}
