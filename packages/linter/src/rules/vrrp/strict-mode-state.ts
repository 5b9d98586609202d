import { basePriorityOf, strictModeOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';
import { initialStateOf } from '../../cluster/initial-state.ts';
import { strictKeyword } from './strict-mode.ts';

/**
 * vrrp_complete_instance() in keepalived/vrrp/vrrp.c: in strict mode the address owner begins as
 * master, and nobody else does (RFC 5798, section 6.4.1).
 */
export const strictModeState = defineRule({
  id: 'strict-mode-state',
  scope: 'config',
  severity: 'error',
  summary: 'In strict mode `state` does not fit the priority',
  check(node, { report, quote }) {
    for (const instance of node.config.vrrp_instance ?? []) {
      const { state } = instance;
      const strict = strictModeOf(node, instance);
      if (!state || !strict.value) continue;
      const right = initialStateOf(node, instance);
      if (state.value === right) continue;
      const at = state.words[0] ?? state.statement.keyword;
      const priority = basePriorityOf(instance).value;
      report({
        at,
        message: `in strict mode ${quote(nameOf(instance))} with priority ${priority} begins as ${right}, not as ${state.value}`,
        notes: [
          'keepalived reports "State MASTER must match being address owner" and changes the state: MASTER is for priority 255, and for nothing else',
          'the priorities decide who becomes master',
        ],
        help: `write \`state ${right}\``,
        related: [{ location: strict.at, message: `${strictKeyword(strict)} is here` }],
        fix: {
          title: `write \`state ${right}\``,
          safety: 'safe',
          edits: [{ source: at.source, span: at.span, text: right }],
        },
      });
    }
  },
});
