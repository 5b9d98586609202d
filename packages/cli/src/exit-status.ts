/** What the command's exit status means. Scripts rely on it: it never changes. */
export const exitStatus = {
  /** No errors; warnings and advice are allowed. */
  clean: 0,
  /** The files have errors. */
  errorsFound: 1,
  /** Nothing was checked: a bad option, a file that cannot be read. */
  unable: 2,
  /** kalint itself failed. */
  bug: 3,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
