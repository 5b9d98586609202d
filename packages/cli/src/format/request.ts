import type { ConfigurationOptions, ReadingOptions } from '../options/settings.ts';

/** What `kalint fmt` is asked for. */
export interface FormatRequest {
  readonly kind: 'format';
  readonly invocation: FormatInvocation;
}

export interface FormatInvocation extends ReadingOptions, ConfigurationOptions {
  /** Files, folders and patterns; none: the files of the clusters that the configuration file names. */
  readonly words: readonly string[];
  /** The name of what comes from standard input, whose result is printed; undefined: nothing does. */
  readonly standardInput: string | undefined;
  /** What becomes of a file that is laid out otherwise: it is written, named, or the difference is shown. */
  readonly how: 'write' | 'check' | 'diff';
  /** What the configuration file ignores is left out of folders and patterns. */
  readonly ignores: boolean;
  /** Undefined: nothing is said about colours. */
  readonly color: boolean | undefined;
}

/** The words with which a command line begins that asks for it. */
export const formatCommands: readonly string[] = ['fmt'];
