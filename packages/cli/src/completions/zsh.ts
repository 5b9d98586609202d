import { plain } from './bash.ts';
import type { CommandForm, OptionForm } from './command-form.ts';
import type { Values, Word } from './values.ts';

/** A script that makes zsh complete the words behind `kalint`. */
export function zshCompletions(forms: readonly CommandForm[]): string {
  const [check] = forms.filter(({ name }) => name === '');
  const commands = forms.filter(({ name }) => name !== '');
  return `#compdef kalint
# zsh completions for kalint; made by \`kalint completions zsh\`.

${[...valueFunctions(forms)].map(([name, lines]) => functionOf(name, lines)).join('\n')}
${functionOf(
  '_kalint_commands',
  describe(
    'command',
    commands.map(({ name, summary }) => ({ word: name, summary })),
  ),
)}
${functionOf('_kalint_first', ["_alternative 'commands:command:_kalint_commands' 'files:file:_files'"])}
${commands.map((each) => functionOf(`_kalint_command_${each.name}`, specsOf(each))).join('\n')}
_kalint() {
  local command=$words[2]
  if (( CURRENT > 2 && $+functions[_kalint_command_$command] )); then
    shift words
    (( CURRENT-- ))
    _kalint_command_$command
    return
  fi
${check ? indented(specsOf(check)) : ''}
}

if [[ $funcstack[1] == _kalint ]]; then
  _kalint "$@"
else
  compdef _kalint kalint
fi
`;
}

function functionOf(name: string, lines: readonly string[]): string {
  return `${name}() {\n${indented(lines)}\n}\n`;
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}

/** What completes the values that are more than files, by the names of the functions. */
function valueFunctions(forms: readonly CommandForm[]): ReadonlyMap<string, readonly string[]> {
  const functions = new Map<string, readonly string[]>();
  for (const { name, operand, options } of forms) {
    const places = options.flatMap(({ names, value }) =>
      value ? [{ place: placeOf(name, names), ...value }] : [],
    );
    if (operand) places.push({ place: placeOf(name, []), ...operand });
    for (const { place, placeholder, values } of places) {
      const lines = completing(placeholder, values);
      if (lines) functions.set(place, lines);
    }
  }
  return functions;
}

function placeOf(command: string, names: readonly string[]): string {
  const words = [command || 'check', ...names.slice(-1)].map((each) => each.replace(/^-+/, ''));
  return `_kalint_value_${words.join('_')}`;
}

/** The lines of a function that completes values; undefined when zsh has one of its own, or none is needed. */
function completing(placeholder: string, values: Values): readonly string[] | undefined {
  switch (values.kind) {
    case 'files':
    case 'folders':
    case 'free':
      return undefined;
    case 'words':
      return describe(placeholder, values.words);
    case 'pairs':
      return either(
        describe(
          'level',
          values.values.map((word) => ({ word })),
        ),
        describe('rule', values.keys, "-qS '='"),
      );
    case 'words-or-files':
      return either(['_files'], describe('format', values.words));
  }
}

function either(behindEquals: readonly string[], before: readonly string[]): readonly string[] {
  const lines = (body: readonly string[]): readonly string[] => body.map((line) => `  ${line}`);
  return ["if compset -P '*='; then", ...lines(behindEquals), 'else', ...lines(before), 'fi'];
}

function describe(what: string, words: readonly Word[], options = ''): readonly string[] {
  return [
    'local -a words=(',
    ...words.map(
      ({ word, summary }) => `  ${quoted(summary ? `${plain(word)}:${summary}` : plain(word))}`,
    ),
    ')',
    `_describe ${quoted(what)} words ${options}`.trimEnd(),
  ];
}

function specsOf({ name, operand, options }: CommandForm): readonly string[] {
  const specs = [
    ...options.flatMap((option) => specOf(name, option)),
    ...operandSpecs(name, operand),
  ];
  return [
    '_arguments -s -S \\',
    ...specs.map((spec, index) => `  ${quoted(spec)}${index < specs.length - 1 ? ' \\' : ''}`),
  ];
}

function specOf(command: string, { names, summary, value }: OptionForm): readonly string[] {
  const explanation = `[${summary.replace(/[[\]\\]/g, '\\$&')}]`;
  return names.map((option) => {
    if (!value) return `*${option}${explanation}`;
    const message = value.placeholder.replace(/[:\\]/g, '\\$&');
    const equals = option.startsWith('--') ? '=' : '';
    return `*${option}${equals}${explanation}:${message}:${actionOf(value.values, placeOf(command, names))}`;
  });
}

function operandSpecs(command: string, operand: CommandForm['operand']): readonly string[] {
  if (!operand) return [];
  const rest = `${operand.isRepeated ? '*' : '1'}:${operand.placeholder}:${actionOf(operand.values, placeOf(command, []))}`;
  return command === '' ? ['1:file:_kalint_first', rest] : [rest];
}

function actionOf(values: Values, place: string): string {
  switch (values.kind) {
    case 'files':
      return '_files';
    case 'folders':
      return '_files -/';
    case 'free':
      return ' ';
    default:
      return place;
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
