import { Command, Option } from 'commander';
import { parseWords, type Reply } from '../options/parse-words.ts';
import type { RulesRequest } from './request.ts';

/** Understands a command line that begins with `explain` or `rules`; undefined for any other. */
export function readRulesArguments(words: readonly string[]): RulesRequest | Reply | undefined {
  const [name, ...rest] = words;
  if (name === 'explain') return readExplain(rest);
  return name === 'rules' ? readRules(rest) : undefined;
}

function readExplain(words: readonly string[]): RulesRequest | Reply {
  const command = new Command('kalint explain')
    .description('Explains a rule: what it finds, why it matters, what is wrong and what is right.')
    .argument('<rule...>', 'the rule, as it stands in brackets in a report');
  addColours(command);
  const reply = parseWords(command, words);
  return reply ?? { kind: 'explain', rules: command.args, color: colorOf(command) };
}

function readRules(words: readonly string[]): RulesRequest | Reply {
  const command = new Command('kalint rules')
    .description('Lists all rules.')
    .addOption(
      new Option('--format <format>', 'how to list them')
        .choices(['pretty', 'json'])
        .default('pretty'),
    );
  addColours(command);
  const reply = parseWords(command, words);
  const format: unknown = command.getOptionValue('format');
  return (
    reply ?? {
      kind: 'rules',
      format: format === 'json' ? 'json' : 'pretty',
      color: colorOf(command),
    }
  );
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
