/** Puts texts in the order of their code units: it is the same on every machine, in whatever language. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
