import { Command, Option } from 'commander';
import { addBaselineOptions } from '../options/baseline-options.ts';
import { addColourOptions } from '../options/colour-options.ts';
import { addConfigurationOptions } from '../options/configuration-options.ts';
import { addExitOptions } from '../options/exit-options.ts';
import { addFleetOptions } from '../options/fleet-options.ts';
import { addOutputOptions } from '../options/output-options.ts';
import { readWith, type Definition } from '../options/definition.ts';
import { isGiven, textOf } from '../options/given-values.ts';
import type { Reply } from '../options/parse-words.ts';
import { addReadingOptions } from '../options/reading-options.ts';
import { addRuleOptions } from '../options/rule-options.ts';
import { version } from '../version.ts';
import { contradictionIn } from './contradictions.ts';
import { invocationFor, type Fixing, type Invocation } from './invocation.ts';
import type { CheckRequest } from './request.ts';

const epilogue = `
Commands (a file of such a name is ./ast):
  failover FILE...     who holds the addresses when something fails
  fmt FILE...          lays files out
  init                 writes a configuration file for the clusters that it finds
  explain RULE, rules  says more about a rule, or lists them all
  ast FILE, build FILE what a file says as JSON, and text of it again
  completions SHELL    completion for bash, zsh or fish

Files that are named together are checked one by one and as the nodes of one cluster. Folders and
patterns stand for the files below them, which are grouped by what they share. Without files, the
clusters that kalint.config.json or .yaml names are checked.

A comment switches a rule off: # kalint-disable-next-line RULE -- reason

Exit status: 0 nothing found that fails, 1 something found that does (errors, or what --fail-on
and --max-warnings say), or --diff has something to show, 2 nothing could be checked or written,
3 kalint itself failed.

Examples:
  $ kalint /etc/keepalived/keepalived.conf
  $ kalint --keepalived-version 2.2.8 lb1/keepalived.conf lb2/keepalived.conf
  $ ssh lb1 cat /etc/keepalived/keepalived.conf | kalint - --stdin-filename lb1.conf`;

/** Understands a command line that begins with no command. */
export function readCheckArguments(words: readonly string[]): CheckRequest | Reply {
  return readWith(defineCheckCommand(), words);
}

/** What a command line without a command may say. */
export function defineCheckCommand(): Definition<CheckRequest> {
  const command = new Command('kalint')
    .description('Checks keepalived.conf files, alone and as the nodes of one cluster.')
    .argument('[file...]', 'the files to check; all of one cluster together; - is standard input');
  command.optionsGroup('What keepalived reads:');
  const readingOptions = addReadingOptions(command);
  command
    .option('--stdin-filename <file>', 'the name of the file that comes from standard input')
    .optionsGroup('Which files, and which rules:');
  const fleetOptions = addFleetOptions(command);
  const configurationOptions = addConfigurationOptions(command);
  const ruleOptions = addRuleOptions(command);
  command
    .option('--print-config', 'print what a check would work with, and check nothing')
    .option('--explain-clusters', 'say which files are one cluster, and why, and check nothing')
    .optionsGroup('How to report:');
  const outputs = addOutputOptions(command);
  command.option('--quiet', 'report what makes the exit status 1, and nothing else');
  const color = addColourOptions(command, 'report');
  command
    .option('--timing', 'say on standard error where the time went')
    .option('--watch', 'check again whenever a file changes, until Ctrl-C')
    .optionsGroup('What makes it fail:');
  const exitOptions = addExitOptions(command);
  const baselineOptions = addBaselineOptions(command);
  command
    .optionsGroup('Repairs:')
    .option('--fix', 'repair what can be repaired without changing what is meant')
    .addOption(
      new Option('--diff', 'show what --fix would change, and change nothing').conflicts([
        'fix',
        'format',
        'output',
        'updateBaseline',
      ]),
    )
    .option('--unsafe', 'with --fix or --diff: repairs, too, that change what keepalived does')
    .optionsGroup('About kalint:')
    .version(version, '-V, --version', 'print the version of kalint')
    .helpOption('-h, --help', 'print this text')
    .addHelpText('after', epilogue);
  const request = (): CheckRequest | Reply => {
    const name = textOf(command, 'stdinFilename');
    const invocation: Invocation = {
      ...invocationFor(command.args, name),
      ...readingOptions(),
      ...ruleOptions(),
      ...configurationOptions(),
      ...exitOptions(),
      ...baselineOptions(),
      ...fleetOptions(),
      outputs: outputs(),
      printsConfiguration: isGiven(command, 'printConfig'),
      explainsClusters: isGiven(command, 'explainClusters'),
      fixing: fixingOf(command),
      color: color(),
      isQuiet: isGiven(command, 'quiet'),
      showsTiming: isGiven(command, 'timing'),
      watches: isGiven(command, 'watch'),
    };
    const mistake = contradictionIn(invocation, {
      isUnsafe: isGiven(command, 'unsafe'),
      isNamed: name !== undefined,
    });
    if (mistake !== undefined) return { kind: 'mistake', lines: [mistake, 'See kalint --help'] };
    return { kind: 'check', invocation };
  };
  return { command, request };
}

function fixingOf(command: Command): Fixing | undefined {
  const unsafe = isGiven(command, 'unsafe');
  if (isGiven(command, 'diff')) return { how: 'diff', unsafe };
  return isGiven(command, 'fix') ? { how: 'write', unsafe } : undefined;
}
