import type { Command } from 'commander';
import { threadsIn } from './option-values.ts';
import type { FleetOptions } from './settings.ts';

/**
 * Gives a command the options that say how folders and patterns are gone through. The function that is returned
 * tells, once the command line is parsed, what they say.
 */
export function addFleetOptions(command: Command): () => FleetOptions {
  let threads: number | undefined;
  command
    .option(
      '--no-ignore',
      'check what is found in folders and by patterns even if the configuration file ignores it',
    )
    .option(
      '--threads <count>',
      'work on many files in so many threads (default: one for each processor)',
      (text) => void (threads = threadsIn(text)),
    );
  return () => ({ ignores: command.getOptionValue('ignore') !== false, threads });
}
