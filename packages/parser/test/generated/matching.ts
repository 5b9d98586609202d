import fc from 'fast-check';

const known = new Map<string, fc.Arbitrary<string>>();

/**
 * Words that a regular expression matches. Each is made once: fast-check takes longer to make one than the parser
 * takes for the text that is drawn.
 */
export function matching({ source, flags }: RegExp): fc.Arbitrary<string> {
  const key = `${flags}/${source}`;
  const words = known.get(key) ?? fc.stringMatching(new RegExp(source, flags));
  known.set(key, words);
  return words;
}
