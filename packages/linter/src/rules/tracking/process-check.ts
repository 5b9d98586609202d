import { compareReleases, type Release } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { commandsOf, programOf, type Command } from './commands.ts';

const firstWithTrackProcess: Release = '2.0.11';

/** keepalived/trackers/track_process.c: the kernel reports processes that start and end. */
export const processCheck = defineRule({
  id: 'process-check',
  scope: 'config',
  severity: 'info',
  profile: 'strict',
  summary: 'A vrrp_script asks whether a process runs, which track_process does better',
  check({ config }, { report, quote, release }) {
    if (compareReleases(release, firstWithTrackProcess) < 0) return;
    for (const command of commandsOf(config)) {
      if (command.script === undefined || !looksForProcess(command)) continue;
      report({
        at: command.word,
        message: `the check ${quote(command.word)} only asks whether a process runs`,
        notes: [
          'a `vrrp_track_process` with `track_process` needs no program, and knows at once',
          '`killall` and `pkill` need the right to send a signal to the process, and fail without it',
        ],
        help: 'track the process, or check that the service answers',
      });
    }
  },
});

function looksForProcess(command: Command): boolean {
  const words = command.arguments.map(({ text }) => text);
  // That is another finding.
  if (words.includes('keepalived')) return false;
  const program = programOf(command);
  if (program === 'pidof' || program === 'pgrep') return words.length > 1;
  return (program === 'killall' || program === 'pkill') && words.includes('-0');
}
