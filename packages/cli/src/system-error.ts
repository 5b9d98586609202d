export interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
}

/** An error of the operating system; any other kind is a mistake in this program. */
export function isSystemError(error: unknown): error is SystemError {
  return (
    error instanceof Error &&
    'syscall' in error &&
    typeof error.syscall === 'string' &&
    'code' in error &&
    typeof error.code === 'string'
  );
}

/** Why the system has not done what it was asked for, for people. */
export function describeSystemError({ code }: Pick<SystemError, 'code'>): string {
  return reasons[code] ?? `the system says ${code}`;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'its symbolic links go round in a circle',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'there is no space left',
  EDQUOT: 'there is no space left',
  EROFS: 'the file system cannot be written',
};
