import { compareReleases, type Release } from '@kalint/parser';
import { insertion, type Fix } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { commandsOf, programOf, type Argument, type Command } from './commands.ts';

/** Before, commands were given to system(3), which is a shell. */
const withoutShell: Release = '2.0.0';

/**
 * system_call_script() in keepalived/core/notify.c calls execve(2); where it falls back on a shell, it
 * quotes each word.
 */
export const shellSyntax = defineRule({
  id: 'shell-syntax',
  scope: 'config',
  severity: 'warning',
  summary: 'A command has pipes, redirections or other things that only a shell understands',
  check({ config }, { report, quote, release }) {
    if (compareReleases(release, withoutShell) < 0) return;
    for (const command of commandsOf(config)) {
      const found = command.arguments.find(isForShell);
      if (!found || isShell(command)) continue;
      report({
        at: command.word,
        message: `the command ${quote(command.word)} is not run by a shell`,
        notes: [
          `keepalived starts the program itself and gives it \`${symbolIn(found)}\` and what follows as arguments; its exit status alone counts`,
        ],
        help: "write a script file, or `/bin/sh -c '...'` around the command",
        fix: shellAround(command),
      });
    }
  },
});

/** Operators as words of their own, redirections that touch their file, and substitutions. */
const symbol = /^(?:\|\|?|&&?|;|\d*<<?)$|^(?:\d*>>?|&>>?)|\$\?|\$\(|`|&&|\|\||[|;&]$/;

function isForShell({ text, quoted }: Argument): boolean {
  return !quoted && symbolIn({ text, quoted }) !== '';
}

/** What of a word a shell would understand; empty when nothing. */
function symbolIn({ text }: Argument): string {
  // `<PLACEHOLDER>` is no redirection.
  if (/^<[^<>]*>$/.test(text)) return '';
  return symbol.exec(text)?.[0] ?? '';
}

function isShell(command: Command): boolean {
  const program = programOf(command);
  if (/^(?:ba|da|k|z|a|c)?sh$|^busybox$/.test(program)) return true;
  // These run another program, and that may be a shell.
  return command.arguments.slice(1).some(({ text }) => /(?:^|\/)(?:ba|da|k|z|a)?sh$/.test(text));
}

/** Only where the command is one quoted word, without quotes in it. */
function shellAround({ word }: Command): Fix | undefined {
  const { source, span, text } = word;
  const isWhole = word.quoted && source.text.slice(span.start, span.end) === `"${text}"`;
  if (!isWhole || /['"\\$]/.test(text)) return undefined;
  return {
    title: 'let a shell run it',
    safety: 'unsafe',
    edits: [
      insertion(source, span.start + 1, "/bin/sh -c '"),
      insertion(source, span.end - 1, "'"),
    ],
  };
}
