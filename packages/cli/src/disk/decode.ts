/** What the bytes of a file turned out to be. */
type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: 'utf-8' | 'latin-1' }
  | { readonly kind: 'binary'; readonly reason: string };

/**
 * Turns the bytes of a configuration file into text without losing any.
 *
 * keepalived works on bytes and gives no encoding a meaning. Bytes that are not UTF-8 are therefore
 * read as Latin-1, one character per byte, so that every offset still belongs to a byte. A NUL byte
 * means that the file is no text: keepalived skips every line that has one (lib/parser.c, read_line).
 */
export function decode(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    return { kind: 'binary', reason: 'it is UTF-16; save it as UTF-8' };
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    return { kind: 'binary', reason: `it is not a text file (NUL byte at offset ${nul})` };
  }
  try {
    const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { kind: 'text', text: utf8.decode(bytes), encoding: 'utf-8' };
  } catch {
    // Not TextDecoder('latin1'): that is windows-1252, which moves the bytes 0x80 to 0x9f.
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) {
      text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    }
    return { kind: 'text', text, encoding: 'latin-1' };
  }
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}
