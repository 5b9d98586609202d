import type { Word } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { definitionsIn } from './tracked-names.ts';

/**
 * find_script_by_name() and find_tracked_process_by_name() in keepalived/vrrp/vrrp_track.c, and
 * find_tracked_file_by_name() in keepalived/trackers/track_file.c, take the first one of a name.
 */
export const shadowedTracker = defineRule({
  id: 'shadowed-tracker',
  scope: 'config',
  severity: 'warning',
  summary: 'Two scripts, files or processes to be tracked have one name, and the first one counts',
  check({ config }, { report, quote }) {
    for (const kinds of namespaces) {
      const defined = definitionsIn(config, kinds);
      if (defined.length < 2) continue;
      const first = new Map<string, Word>();
      for (const { keyword, name, word } of defined) {
        const known = first.get(name);
        if (!known) first.set(name, word);
        else {
          report({
            at: word,
            message: `there is a ${keyword} ${quote(word)} already, and this one is never used`,
            notes: ['keepalived says nothing: whoever tracks the name gets the first one'],
            help: 'give it a name of its own, or remove one of the two',
            related: [{ location: known, message: 'the first one' }],
          });
        }
      }
    }
  },
});

const namespaces = [
  ['vrrp_script'],
  ['track_file', 'vrrp_track_file'],
  ['vrrp_track_process'],
] as const;
