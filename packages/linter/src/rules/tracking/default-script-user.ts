import { locationOf } from '../../diagnostic.ts';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { commandsOf } from './commands.ts';

/** get_default_script_user() in keepalived/core/notify.c */
export const defaultScriptUser = defineRule({
  id: 'default-script-user',
  scope: 'config',
  severity: 'info',
  profile: 'strict',
  summary: 'enable_script_security stands without script_user',
  check(node, { report, quote }) {
    const global = node.config.global_defs;
    if (!isComplete(node) || !global?.enable_script_security || global.script_user) return;
    const ownUsers = new Set(
      (node.config.vrrp_script ?? []).flatMap(({ user, header }) => (user ? [header] : [])),
    );
    const command = commandsOf(node.config).find(
      ({ arguments: words, setting, script }) =>
        words.length > 0 && setting.value.user === undefined && !ownUsers.has(script ?? ''),
    );
    if (!command) return;
    report({
      at: locationOf(global.enable_script_security),
      message: `nothing says which user runs ${quote(command.word)}`,
      notes: [
        'without `script_user` it is keepalived_script; where there is no such user, keepalived removes every script that names no user of its own ("Unable to set default user")',
      ],
      help: 'write `script_user` and the user into global_defs',
      related: [{ location: command.word, message: 'one of the commands' }],
    });
  },
});
