/** Complaints that differ only in names and numbers have the same pattern. */
export function patternOf(message: string): string {
  return message
    .replace(/'[^']*'/g, "'…'")
    .replace(/`[^`]*`/g, '`…`')
    .replace(/\[[^\]]*\]/g, '[…]')
    .replace(/^\([^)]*\)/, '(…)')
    .replace(/[0-9a-f]*:[0-9a-f:.]*[0-9a-f]|\d[\d.]*/gi, 'N');
}
