import type { Command } from 'commander';
import { textOrNo } from './given-values.ts';
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
  return () => ({ configuration: textOrNo(command, 'config') });
}
