import { defineRule } from '../../rule.ts';
import { lineRemoval } from '../line-edits.ts';
import { selectionOf, virtualServersOf } from './servers.ts';

/** validate_check_config() in keepalived/check/check_data.c */
export const ignoredWithMark = defineRule({
  id: 'ignored-with-mark',
  scope: 'config',
  severity: 'warning',
  summary: 'A virtual_server that is chosen by firewall mark has a protocol, or ha_suspend',
  check(node, { report }) {
    for (const server of virtualServersOf(node)) {
      const selection = selectionOf(server, node.config);
      if (!selection?.byMark) continue;
      const { protocol, ha_suspend } = server;
      const ignored = [...(selection.byAddress ? [] : [protocol]), ha_suspend];
      for (const setting of ignored) {
        if (!setting) continue;
        const { keyword } = setting.statement;
        report({
          at: keyword,
          message: `\`${keyword.text}\` has no effect: the virtual server is chosen by firewall mark`,
          notes: [
            keyword.text === 'protocol'
              ? 'the mark says which packets are meant; keepalived reports "protocol specified for fwmark - protocol will be ignored"'
              : 'there is no address whose presence could be watched; keepalived reports "cannot use ha_suspend with fwmarks"',
          ],
          help: 'remove the line',
          fix: {
            title: 'remove the line that keepalived ignores',
            safety: 'safe',
            edits: [lineRemoval(setting.statement)],
          },
        });
      }
    }
  },
});
