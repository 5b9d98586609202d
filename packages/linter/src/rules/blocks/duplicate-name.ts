import type { Config, Word } from '@kalint/parser';
import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';

/** Blocks of which keepalived wants no two with one name, and what they are to it. */
const named = ['vrrp_instance', 'vrrp_sync_group', 'track_group', 'bfd_instance'] as const;

/**
 * vrrp_handler(), vrrp_sync_group_handler() and static_track_group_handler() in
 * keepalived/vrrp/vrrp_parser.c, and alloc_bfd() in keepalived/bfd/bfd_data.c, skip the second block.
 */
export const duplicateName = defineRule({
  id: 'duplicate-name',
  scope: 'config',
  severity: 'error',
  summary: 'Two instances, groups or BFD instances have the same name',
  check({ config }, { report, quote }) {
    for (const keyword of named) {
      for (const [first, second] of repeatedNames(config, keyword)) {
        report({
          at: second,
          message: `there is a ${keyword} ${quote(second)} already`,
          notes: ['keepalived reports "already defined" and skips the whole block'],
          help: 'give it a name of its own, or remove one of the blocks',
          related: [{ location: first, message: 'the first one' }],
        });
      }
    }
  },
});

function repeatedNames(
  config: Config,
  keyword: (typeof named)[number],
): readonly (readonly [Word, Word])[] {
  const first = new Map<string, Word>();
  return (config[keyword] ?? []).flatMap((block): readonly (readonly [Word, Word])[] => {
    const name = nameOf(block);
    const known = first.get(name.text);
    if (!known) first.set(name.text, name);
    return known ? [[known, name]] : [];
  });
}
