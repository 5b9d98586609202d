import { Command, Option } from 'commander';
import { readWith, type Definition } from '../options/definition.ts';
import type { Reply } from '../options/parse-words.ts';
import type { RulesRequest } from './request.ts';

/** Understands a command line that begins with `explain` or `rules`; undefined for any other. */
export function readRulesArguments(words: readonly string[]): RulesRequest | Reply | undefined {
  const [name, ...rest] = words;
  if (name === 'explain') return readWith(defineExplainCommand(), rest);
  return name === 'rules' ? readWith(defineRulesCommand(), rest) : undefined;
}

/** What may stand behind `explain`. */
export function defineExplainCommand(): Definition<RulesRequest> {
  const command = new Command('kalint explain')
    .description('Explains a rule: what it finds, why it matters, what is wrong and what is right.')
    .argument('<rule...>', 'the rule, as it stands in brackets in a report');
  addColours(command);
  const request = (): RulesRequest => ({
    kind: 'explain',
    rules: command.args,
    color: colorOf(command),
  });
  return { command, request };
}

/** What may stand behind `rules`. */
export function defineRulesCommand(): Definition<RulesRequest> {
  const command = new Command('kalint rules')
    .description('Lists all rules.')
    .addOption(
      new Option('--format <format>', 'how to list them')
        .choices(['pretty', 'json'])
        .default('pretty'),
    );
  addColours(command);
  const request = (): RulesRequest => {
    const format: unknown = command.getOptionValue('format');
    return {
      kind: 'rules',
      format: format === 'json' ? 'json' : 'pretty',
      color: colorOf(command),
    };
  };
  return { command, request };
}

function addColours(command: Command): void {
  command
    .option('--color', 'colour the text (default: when it goes to a terminal)')
    .option('--no-color', 'do not colour it')
    .helpOption('-h, --help', 'print this text');
}

function colorOf(command: Command): boolean | undefined {
  const color: unknown = command.getOptionValue('color');
  return typeof color === 'boolean' ? color : undefined;
}
