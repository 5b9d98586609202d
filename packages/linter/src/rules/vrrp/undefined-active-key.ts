import type { Word } from '@kalint/parser';
import { hmacAuthenticationOf } from '../../cluster/auth-hmac.ts';
import { isDisputed } from '../../cluster/disputed.ts';
import { nameOf } from '../../cluster/names.ts';
import { isComplete } from '../../cluster/node.ts';
import { locationOf, type Fix } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/** vrrp_complete_instance() in keepalived/vrrp/vrrp.c goes on without the extension. */
export const undefinedActiveKey = defineRule({
  id: 'undefined-active-key',
  scope: 'config',
  severity: 'error',
  summary: 'auth_hmac has no key that signs, and is switched off',
  check(node, { report, quote }) {
    if (!isComplete(node)) return;
    for (const instance of node.config.vrrp_instance ?? []) {
      const { auth_hmac: section } = instance;
      if (!section || hmacAuthenticationOf(node, instance)) continue;
      if (isDisputed({ node, instance }, ['active_key', 'key'])) continue;
      const { active_key: active, key: keys = [] } = section;
      report({
        at: active?.words[0] ?? locationOf(section),
        message: active
          ? `auth_hmac of ${quote(nameOf(instance))} has no key ${active.value}`
          : `auth_hmac of ${quote(nameOf(instance))} has no \`active_key\``,
        notes: [
          'keepalived reports "active_key ... is not defined, disabling extension": the advertisements are neither signed nor verified',
        ],
        help:
          keys.length === 0
            ? 'add a `key` with an id, and name it by `active_key`'
            : `write \`active_key\` with the id of a key: ${keys.map(({ value }) => value.id.value).join(', ')}`,
        fix: theOnlyKey(active?.words[0], keys),
        related: keys.map(({ statement }) => ({
          location: statement.keyword,
          message: 'a key is here',
        })),
      });
    }
  },
});

/** Of one key it is clear that it is to sign. */
function theOnlyKey(
  at: Word | undefined,
  [only, ...others]: readonly { readonly value: { readonly id: { readonly value: number } } }[],
): Fix | undefined {
  if (!at || !only || others.length > 0) return undefined;
  const text = String(only.value.id.value);
  return {
    title: `write \`${text}\``,
    safety: 'unsafe',
    edits: [{ source: at.source, span: at.span, text }],
  };
}
