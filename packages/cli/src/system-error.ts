interface SystemError extends Error {
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
