import { Command, CommanderError, Option } from 'commander';
import { invocationFor, type Invocation } from './invocation.ts';
import { version } from './version.ts';

export type Request =
  | { readonly kind: 'check'; readonly invocation: Invocation }
  /** --help or --version. */
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'mistake'; readonly lines: readonly string[] };

const epilogue = `
Two or more files are checked one by one and as the nodes of one cluster.

Exit status: 0 no errors, 1 errors found, 2 nothing could be checked, 3 kalint itself failed.

Examples:
  $ kalint /etc/keepalived/keepalived.conf
  $ kalint --keepalived-version 2.2.8 lb1/keepalived.conf lb2/keepalived.conf`;

/** Understands the words of a command line. */
export function readArguments(words: readonly string[]): Request {
  let answer = '';
  const command = new Command('kalint')
    .description('Checks keepalived.conf files, alone and as the nodes of one cluster.')
    .argument('<file...>', 'the configuration files; all of one cluster together')
    .addOption(
      new Option('--format <format>', 'how to report')
        .choices(['pretty', 'json'])
        .default('pretty'),
    )
    .option(
      '--keepalived-version <release>',
      'the release that will read the files (default: newest)',
    )
    .option('--color', 'colour the report (default: when it goes to a terminal)')
    .option('--no-color', 'do not colour it')
    .version(version, '-V, --version', 'print the version of kalint')
    .helpOption('-h, --help', 'print this text')
    .addHelpText('after', epilogue)
    .configureOutput({
      writeOut: (text) => void (answer += text),
      writeErr: () => undefined,
      getOutHelpWidth: () => 80,
      getOutHasColors: () => false,
    })
    .exitOverride();
  try {
    command.parse(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'answer', text: answer };
    const lines = error.message.replace(/^error: /, '').split('\n');
    return { kind: 'mistake', lines: [...lines, 'See kalint --help'] };
  }
  const plain = invocationFor(command.args);
  const format: unknown = command.getOptionValue('format');
  const release: unknown = command.getOptionValue('keepalivedVersion');
  const color: unknown = command.getOptionValue('color');
  return {
    kind: 'check',
    invocation: {
      files: plain.files,
      format: format === 'json' ? 'json' : plain.format,
      keepalivedVersion: typeof release === 'string' ? release : plain.keepalivedVersion,
      color: typeof color === 'boolean' ? color : plain.color,
    },
  };
}
