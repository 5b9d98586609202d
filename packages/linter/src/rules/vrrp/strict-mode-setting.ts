import type { Statement, VrrpInstance } from '@kalint/parser';
import { isStrict } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';
import { lineRemoval } from '../line-edits.ts';

/** vrrp_complete_instance() in keepalived/vrrp/vrrp.c resets what RFC 5798 does not know. */
export const strictModeSetting = defineRule({
  id: 'strict-mode-setting',
  scope: 'config',
  severity: 'warning',
  summary: 'A setting that strict mode does not allow: keepalived resets it',
  check(node, { report, quote }) {
    for (const instance of node.config.vrrp_instance ?? []) {
      if (!isStrict(node, instance)) continue;
      for (const statement of resetSettings(instance)) {
        const { keyword } = statement;
        report({
          at: keyword,
          message: `strict mode does not allow ${keyword.text} as it is set for ${quote(nameOf(instance))}`,
          notes: ['keepalived reports that it is incompatible with strict mode, and resets it'],
          help: 'remove the line, or switch strict mode off for the instance with `strict_mode off`',
          // A VMAC stays, with another address.
          fix:
            keyword.text === 'use_vmac'
              ? undefined
              : { title: 'remove the line', safety: 'safe', edits: [lineRemoval(statement)] },
        });
      }
    }
  },
});

/** The settings of an instance that strict mode takes back; `accept` has a rule of its own. */
function resetSettings(instance: VrrpInstance): readonly Statement[] {
  const { garp_lower_prio_repeat: repeat, garp_lower_prio_delay: delay } = instance;
  const { lower_prio_no_advert: silent, higher_prio_send_advert: send } = instance;
  const { preempt_delay, down_timer_adverts: missed, vmac_xmit_base, use_vmac = [] } = instance;
  const mode = instance.auth_hmac?.mode;
  const settings = [
    repeat && repeat.value > 0 && repeat,
    delay && delay.value > 0 && delay,
    silent?.value === false && silent,
    send?.value === true && send,
    preempt_delay && preempt_delay.value > 0 && preempt_delay,
    missed && missed.value !== 3 && missed,
    use_vmac.length > 0 && vmac_xmit_base,
    use_vmac.find(({ value }) => value?.mac),
    mode && mode.value !== 'enforce' && mode,
  ];
  return settings.flatMap((setting) => (setting ? [setting.statement] : []));
}
