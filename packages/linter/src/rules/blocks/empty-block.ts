import type { Statement } from '@kalint/parser';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { isSkipped } from '../language/skipped-blocks.ts';
import { statementsIn } from '../statements.ts';

/**
 * Lists that keepalived reports when nothing stands in them: keepalived/core/global_parser.c,
 * email_handler(); keepalived/vrrp/vrrp_parser.c, vrrp_group_handler(), static_track_group_group_handler()
 * and garp_group_interfaces_handler(); keepalived/check/check_parser.c, vsg_handler().
 */
const lists: readonly string[] = [
  ...['notification_email', 'group', 'interfaces', 'virtual_server_group'],
];

export const emptyBlock = defineRule({
  id: 'empty-block',
  scope: 'config',
  severity: 'warning',
  summary: 'A list is empty: notification_email, group, interfaces, virtual_server_group',
  check(node, { report }) {
    // Perhaps it holds a line for another node, or of a file that was not read.
    if (!isComplete(node)) return;
    for (const { statement } of statementsIn(node.tree)) {
      if (!isEmptyList(statement) || isSkipped(statement, node)) continue;
      const { keyword } = statement;
      report({
        at: keyword,
        message: `\`${keyword.text}\` is empty`,
        notes: [`keepalived reports the empty block${consequences[keyword.text] ?? ''}`],
        help: 'write what belongs into it, or remove the block',
      });
    }
  },
});

const consequences: Readonly<Record<string, string>> = {
  group: ', and removes what has no members',
  virtual_server_group: ', and removes the group ("has no entries")',
};

function isEmptyList({ keyword, block }: Statement): boolean {
  return block !== undefined && block.items.length === 0 && lists.includes(keyword.text);
}
