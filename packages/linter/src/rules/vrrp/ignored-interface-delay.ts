import type { VrrpInstance } from '@kalint/parser';
import { advertIntervalOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import type { Node } from '../../cluster/node.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/**
 * alloc_if_up_down_delay() in keepalived/vrrp/vrrp_parser.c, check_debounce_timers() and
 * vrrp_complete_instance() in keepalived/vrrp/vrrp.c: what they do reaches only the log.
 */
export const ignoredInterfaceDelay = defineRule({
  id: 'ignored-interface-delay',
  scope: 'config',
  severity: 'warning',
  summary:
    'A line of interface_up_down_delays has no times, or longer ones than an instance allows',
  check(node, { report, quote }) {
    for (const { value, word, statement } of node.config.interface_up_down_delays?.entries ?? []) {
      const { interface: device, down } = value;
      if (!down) {
        if (statement.words.length > 0) continue;
        report({
          at: word,
          message: `${quote(word)} stands without times in interface_up_down_delays`,
          notes: ['keepalived logs "No timeouts specified" and ignores the line'],
          help: 'write the seconds for down, and those for up, behind it',
        });
        continue;
      }
      const instance = instancesOn(node, device.value).find(
        (each) => longestDelay(node, each) < down.value,
      );
      if (!instance) continue;
      const longest = longestDelay(node, instance);
      report({
        at: down.word,
        message: `${quote(nameOf(instance))} does not allow a delay of ${down.value} seconds on ${quote(word)}`,
        notes: [
          longest === 0
            ? 'with `down_timer_adverts 1` keepalived uses no delay, and logs it'
            : `keepalived takes at most ${longest} seconds, and logs it: with a longer delay the other routers would notice first that the interface is down`,
        ],
        help: longest === 0 ? 'remove the line' : `write at most ${longest}`,
        related: [{ location: locationOf(instance), message: 'the instance is here' }],
      });
    }
  },
});

function instancesOn({ config }: Node, device: string): readonly VrrpInstance[] {
  return (config.vrrp_instance ?? []).filter(({ interface: own }) => own?.value === device);
}

/** In seconds: the advertisements that may be missed, but one, and a bit less. */
function longestDelay(node: Node, instance: VrrpInstance): number {
  const adverts = instance.down_timer_adverts?.value ?? 3;
  const interval = advertIntervalOf(node, instance).value;
  return adverts === 1 ? 0 : (adverts - 1) * interval - interval / 256;
}
