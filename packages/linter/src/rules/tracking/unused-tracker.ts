import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { definitions, definitionsIn, mentionedIn, type Definition } from './tracked-names.ts';

/**
 * keepalived watches the file, the process or the neighbour all the same, and says nothing
 * (keepalived/vrrp/vrrp_daemon.c, start_vrrp()). Scripts have a rule of their own.
 */
export const unusedTracker = defineRule({
  id: 'unused-tracker',
  scope: 'config',
  severity: 'warning',
  summary: 'A track_file, vrrp_track_process, bfd_instance or track_group is used by nothing',
  check(node, { report, quote }) {
    const { config } = node;
    // It may be tracked in a file that was not read, or that includes this one.
    if (!isComplete(node) || !(config.vrrp_instance ?? config.virtual_server)) return;
    const defined = definitionsIn(config, definitions);
    if (defined.length === 0) return;
    const mentioned = mentionedIn(node);
    for (const { keyword, name, word } of defined) {
      if (mentioned.has(name) || name.includes('$')) continue;
      report({
        at: word,
        message: `nothing uses the ${keyword} ${quote(word)}`,
        notes: ['keepalived says nothing; whatever happens to it changes no state'],
        help: users.get(keyword),
      });
    }
  },
});

const users: ReadonlyMap<Definition['keyword'], string> = new Map([
  ['track_file', 'name it in a track_file block of an instance or a group, or remove it'],
  ['vrrp_track_file', 'name it in a track_file block of an instance or a group, or remove it'],
  [
    'vrrp_track_process',
    'name it in a track_process block of an instance or a group, or remove it',
  ],
  ['bfd_instance', 'name it in a track_bfd block or in a BFD_CHECK, or remove it'],
  ['track_group', 'name it behind `track_group` of a static address, route or rule, or remove it'],
]);
