import type { Word } from '@kalint/parser';

/** `<your_address>`, `[address]`, `x.x.x.x`, `{{ address }}` */
export function isPlaceholder({ text }: Pick<Word, 'text'>): boolean {
  return /^[<[].*[>\]]|^[xX]+(?:\.[xX]+)+/.test(text);
}
