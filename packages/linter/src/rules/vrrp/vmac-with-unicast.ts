import type { Statement, Word } from '@kalint/parser';
import { nameOf } from '../../cluster/names.ts';
import { isComplete } from '../../cluster/node.ts';
import { defineRule, type Finding, type RuleContext } from '../../rule.ts';
import { mentions } from '../blocks/mentions.ts';
import { lineBehind, lineRemoval } from '../line-edits.ts';
import { unicastSettingOf } from './unicast-settings.ts';

/** vrrp_end_handler() in keepalived/vrrp/vrrp_parser.c sets vmac_xmit_base, and reports that it does. */
export const vmacWithUnicast = defineRule({
  id: 'vmac-with-unicast',
  scope: 'config',
  severity: 'warning',
  summary: 'An instance uses unicast on a VMAC or ipvlan without vmac_xmit_base',
  check(node, { report, quote }) {
    if (!isComplete(node)) return;
    for (const instance of node.config.vrrp_instance ?? []) {
      const { use_vmac, use_ipvlan, interface: device, statements } = instance;
      const virtual = use_vmac?.[0] ?? use_ipvlan;
      const unicast = virtual && unicastSettingOf(instance);
      if (!virtual || !unicast) continue;
      if (!device) {
        report(withoutInterface(virtual.statement, nameOf(instance), unicast, quote));
        continue;
      }
      if (statements.some(({ block }) => mentions(block?.items ?? [], 'vmac_xmit_base'))) continue;
      const { keyword } = virtual.statement;
      report({
        at: keyword,
        message: `${quote(nameOf(instance))} uses unicast and ${keyword.text}, but not vmac_xmit_base`,
        notes: [
          'unicast advertisements must leave through the interface itself: keepalived sets vmac_xmit_base, and reports it ("unicast with use_vmac requires vmac_xmit_base - setting")',
        ],
        help: 'add `vmac_xmit_base`',
        related: [{ location: unicast.keyword, message: 'unicast is set here' }],
        fix: {
          title: 'add `vmac_xmit_base`',
          safety: 'safe',
          edits: [lineBehind(virtual.statement, 'vmac_xmit_base')],
        },
      });
    }
  },
});

function withoutInterface(
  virtual: Statement,
  name: Word,
  unicast: Statement,
  quote: RuleContext['quote'],
): Finding {
  const { keyword } = virtual;
  return {
    at: keyword,
    message: `${keyword.text} of ${quote(name)} has no effect without \`interface\``,
    notes: ['keepalived reports "Cannot use VMAC/ipvlan with unicast and no interface"'],
    help: 'add `interface`, or remove the line',
    related: [{ location: unicast.keyword, message: 'unicast is set here' }],
    fix: { title: `remove \`${keyword.text}\``, safety: 'safe', edits: [lineRemoval(virtual)] },
  };
}
