import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';

/** vrrp_int_handler() and vrrp_vrf_handler() in keepalived/vrrp/vrrp_parser.c */
export const loopbackInterface = defineRule({
  id: 'loopback-interface',
  scope: 'config',
  severity: 'error',
  summary: 'A virtual router is put on the loopback interface',
  check(node, { report, quote }) {
    for (const instance of node.config.vrrp_instance ?? []) {
      for (const setting of [instance.interface, instance.vrf]) {
        if (setting?.value !== 'lo') continue;
        const { keyword } = setting.statement;
        report({
          at: setting.words[0] ?? keyword,
          message: `${quote(nameOf(instance))} cannot use the loopback interface`,
          notes: [
            `keepalived reports "cannot use a loopback interface" and ignores \`${keyword.text}\`${
              keyword.text === 'interface' ? '; an instance without an interface ends it' : ''
            }`,
          ],
          help:
            keyword.text === 'interface'
              ? 'name the interface that leads to the other routers; an address can be put on lo with `dev lo`'
              : 'name the VRF, or remove the line',
        });
      }
    }
  },
});
