/** Whether a word of the command line may be a pattern; what is there is itself, whatever it is called. */
export function looksLikePattern(word: string): boolean {
  return /[*?[{]/.test(word);
}

/** The folder with which a pattern begins, with its `/`: all that fits lies in it. Empty: the working directory. */
export function folderOfPattern(pattern: string): string {
  const names = pattern.split('/');
  return names
    .slice(0, names.findIndex(looksLikePattern))
    .map((name) => `${name}/`)
    .join('');
}
