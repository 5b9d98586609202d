/*
 * Text of a file, or a file's name, on its way to a terminal. A terminal obeys control characters,
 * turns the direction of text round, and hides what has no width: a configuration that is shown must
 * not be able to do any of this, and the reader must see what stands there.
 */

/** Whether a text is nothing but printable ASCII, which needs no care. */
export function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/** The text with every character shown that would act on a terminal, or not be seen, on one line. */
export function visible(text: string): string {
  return isPlain(text) ? text : Array.from(text, visibleCharacter).join('');
}

/** How one character (one code point) is shown. */
export function visibleCharacter(character: string): string {
  return isPlain(character) || !(one ??= invisible('')).test(character)
    ? character
    : substituteFor(character);
}

let one: RegExp | undefined;

/**
 * Control and format characters, lone surrogates, private and unassigned code points, line and
 * paragraph separators, whatever is invisible by design, and all blanks but the space: for keepalived
 * a no-break space is part of a word. Made when it is first needed, for it takes half a millisecond.
 */
export function invisible(flags: '' | 'g'): RegExp {
  return new RegExp(invisibleClass, `u${flags}`);
}

const invisibleClass = '[\\p{C}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}]|(?! )\\p{Zs}';

function substituteFor(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  // Unicode has a picture for each of the ASCII control characters.
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
