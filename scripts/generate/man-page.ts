import { allCommands } from '../../packages/cli/src/command.ts';
import type { ExitStatus } from '../../packages/cli/src/exit-status.ts';
import { configurationNames } from '../../packages/cli/src/configuration/find.ts';
import { version } from '../../packages/cli/src/version.ts';
import type { Artefact } from './artefact.ts';

type Command = ReturnType<typeof allCommands>[number];
type Option = Command['options'][number];

/** kalint(1), from the commands as they are defined; roff for man(7). */
export const manPage: Artefact = {
  path: 'packages/cli/man/kalint.1',
  text: () => page(allCommands()),
};

/** When the page was last looked at as a whole; a date of the build would make every build another page. */
const dated = '2026-11-21';

const meanings: Readonly<Record<ExitStatus, string>> = {
  0: 'The job is done, and no finding makes it fail.',
  1: 'Findings make it fail: errors, or what --fail-on and --max-warnings say; --diff or --check would change something; something that is expected of a cluster does not hold.',
  2: 'The job could not be done: an option that makes no sense, a file that cannot be read or written.',
  3: 'kalint itself failed. The message says where to report it.',
};

const environment: readonly (readonly [name: string, meaning: string])[] = [
  ['NO_COLOR', 'If it is set and not empty, nothing is coloured, unless --color asks for it.'],
  ['KALINT_DEBUG', 'If it is set, an internal error is shown with the place where it happened.'],
];

function page([check, ...commands]: readonly Command[]): string {
  if (!check) throw new Error('there is no command');
  return [
    '.\\" Written by `pnpm generate` from the definitions of the commands.',
    `.TH KALINT 1 ${dated} ${quoted(`kalint ${version}`)} ${quoted('User Commands')}`,
    '.SH NAME',
    `kalint \\- ${roff(lowerFirst(check.description().replace(/\.$/, '')))}`,
    '.SH SYNOPSIS',
    ...[check, ...commands].flatMap((command, index) => [
      ...(index > 0 ? ['.br'] : []),
      synopsis(command),
    ]),
    '.SH DESCRIPTION',
    filled(check.description()),
    ...paragraphs(epilogueOf(check)),
    '.SH OPTIONS',
    ...optionsOf(check),
    '.SH COMMANDS',
    ...commands.flatMap((command) => [
      `.SS ${quoted(command.name().replace(/^kalint /, ''))}`,
      filled(command.description()),
      ...optionsOf(command),
      ...paragraphs(epilogueOf(command)),
    ]),
    '.SH EXIT STATUS',
    ...Object.entries(meanings).flatMap(([status, meaning]) => tagged(bold(status), meaning)),
    '.SH ENVIRONMENT',
    ...environment.flatMap(([name, meaning]) => tagged(bold(name), meaning)),
    '.SH FILES',
    ...tagged(
      configurationNames.map(bold).join(', '),
      'The configuration file: the nearest one, in the folder of the first file or above it.',
    ),
    '.SH SEE ALSO',
    '.BR keepalived (8),',
    '.BR keepalived.conf (5)',
    '.PP',
    roff('https://github.com/kalint/kalint'),
    '',
  ].join('\n');
}

function synopsis(command: Command): string {
  const operands = command.registeredArguments.map((argument) => {
    const name = italic(argument.name()) + (argument.variadic ? '...' : '');
    return argument.required ? name : `[${name}]`;
  });
  return [bold(command.name()), `[${italic('options')}]`, ...operands].join(' ');
}

function optionsOf(command: Command): readonly string[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .flatMap((option) => tagged(flagsOf(option), descriptionOf(option)));
}

/** `--format <format>`, the names in bold, the value in italics. */
function flagsOf({ flags }: Option): string {
  const [, names = flags, value] = /^(\S+(?:, \S+)*)(?: [<[](.*)[>\]])?$/.exec(flags) ?? [];
  const shown = names.split(', ').map(bold).join(', ');
  return value === undefined ? shown : `${shown} ${italic(value)}`;
}

function descriptionOf({ description, argChoices, defaultValue }: Option): string {
  const choices = argChoices ? [`one of ${argChoices.join(', ')}`] : [];
  const usual = typeof defaultValue === 'string' ? [`by default ${defaultValue}`] : [];
  const more = [...choices, ...usual].join('; ');
  return more === '' ? description : `${description} (${more})`;
}

/** What help says behind the options. */
function epilogueOf(command: Command): string {
  let text = '';
  command.configureOutput({
    writeOut: (part) => void (text += part),
    getOutHelpWidth: () => 80,
    getOutHasColors: () => false,
  });
  command.outputHelp();
  return text.slice(command.helpInformation().length);
}

/** From the first line on that is an example, lines are left as they are; before it they are filled. */
function paragraphs(text: string): readonly string[] {
  if (text.trim() === '') return [];
  return text
    .trim()
    .split(/\n{2,}/)
    .flatMap((paragraph) => ['.PP', ...linesOf(paragraph.split('\n'))]);
}

function linesOf(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => /^ |^\w+: +kalint /.test(line));
  if (first < 0) return [filled(lines.join(' '))];
  const before = first > 0 ? [filled(lines.slice(0, first).join(' '))] : [];
  return [...before, '.nf', ...lines.slice(first).map(roff), '.fi'];
}

/** In lines that are not longer than man(7) wants them. */
function filled(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).map(roff)) {
    if (line !== '' && line.length + 1 + word.length > 79) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

function tagged(tag: string, text: string): readonly string[] {
  return ['.TP', tag, filled(text)];
}

function bold(text: string): string {
  return `\\fB${roff(text)}\\fR`;
}

function italic(text: string): string {
  return `\\fI${roff(text)}\\fR`;
}

/** An argument of a request. */
function quoted(text: string): string {
  return `"${roff(text).replaceAll('"', '\\(dq')}"`;
}

/** Text that roff prints as it is. A hyphen of options must stay one that can be copied. */
export function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')
    .replaceAll('`', '\\(ga')
    .replaceAll("'", '\\(aq')
    .replace(/[^\n -~]/gu, (character) => `\\[u${codeOf(character)}]`)
    .replace(/^\./gm, '\\&.');
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
