import type { Word } from '@kalint/parser';
import { nameOf } from '../../cluster/names.ts';
import { isComplete } from '../../cluster/node.ts';
import type { Fix } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { nearestName } from '../../suggest/nearest.ts';

/** static_track_group_set() in keepalived/vrrp/vrrp_static_track.c; it says so in the log only. */
export const trackGroupMembers = defineRule({
  id: 'track-group-members',
  scope: 'config',
  severity: 'warning',
  summary: 'A track_group names an instance that is not defined',
  check(node, { report, quote }) {
    // An instance, or a member, may stand in a file that was not read.
    if (!isComplete(node)) return;
    const { vrrp_instance: instances = [], track_group: groups = [] } = node.config;
    const names = new Map(instances.map((instance) => [instance.header, nameOf(instance)]));
    for (const track of groups) {
      for (const { value, word } of track.group?.entries ?? []) {
        if (names.has(value) || value.includes('$')) continue;
        const likely = nearestName(value, names.keys()).flatMap((name) => names.get(name) ?? []);
        const [meant] = likely;
        report({
          at: word,
          message: `there is no vrrp_instance ${quote(word)}`,
          notes: [
            'keepalived logs that it does not exist and ignores it, and removes a group without any',
          ],
          help: meant ? `did you mean ${quote(meant)}?` : 'define it, or remove the line',
          related: meant ? [{ location: meant, message: 'defined here' }] : [],
          fix: meant && likely.length === 1 ? renaming(word, meant, quote(meant)) : undefined,
        });
      }
    }
  },
});

function renaming({ source, span }: Word, meant: Word, shown: string): Fix {
  const text = meant.source.text.slice(meant.span.start, meant.span.end);
  return { title: `write ${shown}`, safety: 'safe', edits: [{ source, span, text }] };
}
