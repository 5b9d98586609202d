import type { Keepalived } from '../../../../scripts/keepalived/keepalived.ts';

/**
 * The first words of all lines that the block parser of the real daemon gets to read, on the node `here`: it calls
 * every one of them an unknown keyword. Undefined when keepalived does not end.
 */
export function firstWords(
  keepalived: Keepalived,
  text: string,
  files: Readonly<Record<string, string>>,
): readonly string[] | undefined {
  const { crashed, lines } = keepalived.check(text, { files, configId: 'here' });
  if (crashed) return undefined;
  const complaint = /(?:Unknown keyword|Unexpected) '(.*)'(?: - ignoring)?$/;
  return oneReading(lines.flatMap((line) => complaint.exec(line)?.[1] ?? []));
}

/**
 * keepalived reads a file four times, with the same result as long as nothing in it is known. Only the
 * first time can be different: the others read a copy.
 */
function oneReading(words: readonly string[]): readonly string[] {
  const quarter = words.slice(0, words.length / 4);
  if (words.every((word, index) => word === quarter[index % quarter.length])) return quarter;
  for (let length = Math.floor(words.length / 3); length > 0; length--) {
    const copies = words.slice(-3 * length);
    const first = copies.slice(0, length);
    const isRepeated = copies.every((word, index) => word === first[index % length]);
    if (isRepeated && words.length - 3 * length < 2 * length) return first;
  }
  return words;
}
