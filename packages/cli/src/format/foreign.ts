import { parse, placementsOf, type SourceFile } from '@kalint/parser';

/**
 * Whether a file has blocks, and none of them is one of keepalived: nginx, HCL and many more look as if they could
 * be laid out, too, but nobody has compared what their programs read.
 */
export function isForeign(source: SourceFile): boolean {
  const blocks = parse(source).items.flatMap((item) =>
    item.kind === 'statement' && item.block ? [item.keyword.text] : [],
  );
  // Of a definition it is not known what it stands for.
  const isForeigner = (word: string): boolean =>
    !word.includes('$') && placementsOf(word).length === 0;
  return blocks.length > 0 && blocks.every(isForeigner);
}
