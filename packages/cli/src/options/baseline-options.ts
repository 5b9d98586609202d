import type { Command } from 'commander';
import { isGiven, textOrNo } from './given-values.ts';
import { fileName } from './option-values.ts';
import type { BaselineOptions } from './settings.ts';

/**
 * Gives a command the options about findings that are known. The function that is returned tells, once the
 * command line is parsed, what they say.
 */
export function addBaselineOptions(command: Command): () => BaselineOptions {
  command
    .option('--baseline <file>', 'leave out the findings that this file knows', fileName)
    .option('--no-baseline', 'use none, whatever the configuration file names')
    .option('--update-baseline', 'write the baseline, to know what is found now');
  return () => ({
    baseline: textOrNo(command, 'baseline'),
    updatesBaseline: isGiven(command, 'updateBaseline'),
  });
}
