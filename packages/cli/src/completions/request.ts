/** The shells for which there are completions. */
export const shells = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof shells)[number];

/** What `kalint completions` is asked for. */
export interface CompletionsRequest {
  readonly kind: 'completions';
  readonly shell: Shell;
}

/** The words with which a command line begins that asks for them. */
export const completionsCommands: readonly string[] = ['completions'];
