import { defineRule } from '../../rule.ts';
import { commandsOf, type Command } from './commands.ts';

/**
 * notify_script_init() in keepalived/core/notify.c cannot parse it, and says so in the log only;
 * vrrp_vscript_end_handler() in keepalived/vrrp/vrrp_parser.c removes such a script.
 */
export const emptyCommand = defineRule({
  id: 'empty-command',
  scope: 'config',
  severity: 'error',
  summary: 'A command is empty',
  check({ config }, { report }) {
    for (const command of commandsOf(config)) {
      if (command.setting.value.command.trim() !== '') continue;
      report({
        at: command.setting.statement.keyword,
        severity: isReported(command) ? undefined : 'warning',
        message: `\`${command.keyword}\` has an empty command`,
        notes: [
          isReported(command)
            ? 'keepalived reports it, and removes the check'
            : 'keepalived says in its log only that it cannot parse it, and runs nothing',
        ],
        help: 'write the command, or remove the line',
      });
    }
  },
});

function isReported({ role, keyword }: Command): boolean {
  return role === 'check' || keyword === 'startup_script' || keyword === 'shutdown_script';
}
