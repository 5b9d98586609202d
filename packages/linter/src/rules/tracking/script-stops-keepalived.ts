import { defineRule } from '../../rule.ts';
import { commandsOf } from './commands.ts';

/** keepalived waits for no script when it ends: the rest of the script may not run at all. */
export const scriptStopsKeepalived = defineRule({
  id: 'script-stops-keepalived',
  scope: 'config',
  severity: 'warning',
  summary: 'A command stops or restarts the keepalived that runs it',
  check({ config }, { report, quote }) {
    for (const { role, arguments: words, word } of commandsOf(config)) {
      const text = words.map((each) => each.text).join(' ');
      if (!text.split(/[;&|()]/).some(stopsKeepalived)) continue;
      report({
        at: word,
        message: `the command ${quote(word)} stops the keepalived that runs it`,
        notes: [
          role === 'check'
            ? 'nobody starts it again when the service is back, and the node stays out of the cluster'
            : 'the change of state that it reacts to happens again when keepalived starts',
        ],
        help:
          role === 'check'
            ? 'let the check fail: with weight 0 the instance goes to FAULT, and comes back by itself'
            : 'use `nopreempt`, a weight, or a check that fails',
      });
    }
  },
});

const verbs: readonly string[] = ['stop', 'restart', 'try-restart', 'kill', 'condrestart'];

/** Signals that only ask whether it runs, or make it reload or write its state. */
const harmlessSignal = /^-(?:0|1|(?:SIG)?(?:HUP|USR1|USR2))$/;

/** One command of a line that a shell may read. */
function stopsKeepalived(command: string): boolean {
  const words = command.split(/[\s'"`]+/);
  const at = words.findIndex((word) =>
    /(?:^|\/)(?:systemctl|(?:rc-)?service|killall|pkill)$/.test(word),
  );
  const rest = words.slice(at + 1);
  const hasVerb = rest.some((word) => verbs.includes(word));
  if (rest.some((word) => word.endsWith('/init.d/keepalived'))) return hasVerb;
  const isMeant = rest.some((word) => /^keepalived(?:\.service)?$/.test(word));
  if (at === -1 || !isMeant) return false;
  return words[at]?.endsWith('kill') || words[at]?.endsWith('killall')
    ? !rest.some((word) => harmlessSignal.test(word))
    : hasVerb;
}
