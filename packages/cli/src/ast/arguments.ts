import { Command, Option } from 'commander';
import { readWith, type Definition } from '../options/definition.ts';
import { isGiven } from '../options/given-values.ts';
import type { Reply } from '../options/parse-words.ts';
import { addReadingOptions } from '../options/reading-options.ts';
import type { AstRequest } from './request.ts';

/** Understands a command line that begins with `ast` or `build`; undefined for any other. */
export function readAstArguments(words: readonly string[]): AstRequest | Reply | undefined {
  const [name, ...rest] = words;
  if (name === 'ast') return readWith(defineAstCommand(), rest);
  return name === 'build' ? readWith(defineBuildCommand(), rest) : undefined;
}

const astEpilogue = `
--config-id, --include-root and --env are for --model. Passwords and keys are replaced by asterisks.
The schemas of both forms: https://github.com/kalint/kalint/tree/main/grammar

Exit status: 0 printed, 2 the file cannot be read, 3 kalint itself failed.`;

/** What may stand behind `ast`. */
export function defineAstCommand(): Definition<AstRequest> {
  const command = new Command('kalint ast')
    .description('Prints what a keepalived.conf says as JSON.')
    .argument('<file>', 'the configuration file')
    .addOption(new Option('--tree', 'the file as it is written (default)').conflicts('model'))
    .option('--model', 'what keepalived reads, with typed values')
    .option('--show-secrets', 'print passwords and keys; kalint build needs them');
  const readingOptions = addReadingOptions(command);
  command.helpOption('-h, --help', 'print this text').addHelpText('after', astEpilogue);
  const request = (): AstRequest => {
    const [file = ''] = command.args;
    return {
      kind: 'ast',
      invocation: {
        file,
        form: isGiven(command, 'model') ? 'model' : 'tree',
        showSecrets: isGiven(command, 'showSecrets'),
        ...readingOptions(),
      },
    };
  };
  return { command, request };
}

const buildEpilogue = `
What \`kalint ast --show-secrets FILE\` prints gives FILE again, byte for byte. JSON that has no text
which is read as it is meant gives none.

Exit status: 0 printed, 2 the JSON cannot be read or written as text, 3 kalint itself failed.`;

/** What may stand behind `build`. */
export function defineBuildCommand(): Definition<AstRequest> {
  const command = new Command('kalint build')
    .description('Prints the text of which kalint ast --tree has printed the JSON.')
    .argument('<file>', 'the JSON')
    .helpOption('-h, --help', 'print this text')
    .addHelpText('after', buildEpilogue);
  const request = (): AstRequest => {
    const [file = ''] = command.args;
    return { kind: 'build', file };
  };
  return { command, request };
}
