import { eastAsianWidth } from 'get-east-asian-width';

const combining = /^[\p{Mn}\p{Me}]$/u;

/** How many columns a terminal gives to a character that `visibleCharacter` leaves as it is. */
export function widthOf(character: string): number {
  if (combining.test(character)) return 0;
  return eastAsianWidth(character.codePointAt(0) ?? 0);
}
