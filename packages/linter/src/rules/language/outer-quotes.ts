import type { Word } from '@kalint/parser';
import { rewriting, type Repair } from './repair.ts';

/** A word within single quotes, which keepalived takes for a part of it. */
export function outerQuotes(word: Word): Repair | undefined {
  const { text, quoted } = word;
  if (quoted || !/^'.*'$/.test(text)) return undefined;
  const inner = text.slice(1, -1);
  if (inner === '' || /\s/.test(inner)) return undefined;
  return {
    help: `only \`"\` is a quote here, and \`'\` is part of the word`,
    fix: {
      title: 'remove the quotes',
      safety: 'safe',
      edits: [
        ...rewriting(word, 0, 1, '', '').edits,
        ...rewriting(word, text.length - 1, text.length, '', '').edits,
      ],
    },
  };
}
