/** What decides, besides the files, what keepalived reads. */
export interface ReadingOptions {
  /** Not checked yet: which releases are known is knowledge of the parser. */
  readonly keepalivedVersion: string | undefined;
  /** The ids of the nodes; empty: those that the files name. */
  readonly configIds: readonly string[];
  /** Folders whose files may be included, besides the projects of the files. */
  readonly includeRoots: readonly string[];
  /** What `${_ENV NAME}` stands for; undefined: nothing is known of the environment. */
  readonly environment: ReadonlyMap<string, string> | undefined;
}

/** What the command line asks for. */
export interface Invocation extends ReadingOptions {
  readonly files: readonly string[];
  readonly format: 'pretty' | 'json';
  /** Undefined: nothing is said about colours. */
  readonly color: boolean | undefined;
}

/** A command line without options. */
export function invocationFor(files: readonly string[]): Invocation {
  return {
    files,
    format: 'pretty',
    keepalivedVersion: undefined,
    configIds: [],
    includeRoots: [],
    environment: undefined,
    color: undefined,
  };
}
