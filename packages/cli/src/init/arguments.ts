import { Command, Option } from 'commander';
import { readWith, type Definition } from '../options/definition.ts';
import { choiceOf, isGiven, textOf } from '../options/given-values.ts';
import type { Reply } from '../options/parse-words.ts';
import { formats, type InitRequest } from './request.ts';

const epilogue = `
Looks for the configurations of keepalived in the working directory, or in what is named, groups them
by what they share (addresses, peers, virtual servers), and writes kalint.config.yaml. After that
kalint without files checks the clusters. kalint --explain-clusters says why files are together.

Exit status: 0 written, 2 nothing was written, 3 kalint itself failed.

Examples:
  $ kalint init
  $ kalint init --keepalived-version debian-12 hosts/
  $ kalint init --stdout lb1.conf lb2.conf`;

/** Understands a command line that begins with `init`; undefined for any other. */
export function readInitArguments(words: readonly string[]): InitRequest | Reply | undefined {
  const [name, ...rest] = words;
  return name === 'init' ? readWith(defineInitCommand(), rest) : undefined;
}

/** What may stand behind `init`. */
export function defineInitCommand(): Definition<InitRequest> {
  const command = new Command('kalint init')
    .description('Writes a configuration file for the clusters that it finds.')
    .argument('[file...]', 'files, folders or patterns (default: the working directory)')
    .addOption(new Option('--format <format>', 'what to write').choices(formats).default('yaml'))
    .option('--stdout', 'print it, and write no file')
    .option(
      '--keepalived-version <release>',
      'the release that will read the files, or a distribution, as debian-12',
    )
    .helpOption('-h, --help', 'print this text')
    .addHelpText('after', epilogue);
  const request = (): InitRequest => ({
    kind: 'init',
    invocation: {
      words: command.args,
      format: choiceOf(command, 'format', formats) ?? 'yaml',
      isPrinted: isGiven(command, 'stdout'),
      keepalivedVersion: textOf(command, 'keepalivedVersion'),
    },
  });
  return { command, request };
}
