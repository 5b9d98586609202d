import type { Argument, Command, Option } from 'commander';
import { valuesFor, type Values, type Vocabulary } from './values.ts';

/** What can be written behind the name of a command, as shells complete it. */
export interface CommandForm {
  /** Empty: what may stand behind `kalint` itself. */
  readonly name: string;
  readonly summary: string;
  /** What is no option; undefined: there is nothing but options. */
  readonly operand: Operand | undefined;
  readonly options: readonly OptionForm[];
}

export interface Operand {
  readonly placeholder: string;
  readonly values: Values;
  /** There may be more than one. */
  readonly isRepeated: boolean;
}

export interface OptionForm {
  /** `-h` and `--help`. */
  readonly names: readonly string[];
  readonly summary: string;
  /** Undefined: it takes none. */
  readonly value: { readonly placeholder: string; readonly values: Values } | undefined;
}

/** The form of a command, whose name begins with `kalint`. */
export function formOf(command: Command, vocabulary: Vocabulary): CommandForm {
  const [operand] = command.registeredArguments;
  return {
    name: command.name().replace(/^kalint ?/, ''),
    summary: command.description().replace(/\.$/, ''),
    operand: operand && operandOf(operand, vocabulary),
    options: command
      .createHelp()
      .visibleOptions(command)
      .map((option) => optionOf(option, vocabulary)),
  };
}

function operandOf(argument: Argument, vocabulary: Vocabulary): Operand {
  const placeholder = argument.name();
  const values = valuesFor(placeholder, argument.argChoices, vocabulary);
  return { placeholder, values, isRepeated: argument.variadic };
}

function optionOf(option: Option, vocabulary: Vocabulary): OptionForm {
  const { short, long, flags, argChoices, description } = option;
  const placeholder = placeholderIn(flags);
  return {
    names: [short, long].filter((name) => name !== undefined),
    summary: description,
    value:
      placeholder === undefined
        ? undefined
        : { placeholder, values: valuesFor(placeholder, argChoices, vocabulary) },
  };
}

/** `rule=level` of `--rule <rule=level>`. */
export function placeholderIn(flags: string): string | undefined {
  return / <(.*)>$| \[(.*)\]$/
    .exec(flags)
    ?.slice(1)
    .find((name) => name !== undefined);
}
