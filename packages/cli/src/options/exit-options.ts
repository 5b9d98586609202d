import type { Severity } from '@kalint/linter';
import { Option, type Command } from 'commander';
import { choiceOf } from './given-values.ts';
import { countIn } from './option-values.ts';
import type { ExitPolicy } from './settings.ts';

/** What `--fail-on` may say. */
export const failLevels = ['error', 'warning', 'info', 'never'] as const satisfies readonly (
  Severity | 'never'
)[];

/**
 * Gives a command the options that say which findings make it fail. The function that is returned tells, once
 * the command line is parsed, what they say.
 */
export function addExitOptions(command: Command): () => ExitPolicy {
  let maxWarnings: number | undefined;
  command
    .addOption(
      new Option(
        '--fail-on <level>',
        'the least severe findings that make the exit status 1 (default: error)',
      ).choices(failLevels),
    )
    .option(
      '--max-warnings <count>',
      'more warnings than this make the exit status 1, too',
      (text) => void (maxWarnings = countIn(text)),
    );
  return () => ({ failOn: choiceOf(command, 'failOn', failLevels), maxWarnings });
}
