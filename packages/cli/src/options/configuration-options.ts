import type { Command } from 'commander';
import { fileName } from './option-values.ts';
import type { ConfigurationOptions } from './settings.ts';

/**
 * Gives a command the options that say which configuration file counts. The function that is returned tells,
 * once the command line is parsed, what they say.
 */
export function addConfigurationOptions(command: Command): () => ConfigurationOptions {
  command
    .option(
      '--config <file>',
      'the configuration file (default: kalint.config.json or .yaml beside the first file, or above)',
      fileName,
    )
    .option('--no-config', 'use none');
  return () => {
    const value: unknown = command.getOptionValue('config');
    return { configuration: typeof value === 'string' || value === false ? value : undefined };
  };
}
