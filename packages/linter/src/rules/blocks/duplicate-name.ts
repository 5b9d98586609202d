import { defineRule } from '../../rule.ts';

/**
 * vrrp_handler(), vrrp_sync_group_handler() and static_track_group_handler() in
 * keepalived/vrrp/vrrp_parser.c, and alloc_bfd() in keepalived/bfd/bfd_data.c, skip the second block.
 */
export const duplicateName = defineRule({
  id: 'duplicate-name',
  scope: 'config',
  severity: 'error',
  summary: 'Two instances, groups or BFD instances have the same name',
  check({ skipped }, { report, quote }) {
    for (const { block, first } of skipped) {
      const name = block.words[0] ?? block.keyword;
      report({
        at: name,
        message: `there is a ${block.keyword.text} ${quote(name)} already`,
        notes: ['keepalived reports "already defined" and skips the whole block'],
        help: 'give it a name of its own, or remove one of the blocks',
        related: [{ location: first.words[0] ?? first.keyword, message: 'the first one' }],
      });
    }
  },
});
