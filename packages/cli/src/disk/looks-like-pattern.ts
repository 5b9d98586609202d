/** Whether a word of the command line may be a pattern; what is there is itself, whatever it is called. */
export function looksLikePattern(word: string): boolean {
  return /[*?[{]/.test(word);
}
