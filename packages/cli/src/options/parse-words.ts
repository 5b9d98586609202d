import { CommanderError, type Command } from 'commander';

/** What a command line asks for that is no job. */
export type Reply =
  /** --help or --version. */
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'mistake'; readonly lines: readonly string[] };

/** Parses the words behind a command; undefined when they make sense and ask for the command's job. */
export function parseWords(command: Command, words: readonly string[]): Reply | undefined {
  let answer = '';
  command
    .configureOutput({
      writeOut: (text) => void (answer += text),
      writeErr: () => undefined,
      getOutHelpWidth: () => 80,
      getOutHasColors: () => false,
    })
    .exitOverride();
  try {
    command.parse(words, { from: 'user' });
    return undefined;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'answer', text: answer };
    const lines = error.message.replace(/^error: /, '').split('\n');
    return { kind: 'mistake', lines: [...lines, `See ${command.name()} --help`] };
  }
}
