import { Command, InvalidArgumentError, Option } from 'commander';
import { addColourOptions } from '../options/colour-options.ts';
import { addConfigurationOptions } from '../options/configuration-options.ts';
import { readWith, type Definition } from '../options/definition.ts';
import { choiceOf, textOf } from '../options/given-values.ts';
import type { Reply } from '../options/parse-words.ts';
import { addReadingOptions } from '../options/reading-options.ts';
import { formats, type FailoverRequest, type WrittenEvent } from './request.ts';

const epilogue = `
A fault is NODE:down (power), NODE:stop (keepalived is stopped), NODE:script:NAME,
NODE:interface:NAME, NODE:process:NAME, NODE:file:NAME=VALUE, NODE:bfd:NAME, or link:NODE-NODE.
A node is called as its file without the ending, or as its folder, or as kalint.config.json says.

Without files each cluster of the configuration file is examined, or the one of --cluster.
Without --fail each single fault is examined, and every combination of up to --max-faults.

Exit status: 0 done, 1 something that the configuration file expects does not hold, or the rules about
failover find errors, 2 nothing could be examined or written, 3 kalint itself failed.

Examples:
  $ kalint failover lb1.conf lb2.conf
  $ kalint failover --fail lb1:script:chk --fail lb2:interface:eth0 lb1.conf lb2.conf
  $ kalint failover --format html --output failover.html lb1.conf lb2.conf`;

/** Understands a command line that begins with `failover`; undefined for any other. */
export function readFailoverArguments(
  words: readonly string[],
): FailoverRequest | Reply | undefined {
  const [name, ...rest] = words;
  return name === 'failover' ? readWith(defineFailoverCommand(), rest) : undefined;
}

/** What may stand behind `failover`. */
export function defineFailoverCommand(): Definition<FailoverRequest> {
  const events: WrittenEvent[] = [];
  const take = (change: WrittenEvent['change']) => (fault: string) =>
    void events.push({ change, fault });
  let maxFaults = 2;
  const command = new Command('kalint failover')
    .description(
      'Computes who holds the addresses of a cluster when something fails, and how fast.',
    )
    .argument('[file...]', 'the configuration files of all nodes')
    .option('--cluster <name>', 'only that cluster of the configuration file')
    .option('--fail <fault>', 'what fails; several, in their order', take('fail'))
    .option('--repair <fault>', 'what is repaired again', take('repair'))
    .option(
      '--max-faults <number>',
      'how many faults at once are examined (default: 2)',
      (text) => void (maxFaults = faultsIn(text)),
    )
    .option('--mtbf <time>', 'how often the same fault comes, as 30d: tells the availability')
    .option('--mttr <time>', 'with --mtbf: how long a repair takes, as 4h')
    .addOption(new Option('--format <format>', 'how to report').choices(formats).default('pretty'))
    .option('--output <file>', 'where to write the report to, instead of printing it');
  const readingOptions = addReadingOptions(command);
  const configurationOptions = addConfigurationOptions(command);
  const color = addColourOptions(command, 'report');
  command.helpOption('-h, --help', 'print this text').addHelpText('after', epilogue);
  const request = (): FailoverRequest | Reply => {
    const [mtbf, mttr] = [textOf(command, 'mtbf'), textOf(command, 'mttr')];
    if (mttr !== undefined && mtbf === undefined)
      return { kind: 'mistake', lines: ['--mttr goes with --mtbf', 'See kalint failover --help'] };
    return {
      kind: 'failover',
      invocation: {
        files: command.args,
        ...{ events, maxFaults, mtbf, mttr },
        format: choiceOf(command, 'format', formats) ?? 'pretty',
        output: textOf(command, 'output'),
        cluster: textOf(command, 'cluster'),
        color: color(),
        ...readingOptions(),
        ...configurationOptions(),
      },
    };
  };
  return { command, request };
}

/** More would take too long, and nobody could read it. */
const mostFaults = 4;

function faultsIn(text: string): number {
  if (!/^[1-9]$/.test(text) || Number(text) > mostFaults)
    throw new InvalidArgumentError(`Give a number from 1 to ${mostFaults}.`);
  return Number(text);
}
