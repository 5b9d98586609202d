import { plain } from './bash.ts';
import type { CommandForm, OptionForm } from './command-form.ts';
import type { Values, Word } from './values.ts';

/** A script that makes fish complete the words behind `kalint`. */
export function fishCompletions(forms: readonly CommandForm[]): string {
  const commands = forms.filter(({ name }) => name !== '');
  return `# fish completions for kalint; made by \`kalint completions fish\`.

# Whether the words so far are those of this command; check stands for none.
function __kalint_in --argument-names wanted
    set -l words (commandline -opc)
    set -l command check
    if set -q words[2]; and contains -- $words[2] ${commands.map(({ name }) => plain(name)).join(' ')}
        set command $words[2]
    end
    test $command = $wanted
end

function __kalint_is_first
    test (count (commandline -opc)) -eq 1
end

function __kalint_is_behind_equals
    string replace -r -- '^--[^=]*=' '' (commandline -ct) | string match -q -- '*=*'
end

complete -c kalint -e
${commands.map(commandLine).join('\n')}
${forms.flatMap(linesOf).join('\n')}
`;
}

function commandLine({ name, summary }: CommandForm): string {
  return `complete -c kalint -n __kalint_is_first -a ${plain(name)} -d ${quoted(summary)}`;
}

function linesOf({ name, operand, options }: CommandForm): readonly string[] {
  const condition = `__kalint_in ${name || 'check'}`;
  const lines = options.flatMap((option) => optionLines(condition, option));
  if (operand?.values.kind === 'files') return lines;
  const words = operand?.values.kind === 'words' ? operand.values.words : [];
  return [
    ...lines,
    `complete -c kalint -n ${quoted(condition)} -f`,
    ...wordLines(condition, words),
  ];
}

function wordLines(condition: string, words: readonly Word[]): readonly string[] {
  return words.map(({ word, summary }) =>
    [
      `complete -c kalint -n ${quoted(condition)} -f -a ${plain(word)}`,
      ...(summary ? [`-d ${quoted(summary)}`] : []),
    ].join(' '),
  );
}

function optionLines(condition: string, { names, summary, value }: OptionForm): readonly string[] {
  const switches = names.map((each) =>
    each.startsWith('--') ? `-l ${plain(each.slice(2))}` : `-s ${plain(each.slice(1))}`,
  );
  const line = (extra: string, more = ''): string =>
    [
      `complete -c kalint -n ${quoted(`${condition}${more}`)}`,
      ...switches,
      ...(extra ? [extra] : []),
      `-d ${quoted(summary)}`,
    ].join(' ');
  if (!value) return [line('')];
  return valueLines(value.values).map(({ extra, more }) => line(extra, more));
}

interface ValueLine {
  readonly extra: string;
  /** A condition besides that of the command. */
  readonly more?: string;
}

function valueLines(values: Values): readonly ValueLine[] {
  const isBehind = '; and __kalint_is_behind_equals';
  const isBefore = '; and not __kalint_is_behind_equals';
  switch (values.kind) {
    case 'files':
      return [{ extra: '-r -F' }];
    case 'folders':
      return [{ extra: "-x -a '(__fish_complete_directories (commandline -ct))'" }];
    case 'free':
      return [{ extra: '-x' }];
    case 'words':
      return [{ extra: `-x -a ${quoted(listOf(values.words))}` }];
    case 'pairs': {
      const pairs = values.keys.flatMap(({ word }) =>
        values.values.map((each) => `${plain(word)}=${plain(each)}`),
      );
      return [
        {
          extra: `-x -a ${quoted(values.keys.map(({ word }) => `${plain(word)}=`).join(' '))}`,
          more: isBefore,
        },
        { extra: `-x -a ${quoted(pairs.join(' '))}`, more: isBehind },
      ];
    }
    case 'words-or-files':
      return [
        { extra: `-x -a ${quoted(listOf(values.words))}`, more: isBefore },
        { extra: '-r -F', more: isBehind },
      ];
  }
}

function listOf(words: readonly Word[]): string {
  return words.map(({ word }) => plain(word)).join(' ');
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
