/** What the command's exit status means. Scripts rely on it: it never changes. */
export const exitStatus = {
  /** Nothing was found that fails. */
  clean: 0,
  /** Something was found that fails: errors, or what the command line or the configuration says. */
  errorsFound: 1,
  /** Nothing was checked: a bad option, a file that cannot be read. */
  unable: 2,
  /** kalint itself failed. */
  bug: 3,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
