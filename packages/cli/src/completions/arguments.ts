import { Argument, Command } from 'commander';
import { readWith, type Definition } from '../options/definition.ts';
import type { Reply } from '../options/parse-words.ts';
import { shells, type CompletionsRequest } from './request.ts';

const epilogue = `
bash: kalint completions bash > ~/.local/share/bash-completion/completions/kalint
zsh:  kalint completions zsh > FOLDER/_kalint, where FOLDER is one of $fpath
fish: kalint completions fish > ~/.config/fish/completions/kalint.fish

Exit status: 0 printed, 2 the words make no sense, or nothing can be written, 3 kalint itself failed.`;

/** Understands a command line that begins with `completions`; undefined for any other. */
export function readCompletionsArguments(
  words: readonly string[],
): CompletionsRequest | Reply | undefined {
  const [name, ...rest] = words;
  return name === 'completions' ? readWith(defineCompletionsCommand(), rest) : undefined;
}

/** What may stand behind `completions`. */
export function defineCompletionsCommand(): Definition<CompletionsRequest> {
  const command = new Command('kalint completions')
    .description('Prints what makes a shell complete the words behind kalint.')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .helpOption('-h, --help', 'print this text')
    .addHelpText('after', epilogue);
  const request = (): CompletionsRequest | Reply => {
    const shell = shells.find((each) => each === command.args[0]);
    if (shell !== undefined) return { kind: 'completions', shell };
    const lines = [`shells are ${shells.join(', ')}`, 'See kalint completions --help'];
    return { kind: 'mistake', lines };
  };
  return { command, request };
}
