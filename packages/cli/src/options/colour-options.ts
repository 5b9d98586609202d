import type { Command } from 'commander';

/**
 * Gives a command the options about colours. The function that is returned tells, once the command line is parsed,
 * what they say; undefined: nothing.
 *
 * @param what is coloured
 */
export function addColourOptions(command: Command, what: string): () => boolean | undefined {
  command
    .option('--color', `colour the ${what} (default: when it goes to a terminal)`)
    .option('--no-color', 'do not colour it');
  return () => {
    const color: unknown = command.getOptionValue('color');
    return typeof color === 'boolean' ? color : undefined;
  };
}
