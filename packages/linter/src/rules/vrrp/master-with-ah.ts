import { familyOf, isStrict, versionOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';

/** vrrp_complete_instance() in keepalived/vrrp/vrrp.c begins as BACKUP, and reports it. */
export const masterWithAh = defineRule({
  id: 'master-with-ah',
  scope: 'config',
  severity: 'warning',
  summary: 'An instance with `auth_type AH` cannot begin as MASTER',
  check(node, { report, quote }) {
    for (const instance of node.config.vrrp_instance ?? []) {
      const { state, authentication, priority } = instance;
      if (state?.value !== 'MASTER' || authentication?.auth_type?.value !== 'AH') continue;
      // Otherwise there is no authentication, which is reported as such.
      const hasAuthentication =
        authentication.auth_pass !== undefined &&
        versionOf(node, instance).value === 2 &&
        familyOf(instance) === 4 &&
        !isStrict(node, instance);
      if (!hasAuthentication || !priority || priority.value === 255) continue;
      const at = state.words[0] ?? state.statement.keyword;
      report({
        at,
        message: `${quote(nameOf(instance))} cannot begin as MASTER with \`auth_type AH\``,
        notes: [
          'keepalived begins as BACKUP ("Initial state master is incompatible with AH authentication - clearing")',
        ],
        help: 'write `state BACKUP`: the priority decides who becomes master',
        fix: {
          title: 'write `state BACKUP`',
          safety: 'safe',
          edits: [{ source: at.source, span: at.span, text: 'BACKUP' }],
        },
        related: [
          { location: authentication.auth_type.statement.keyword, message: 'AH is set here' },
        ],
      });
    }
  },
});
