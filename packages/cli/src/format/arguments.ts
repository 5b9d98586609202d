import { Command, Option } from 'commander';
import { addColourOptions } from '../options/colour-options.ts';
import { addConfigurationOptions } from '../options/configuration-options.ts';
import { readWith, type Definition } from '../options/definition.ts';
import { isGiven, textOf } from '../options/given-values.ts';
import type { Reply } from '../options/parse-words.ts';
import { addReadingOptions } from '../options/reading-options.ts';
import type { FormatInvocation, FormatRequest } from './request.ts';

const epilogue = `
A statement on each line, four blanks for each block, { at the end of its line, one blank line for
several. Comments, order and columns stay. What keepalived reads is compared before a file is
written: if it would differ, or if the braces do not pair up, the file is left as it is.

# kalint-fmt-ignore keeps the next statement and its block as they are, # kalint-fmt-off all lines
up to # kalint-fmt-on.

Exit status: 0 done, or nothing to do, 1 with --check or --diff: something would change, 2 a file
was left as it is, or cannot be read or written, 3 kalint itself failed.

Examples:
  $ kalint fmt lb1/keepalived.conf lb2/keepalived.conf
  $ kalint fmt --check .
  $ kalint fmt - --stdin-filename keepalived.conf < keepalived.conf`;

/** Understands a command line that begins with `fmt`; undefined for any other. */
export function readFormatArguments(words: readonly string[]): FormatRequest | Reply | undefined {
  const [name, ...rest] = words;
  return name === 'fmt' ? readWith(defineFormatCommand(), rest) : undefined;
}

/** What may stand behind `fmt`. */
export function defineFormatCommand(): Definition<FormatRequest> {
  const command = new Command('kalint fmt')
    .description('Lays configuration files out, and changes nothing that keepalived reads.')
    .argument('[file...]', 'files, folders or patterns; - prints what standard input becomes')
    .option('--check', 'name the files that would change, and change none')
    .addOption(
      new Option('--diff', 'show what would change, and change nothing').conflicts('check'),
    )
    .option('--stdin-filename <file>', 'the name of the file that comes from standard input');
  const readingOptions = addReadingOptions(command);
  const configurationOptions = addConfigurationOptions(command);
  command.option('--no-ignore', 'format what the configuration file ignores, too');
  const color = addColourOptions(command, 'difference');
  command.helpOption('-h, --help', 'print this text').addHelpText('after', epilogue);
  const request = (): FormatRequest | Reply => {
    const isInput = command.args.includes('-');
    const name = textOf(command, 'stdinFilename');
    const mistake = mistakeIn(name, isInput);
    if (mistake !== undefined)
      return { kind: 'mistake', lines: [mistake, `See ${command.name()} --help`] };
    const invocation: FormatInvocation = {
      words: command.args.filter((word) => word !== '-'),
      standardInput: isInput ? (name ?? unnamed) : undefined,
      how: howIn(command),
      ignores: command.getOptionValue('ignore') !== false,
      color: color(),
      ...readingOptions(),
      ...configurationOptions(),
    };
    return { kind: 'format', invocation };
  };
  return { command, request };
}

/** How messages call what comes from standard input, as long as nobody gives it a name. */
const unnamed = '<stdin>';

function mistakeIn(name: string | undefined, isInput: boolean): string | undefined {
  if (name === '') return '--stdin-filename needs a name';
  if (name !== undefined && !isInput)
    return '--stdin-filename goes with -, which is standard input';
  return undefined;
}

function howIn(command: Command): FormatInvocation['how'] {
  if (isGiven(command, 'check')) return 'check';
  return isGiven(command, 'diff') ? 'diff' : 'write';
}
