/** A tab reaches to the next multiple of this. */
const tabWidth = 8;

/** The column (from 0) behind a text that begins at a column. */
export function columnAfter(text: string, column = 0): number {
  let at = column;
  for (const character of text) {
    at = character === '\t' ? at - (at % tabWidth) + tabWidth : at + 1;
  }
  return at;
}
