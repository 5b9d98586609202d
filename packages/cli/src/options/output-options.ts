import { InvalidArgumentError, type Command } from 'commander';
import { formats, type Output } from '../reporters/output.ts';

/**
 * Gives a command the options that say how it reports, and where. The function that is returned tells, once
 * the command line is parsed, what they say.
 */
export function addOutputOptions(command: Command): () => readonly Output[] {
  const outputs: Output[] = [];
  command
    .option(
      '--format <format[=file]>',
      `how to report: ${formats.join(', ')}; several in one run, each into a file of its own`,
      (text) => void outputs.push(outputIn(text)),
    )
    .option('--output <file>', 'where the report goes that has no file, instead of being printed');
  return () => {
    const file: unknown = command.getOptionValue('output');
    if (typeof file !== 'string') return outputs;
    const wanted: readonly Output[] =
      outputs.length > 0 ? outputs : [{ format: 'pretty', file: undefined }];
    return wanted.map((output) => ({ ...output, file: output.file ?? file }));
  };
}

/** `FORMAT` or `FORMAT=FILE` */
function outputIn(text: string): Output {
  const [, name, file] = /^([^=]*)(?:=(.+))?$/s.exec(text) ?? [];
  const format = formats.find((each) => each === name);
  if (format === undefined)
    throw new InvalidArgumentError(`Formats are ${formats.join(', ')}; give one as FORMAT=FILE.`);
  return { format, file };
}
