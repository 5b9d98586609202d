import type { CommandForm } from './command-form.ts';
import type { Values, Word } from './values.ts';

/*
 * For bash from 3.2 on, which macOS has, as far as that can do it. Files are left to readline: it knows how to
 * quote them, whatever they are called.
 */

/** A script that makes bash complete the words behind `kalint`. */
export function bashCompletions(forms: readonly CommandForm[]): string {
  const names = forms.map(({ name }) => name).filter((name) => name !== '');
  return `# bash completions for kalint; made by \`kalint completions bash\`.

# Offers those of the words in $1 that begin with $2.
_kalint_words() {
  local word before='' IFS=$' \\t\\n'
  # Where bash breaks words at \`=\`, only what stands behind it is replaced.
  [[ $COMP_WORDBREAKS == *=* ]] || before=\${current%"$2"}
  for word in $1; do
    [[ $word == "$2"* ]] && COMPREPLY[\${#COMPREPLY[@]}]=$before$word
  done
}

# The same for KEY=VALUE: the keys, each with its \`=\`, are in $1, the values in $2.
_kalint_pairs() {
  if [[ $3 == *=* ]]; then
    _kalint_words "$2" "\${3#*=}"
  else
    _kalint_words "$1" "$3"
    compopt -o nospace 2>/dev/null
  fi
}

# Lets readline offer files, folders, or nothing.
_kalint_folders() {
  compopt +o default +o bashdefault -o dirnames 2>/dev/null
}

_kalint_nothing() {
  compopt +o default +o bashdefault 2>/dev/null
}

_kalint() {
  local word current option='' value command='' joined='' last=-1 i
  local -a words
  COMPREPLY=()
  # bash cuts words at \`=\` and \`:\`; they are put together again.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if ((last > 0)) && { [[ $word == [=:]* ]] || [[ -n $joined ]]; }; then
      words[last]=\${words[last]}$word
    else
      words[++last]=$word
    fi
    if [[ $word == [=:]* ]]; then joined=yes; else joined=''; fi
  done
  # Behind -- there are only files.
  for ((i = 1; i < last; i++)); do
    if [[ \${words[i]} == -- ]]; then return; fi
  done
  current=\${words[last]}
  if ((last > 1)); then
    case \${words[1]} in
      ${names.join(' | ')}) command=\${words[1]} ;;
    esac
  fi
  if [[ $current == --*=* ]]; then
    option=\${current%%=*}
    value=\${current#*=}
  else
    if ((last > 1)); then option=\${words[last - 1]}; fi
    value=$current
  fi

  case "$command $option" in
${forms.flatMap(optionCases).join('\n')}
  esac

  if [[ $current == -* ]]; then
    case "$command" in
${forms.map(optionNames).join('\n')}
    esac
    _kalint_nothing
    return
  fi

  case "$command" in
${forms.flatMap(operandCases).join('\n')}
  esac
  if ((last == 1)); then
    _kalint_words '${names.join(' ')}' "$current"
    if ((\${#COMPREPLY[@]} > 0)); then
      while IFS= read -r word; do
        if [[ -e $word ]]; then COMPREPLY[\${#COMPREPLY[@]}]=$word; fi
      done < <(compgen -f -- "$current")
      compopt -o filenames 2>/dev/null
    fi
  fi
}

complete -o bashdefault -o default -F _kalint kalint
`;
}

function optionCases({ name, options }: CommandForm): readonly string[] {
  return options.flatMap(({ names, value }) => {
    if (!value) return [];
    const pattern = names.map((each) => `"${name} ${each}"`).join(' | ');
    if (value.values.kind === 'files') return [`    ${pattern}) return ;;`];
    return [`    ${pattern})`, `      ${offer(value.values)}`, '      return', '      ;;'];
  });
}

function optionNames({ name, options }: CommandForm): string {
  const all = options.flatMap(({ names }) => names).join(' ');
  return `      '${name}') _kalint_words '${all}' "$current" ;;`;
}

function operandCases({ name, operand }: CommandForm): readonly string[] {
  if (operand?.values.kind === 'files') return [];
  const values = operand?.values ?? { kind: 'free' };
  return [`    '${name}')`, `      ${offer(values)}`, '      return', '      ;;'];
}

function offer(values: Exclude<Values, { readonly kind: 'files' }>): string {
  switch (values.kind) {
    case 'folders':
      return '_kalint_folders';
    case 'free':
      return '_kalint_nothing';
    case 'words':
      return `_kalint_words '${listOf(values.words)}' "$value"; _kalint_nothing`;
    case 'pairs':
      return `_kalint_pairs '${keysOf(values.keys)}' '${values.values.map(plain).join(' ')}' "$value"; _kalint_nothing`;
    case 'words-or-files':
      return `if [[ $value != *=* ]]; then _kalint_words '${listOf(values.words)}' "$value"; _kalint_nothing; fi`;
  }
}

function listOf(words: readonly Word[]): string {
  return words.map(({ word }) => plain(word)).join(' ');
}

function keysOf(words: readonly Word[]): string {
  return words.map(({ word }) => `${plain(word)}=`).join(' ');
}

/** Words stand in the script as they are: none may mean anything to a shell. */
export function plain(word: string): string {
  if (!/^[\w.+-]+$/.test(word)) throw new Error(`not a plain word: ${word}`);
  return word;
}
