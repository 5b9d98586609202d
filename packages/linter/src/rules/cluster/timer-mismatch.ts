import type { GlobalDefs, Setting, VrrpInstance } from '@kalint/parser';
import { deviationsOf } from '../../cluster/disagreement.ts';
import { isDisputed } from '../../cluster/disputed.ts';
import type { Effective } from '../../cluster/effective.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import type { Member } from '../../cluster/virtual-routers.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { byDefault } from './by-default.ts';

/**
 * keepalived/vrrp/vrrp.c, vrrp_complete_instance() and keepalived/core/global_data.c, set_vrrp_defaults():
 * the times with which a node notices that the master is gone and makes itself known.
 */
export const timerMismatch = defineRule({
  id: 'timer-mismatch',
  scope: 'cluster',
  severity: 'info',
  profile: 'strict',
  summary:
    'Nodes of one virtual router announce themselves, or notice a failure, at different speeds',
  check({ virtualRouters }, { report, quote }) {
    for (const timer of timers) {
      const routers = virtualRouters.map(({ members }) =>
        members.filter((member) => !isDisputed(member, [timer.keyword])),
      );
      const found = deviationsOf(
        routers,
        (member) => timeOf(member, timer),
        (value) => value,
      );
      for (const { member, own, expected, agreeing, at, isGlobal } of found) {
        const subject = isGlobal ? 'this node' : quote(nameOf(member.instance));
        report({
          at,
          message: `${subject} has ${timer.keyword} ${own.value}${byDefault(own)}, but ${nodeNames(agreeing)} ${expected.value}${byDefault(expected)}`,
          notes: ['how long a failover takes depends on which node was master'],
          help: `give all nodes the same ${timer.keyword}`,
          related: [
            { location: expected.at, message: `${expected.value}${byDefault(expected)} here` },
          ],
        });
      }
    }
  },
});

type NumberSetting = Setting<number> | undefined;

interface Timer {
  readonly keyword: string;
  readonly own: (instance: VrrpInstance) => NumberSetting;
  readonly general: (global: GlobalDefs) => NumberSetting;
  readonly otherwise: number;
}

/** What is assumed is said in the keyword table (vrrp.h: VRRP_GARP_DELAY and others). */
const timers: readonly Timer[] = [
  {
    keyword: 'garp_master_delay',
    own: ({ garp_master_delay }) => garp_master_delay,
    general: ({ vrrp_garp_master_delay }) => vrrp_garp_master_delay,
    otherwise: 5,
  },
  {
    keyword: 'garp_master_repeat',
    own: ({ garp_master_repeat }) => garp_master_repeat,
    general: ({ vrrp_garp_master_repeat }) => vrrp_garp_master_repeat,
    otherwise: 5,
  },
  {
    keyword: 'garp_master_refresh',
    own: ({ garp_master_refresh }) => garp_master_refresh,
    general: ({ vrrp_garp_master_refresh }) => vrrp_garp_master_refresh,
    otherwise: 0,
  },
  {
    keyword: 'garp_master_refresh_repeat',
    own: ({ garp_master_refresh_repeat }) => garp_master_refresh_repeat,
    general: ({ vrrp_garp_master_refresh_repeat }) => vrrp_garp_master_refresh_repeat,
    otherwise: 1,
  },
  {
    keyword: 'down_timer_adverts',
    own: ({ down_timer_adverts }) => down_timer_adverts,
    general: ({ vrrp_down_timer_adverts }) => vrrp_down_timer_adverts,
    otherwise: 3,
  },
];

function timeOf({ node, instance }: Member, { own, general, otherwise }: Timer): Effective<number> {
  const setting = own(instance);
  if (setting) return { value: setting.value, at: locationOf(setting), from: 'instance' };
  const global = node.config.global_defs;
  const common = global && general(global);
  if (common) return { value: common.value, at: locationOf(common), from: 'global' };
  return { value: otherwise, at: locationOf(instance), from: 'default' };
}
