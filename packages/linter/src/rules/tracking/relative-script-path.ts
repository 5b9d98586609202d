import type { Location } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { commandsOf } from './commands.ts';

/**
 * A name with a slash is not looked for in PATH (check_script_secure() in keepalived/core/notify.c), and
 * the daemon runs in `/` (xdaemon() in keepalived/core/daemon.c).
 */
export const relativeScriptPath = defineRule({
  id: 'relative-script-path',
  scope: 'config',
  severity: 'warning',
  summary: 'The path of a script does not begin at the root',
  check({ config }, { report, quote }) {
    for (const { arguments: words, word } of commandsOf(config)) {
      const path = words[0]?.text ?? '';
      // What begins with a quote of some kind is another mistake.
      if (!path.includes('/') || /^[/$"\u2018-\u201F\u00AB]/.test(path)) continue;
      if (isBelowWorkingDirectory(word)) continue;
      report({
        at: word,
        message: `the path in ${quote(word)} does not begin with \`/\``,
        notes: [
          causeOf(path),
          'a script that is not found is disabled, and the log says so only at startup',
        ],
        help: 'write the full path',
      });
    }
  },
});

/** `${_PWD}/check.sh`: kalint may know the folder by a relative name, keepalived does not. */
function isBelowWorkingDirectory({ source, span }: Location): boolean {
  return /^"?\$(?:\{_PWD\}|_PWD\b)/.test(source.text.slice(span.start, span.end));
}

function causeOf(path: string): string {
  return path.startsWith('~')
    ? 'keepalived starts programs without a shell, and does not know whose home `~` is'
    : 'keepalived as a daemon runs in `/`, with -n or -t where it was started: it finds another file there, or none';
}
