import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';
import { scriptUseOf } from './track-scripts.ts';

/**
 * vrrp_complete_init() in keepalived/vrrp/vrrp.c removes scripts that nothing tracks, and says so when
 * it starts, but not with -t.
 */
export const unusedScript = defineRule({
  id: 'unused-script',
  scope: 'config',
  severity: 'warning',
  summary: 'A vrrp_script is tracked by no instance and no group',
  check(node, { report, quote }) {
    // Without an instance the file is a part of a configuration, which tracks what it includes.
    if (!node.config.vrrp_instance) return;
    for (const script of scriptUseOf(node).unused) {
      const name = nameOf(script);
      report({
        at: name,
        message: `vrrp_script ${quote(name)} is tracked by no vrrp_instance and no vrrp_sync_group`,
        notes: ['keepalived never runs it, and at startup says "script ... is not used"'],
        help: 'name it in a track_script block, or remove it',
      });
    }
  },
});
