/** What the command line asks for. */
export interface Invocation {
  readonly files: readonly string[];
  readonly format: 'pretty' | 'json';
  /** Not checked yet: which releases are known is knowledge of the parser. */
  readonly keepalivedVersion: string | undefined;
  /** Undefined: nothing is said about colours. */
  readonly color: boolean | undefined;
}

/** A command line without options. */
export function invocationFor(files: readonly string[]): Invocation {
  return { files, format: 'pretty', keepalivedVersion: undefined, color: undefined };
}
