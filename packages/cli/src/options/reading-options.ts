import type { Command } from 'commander';
import { textOf } from './given-values.ts';
import type { ReadingOptions } from './settings.ts';
import { folder, idsIn, variableIn } from './option-values.ts';

/**
 * Gives a command the options that say what keepalived reads besides the files. The function that is
 * returned tells, once the command line is parsed, what they say.
 */
export function addReadingOptions(command: Command): () => ReadingOptions {
  const configIds: string[] = [];
  const includeRoots: string[] = [];
  const variables: (readonly [name: string, value: string])[] = [];
  command
    .option(
      '--keepalived-version <release>',
      'the release that will read the files, or a distribution, as debian-12 (default: newest)',
    )
    .option(
      '--config-id <ids>',
      'the ids of the nodes, as keepalived -i, with commas (default: those of the @id lines)',
      (text) => void configIds.push(...idsIn(text)),
    )
    .option(
      '--include-root <folder>',
      'a folder whose files may be included, besides the project',
      (text) => void includeRoots.push(folder(text)),
    )
    .option('--env <name=value>', 'what ${_ENV name} stands for', (text) => {
      variables.push(variableIn(text));
    });
  return () => ({
    keepalivedVersion: textOf(command, 'keepalivedVersion'),
    configIds,
    includeRoots,
    environment: variables.length > 0 ? new Map(variables) : undefined,
  });
}
