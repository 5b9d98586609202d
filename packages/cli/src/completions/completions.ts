import { distributions, releases } from '@kalint/parser';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import { formats } from '../reporters/output.ts';
import { readRuleBook } from '../rules/rule-book.ts';
import { print } from '../terminal/output.ts';
import { bashCompletions } from './bash.ts';
import { formOf } from './command-form.ts';
import { fishCompletions } from './fish.ts';
import type { CompletionsRequest } from './request.ts';
import { zshCompletions } from './zsh.ts';

const completionsFor = { bash: bashCompletions, zsh: zshCompletions, fish: fishCompletions };

/** Prints what makes a shell complete the words behind `kalint`. */
export async function carryOut({ shell }: CompletionsRequest): Promise<ExitStatus> {
  // It knows commander, and is there already: it has understood that this is wanted.
  const { allCommands } = await import('../command.ts');
  const vocabulary = {
    rules: readRuleBook().map(({ id, summary }) => ({ word: id, summary })),
    releases: [...Object.keys(distributions), ...releases.toReversed()],
    formats,
  };
  await print(completionsFor[shell](allCommands().map((each) => formOf(each, vocabulary))));
  return exitStatus.clean;
}
