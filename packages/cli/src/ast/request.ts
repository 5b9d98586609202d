import type { ReadingOptions } from '../options/settings.ts';

/** What `kalint ast` and `kalint build` are asked for. */
export type AstRequest =
  | { readonly kind: 'ast'; readonly invocation: AstInvocation }
  | { readonly kind: 'build'; readonly file: string };

export interface AstInvocation extends ReadingOptions {
  readonly file: string;
  /** The file as it is written, or what keepalived reads. */
  readonly form: 'tree' | 'model';
  readonly showSecrets: boolean;
}

/** The words with which a command line begins that asks for them. */
export const astCommands: readonly string[] = ['ast', 'build'];
