import { defineRule } from '../../rule.ts';
import { commandsOf, programOf, type Command } from './commands.ts';

/** keepalived runs as long as it runs checks: no source place, the check finds its own caller. */
export const alwaysTrueCheck = defineRule({
  id: 'always-true-check',
  scope: 'config',
  severity: 'warning',
  summary: 'A check asks whether keepalived itself is running',
  check({ config }, { report, quote }) {
    for (const command of commandsOf(config)) {
      if (command.role !== 'check' || !looksForKeepalived(command)) continue;
      report({
        at: command.word,
        message: `the check ${quote(command.word)} always succeeds`,
        notes: [
          'it asks whether keepalived is running, and only a running keepalived asks it',
          'when keepalived ends, its advertisements end with it, and the other node takes over anyway',
        ],
        help: 'check the service that the virtual address is for, or remove the check',
      });
    }
  },
});

function looksForKeepalived(command: Command): boolean {
  const [, ...words] = command.arguments.map(({ text }) => text);
  const names = words.filter((word) => !word.startsWith('-'));
  if (!names.every((name) => name === 'keepalived') || names.length === 0) return false;
  const program = programOf(command);
  if (program === 'pidof' || program === 'pgrep') return true;
  return (program === 'killall' || program === 'pkill') && words.includes('-0');
}
