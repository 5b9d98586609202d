import type { Command } from 'commander';

/* What a command line that is parsed says of an option. Commander tells nothing of its type. */

/** Whether an option without a value is given. */
export function isGiven(command: Command, option: string): boolean {
  return command.getOptionValue(option) === true;
}

/** The value of an option; undefined when it has none. */
export function textOf(command: Command, option: string): string | undefined {
  const value: unknown = command.getOptionValue(option);
  return typeof value === 'string' ? value : undefined;
}

/** The value of an option that has a `--no-`: false when that is given, undefined when neither is. */
export function textOrNo(command: Command, option: string): string | false | undefined {
  // Commander makes `true` of an option that is only known by its `--no-`.
  return command.getOptionValue(option) === false ? false : textOf(command, option);
}

/** Which of its values an option has; undefined when it has none. */
export function choiceOf<Choice extends string>(
  command: Command,
  option: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = textOf(command, option);
  return choices.find((each) => each === value);
}
