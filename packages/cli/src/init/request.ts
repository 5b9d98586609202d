/** What `kalint init` is asked for. */
export interface InitRequest {
  readonly kind: 'init';
  readonly invocation: InitInvocation;
}

export interface InitInvocation {
  /** Files, folders and patterns; none: the working directory. */
  readonly words: readonly string[];
  readonly format: Format;
  /** The configuration is printed, and no file is written. */
  readonly isPrinted: boolean;
  /** Not checked yet: which releases are known is knowledge of the parser. */
  readonly keepalivedVersion: string | undefined;
}

export const formats = ['yaml', 'json'] as const;
export type Format = (typeof formats)[number];

/** The words with which a command line begins that asks for it. */
export const initCommands: readonly string[] = ['init'];
