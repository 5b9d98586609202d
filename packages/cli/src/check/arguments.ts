import { Command, Option } from 'commander';
import { addConfigurationOptions } from '../options/configuration-options.ts';
import { addOutputOptions } from '../options/output-options.ts';
import { parseWords, type Reply } from '../options/parse-words.ts';
import { addReadingOptions } from '../options/reading-options.ts';
import { addRuleOptions } from '../options/rule-options.ts';
import { version } from '../version.ts';
import { invocationFor, type Fixing } from './invocation.ts';
import type { CheckRequest } from './request.ts';

const epilogue = `
Two or more files are checked one by one and as the nodes of one cluster. Without files, the
clusters that kalint.config.json or .yaml names are checked.

A comment switches a rule off: # kalint-disable-next-line RULE -- reason

kalint explain RULE says more about a rule, kalint rules lists them all. kalint ast FILE prints
what a file says as JSON, and kalint build FILE.json makes text of it. kalint failover FILE... says
who holds the addresses when something fails. A file of such a name is ./ast.

Exit status: 0 no errors, 1 errors found, or --diff has something to show, 2 nothing could be
checked or written, 3 kalint itself failed.

Examples:
  $ kalint /etc/keepalived/keepalived.conf
  $ kalint --keepalived-version 2.2.8 lb1/keepalived.conf lb2/keepalived.conf`;

/** Understands a command line that begins with no command. */
export function readCheckArguments(words: readonly string[]): CheckRequest | Reply {
  const command = new Command('kalint')
    .description('Checks keepalived.conf files, alone and as the nodes of one cluster.')
    .argument('[file...]', 'the files to check; all of one cluster together');
  const outputs = addOutputOptions(command);
  const readingOptions = addReadingOptions(command);
  const ruleOptions = addRuleOptions(command);
  const configurationOptions = addConfigurationOptions(command);
  command
    .option('--print-config', 'print what a check would work with, and check nothing')
    .option('--fix', 'repair what can be repaired without changing what is meant')
    .addOption(
      new Option('--diff', 'show what --fix would change, and change nothing').conflicts([
        'fix',
        'format',
        'output',
      ]),
    )
    .option('--unsafe', 'with --fix or --diff: repairs, too, that change what keepalived does')
    .option('--color', 'colour the report (default: when it goes to a terminal)')
    .option('--no-color', 'do not colour it')
    .version(version, '-V, --version', 'print the version of kalint')
    .helpOption('-h, --help', 'print this text')
    .addHelpText('after', epilogue);
  const reply = parseWords(command, words);
  if (reply) return reply;
  if (command.getOptionValue('unsafe') === true && !fixingOf(command))
    return { kind: 'mistake', lines: ['--unsafe goes with --fix or --diff', 'See kalint --help'] };
  const color: unknown = command.getOptionValue('color');
  return {
    kind: 'check',
    invocation: {
      ...invocationFor(command.args),
      ...readingOptions(),
      ...ruleOptions(),
      ...configurationOptions(),
      outputs: outputs(),
      printsConfiguration: command.getOptionValue('printConfig') === true,
      fixing: fixingOf(command),
      color: typeof color === 'boolean' ? color : undefined,
    },
  };
}

function fixingOf(command: Command): Fixing | undefined {
  const unsafe = command.getOptionValue('unsafe') === true;
  if (command.getOptionValue('diff') === true) return { how: 'diff', unsafe };
  return command.getOptionValue('fix') === true ? { how: 'write', unsafe } : undefined;
}
