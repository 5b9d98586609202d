import { isTerminal, type Stream } from './output.ts';

/** What gets a colour, by its part in the report. */
export interface Palette {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  /** What is read first. */
  readonly strong: (text: string) => string;
  /** Labels such as `help:`. */
  readonly label: (text: string) => string;
  /** What only guides the eye. */
  readonly quiet: (text: string) => string;
  /** What leads somewhere when it is clicked. */
  readonly link: (text: string, url: string) => string;
}

const asIs = (text: string): string => text;

export const noColours: Palette = {
  error: asIs,
  warning: asIs,
  info: asIs,
  strong: asIs,
  label: asIs,
  quiet: asIs,
  link: asIs,
};

/**
 * Whether to colour: what the command line says, else NO_COLOR (https://no-color.org), else
 * FORCE_COLOR, else whether somebody looks at it.
 */
export function wantsColours(
  option: boolean | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  to: Stream = 'stdout',
): boolean {
  if (option !== undefined) return option;
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = environment;
  if (no !== undefined && no !== '') return false;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return terminal !== 'dumb' && isTerminal(to);
}

/** The colours for a command line that wants, or does not want, or says nothing about them. */
export async function paletteFor(option: boolean | undefined, to?: Stream): Promise<Palette> {
  return wantsColours(option, process.env, to) ? colours(to) : noColours;
}

/** Only the sixteen colours that every terminal's own theme defines. */
async function colours(to?: Stream): Promise<Palette> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    error: chalk.red.bold,
    warning: chalk.yellow.bold,
    info: chalk.cyan.bold,
    strong: chalk.bold,
    label: chalk.green,
    quiet: chalk.dim,
    link: isTerminal(to) ? hyperlink : asIs,
  };
}

/** OSC 8: terminals that do not know it show the text. Logs of CI might show all of it. */
function hyperlink(text: string, url: string): string {
  return `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`;
}
