import { closesBlock, opensBlock, type Row } from './row.ts';

/** One blank line for several; none where a block, or the file, begins or ends. */
export function withoutIdleBlanks(rows: readonly Row[]): readonly Row[] {
  const folded: Row[] = [];
  let isBlank = false;
  for (const row of rows) {
    if (row.kind === 'blank') {
      isBlank = true;
      continue;
    }
    const last = folded.at(-1);
    if (isBlank && last && !opensBlock(last) && !closesBlock(row)) folded.push({ kind: 'blank' });
    folded.push(row);
    isBlank = false;
  }
  return folded;
}
