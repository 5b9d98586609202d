import { Command, Option } from 'commander';
import { addColourOptions } from '../options/colour-options.ts';
import { readWith, type Definition } from '../options/definition.ts';
import { choiceOf } from '../options/given-values.ts';
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
  const color = addColourOptions(command, 'text');
  command.helpOption('-h, --help', 'print this text');
  const request = (): RulesRequest => ({ kind: 'explain', rules: command.args, color: color() });
  return { command, request };
}

const formats = ['pretty', 'json'] as const;

/** What may stand behind `rules`. */
export function defineRulesCommand(): Definition<RulesRequest> {
  const command = new Command('kalint rules')
    .description('Lists all rules.')
    .addOption(
      new Option('--format <format>', 'how to list them').choices(formats).default('pretty'),
    );
  const color = addColourOptions(command, 'text');
  command.helpOption('-h, --help', 'print this text');
  const request = (): RulesRequest => ({
    kind: 'rules',
    format: choiceOf(command, 'format', formats) ?? 'pretty',
    color: color(),
  });
  return { command, request };
}
