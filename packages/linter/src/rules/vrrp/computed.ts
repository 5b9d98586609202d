/** Whether a text has a `$NAME` or `${NAME}` in it, for which the preprocessor may put something else. */
export function isComputed(text: string): boolean {
  return /\$\{?[A-Za-z_]/.test(text);
}
