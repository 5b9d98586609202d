import { InvalidArgumentError, type Command } from 'commander';
import { formats, type Output } from '../reporters/output.ts';
import { textOf } from './given-values.ts';
import { fileName } from './option-values.ts';

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
      (text) => {
        outputs.push(outputIn(text));
        // That it is given is what other options look at.
        return text;
      },
    )
    .option(
      '--output <file>',
      'where the report goes that has no file, instead of being printed',
      fileName,
    );
  return () => {
    const file = textOf(command, 'output');
    const wanted: readonly Output[] =
      outputs.length === 0 && file !== undefined
        ? [{ format: 'pretty', file: undefined }]
        : outputs;
    return wanted.map((output): Output => {
      const name = output.file ?? file;
      // As everywhere, `-` is standard output.
      return { ...output, file: name === '-' ? undefined : name };
    });
  };
}

/** `FORMAT` or `FORMAT=FILE` */
function outputIn(text: string): Output {
  const [name = '', ...rest] = text.split('=');
  const format = formats.find((each) => each === name);
  if (format === undefined)
    throw new InvalidArgumentError(
      `There is no format ${name === '' ? 'without a name' : name}. Formats are ${formats.join(', ')}; give several as --format one --format another=FILE.`,
    );
  if (rest.length === 0) return { format, file: undefined };
  const file = rest.join('=');
  if (file === '') throw new InvalidArgumentError(`Give the file, too, as ${format}=FILE.`);
  return { format, file };
}
