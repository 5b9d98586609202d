import type { Profile, Severity } from '@kalint/linter';
import { Option, type Command } from 'commander';
import { choiceOf } from './given-values.ts';
import type { RuleSettings } from './settings.ts';
import { ruleLevelIn } from './option-values.ts';

const profiles = ['minimal', 'recommended', 'strict'] as const satisfies readonly Profile[];

/**
 * Gives a command the options that say which rules run. The function that is returned tells, once the
 * command line is parsed, what they say.
 */
export function addRuleOptions(command: Command): () => RuleSettings {
  const severities = new Map<string, Severity | 'off'>();
  command
    .addOption(
      new Option(
        '--profile <profile>',
        'which rules run: only errors, what is recommended, or matters of taste, too (default: recommended)',
      ).choices(profiles),
    )
    .option(
      '--rule <rule=level>',
      'how severe a rule is: error, warning, info or off; may be repeated',
      (text) => {
        severities.set(...ruleLevelIn(text));
      },
    );
  return () => ({ profile: choiceOf(command, 'profile', profiles), severities });
}
