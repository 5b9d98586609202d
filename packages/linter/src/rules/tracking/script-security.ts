import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { commandsOf } from './commands.ts';

/**
 * keepalived/core/main.c, keepalived/vrrp/vrrp.c and keepalived/check/check_data.c complain of scripts
 * that they find while enable_script_security is not set.
 */
export const scriptSecurity = defineRule({
  id: 'script-security',
  scope: 'config',
  severity: 'warning',
  profile: 'strict',
  summary: 'Scripts run without enable_script_security',
  check(node, { report, quote }) {
    // The setting may stand in a file that was not read.
    if (!isComplete(node) || node.config.global_defs?.enable_script_security) return;
    const command = commandsOf(node.config).find(({ arguments: words }) => words.length > 0);
    if (!command) return;
    report({
      at: command.word,
      message: `scripts such as ${quote(command.word)} run without \`enable_script_security\``,
      notes: [
        'keepalived logs "SECURITY VIOLATION", and `keepalived -t` ends with status 6, when the script exists',
        'whoever may write to a script, or to a folder above it, can run commands as root',
      ],
      help: 'write `enable_script_security` and `script_user` into global_defs',
    });
  },
});
