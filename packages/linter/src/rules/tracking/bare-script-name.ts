import { defineRule } from '../../rule.ts';
import { commandsOf } from './commands.ts';

/** find_path() in keepalived/core/notify.c looks for it in PATH, and wants the full path. */
export const bareScriptName = defineRule({
  id: 'bare-script-name',
  scope: 'config',
  severity: 'info',
  profile: 'strict',
  summary: 'A command is named without its folder, so that PATH decides what runs',
  check({ config }, { report, quote }) {
    for (const { arguments: words, word } of commandsOf(config)) {
      const [program] = words;
      if (!program || program.text === '' || /[/$]/.test(program.text)) continue;
      report({
        at: word,
        message: `the command ${quote(word)} has no path`,
        notes: [
          'keepalived looks for it in the PATH that it was started with, and logs "resolved by path search ... Please specify full path"',
        ],
        help: 'write the full path of the program',
      });
    }
  },
});
