/** The bytes of a text in UTF-8, as hexadecimal digits; at most so many of them. */
export function hexBytes(text: string, most = Number.POSITIVE_INFINITY): string {
  return bytesOf(text)
    .slice(0, most)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** A lone surrogate is encoded like any other code point, so that nothing is lost. */
function bytesOf(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const rest = (shift: number): number => 0x80 | ((code >> shift) & 0x3f);
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), rest(0));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), rest(6), rest(0));
    else bytes.push(0xf0 | (code >> 18), rest(12), rest(6), rest(0));
  }
  return bytes;
}
