import type { Config, Setting } from '@kalint/parser';
import { defineRule } from '../../rule.ts';

/**
 * keepalived/core/global_parser.c, vrrp_garp_interval_handler() and its siblings;
 * keepalived/bfd/bfd_parser.c, bfd_minrx_handler() and its siblings. They say it in the log only.
 */
export const veryLargeValue = defineRule({
  id: 'very-large-value',
  scope: 'config',
  severity: 'warning',
  summary: 'A time is so long that keepalived remarks on it',
  check({ config }, { report, quote }) {
    for (const { keyword, setting, unit, sensible, effect } of timesIn(config)) {
      const [word] = setting.words;
      if (!word) continue;
      report({
        at: word,
        message: `\`${keyword}\` is ${quote(word)} ${unit}`,
        notes: [`keepalived takes it, and logs that it is very large; ${effect}`],
        help: `write less than ${sensible} ${unit}, if that is not meant`,
      });
    }
  },
});

interface LongTime {
  readonly keyword: string;
  readonly setting: Setting<number>;
  readonly unit: 's' | 'ms';
  readonly sensible: number;
  readonly effect: string;
}

function timesIn({ global_defs: global, bfd_instance: sessions = [] }: Config): LongTime[] {
  const found: LongTime[] = [];
  const see = (
    keyword: string,
    setting: Setting<number> | undefined,
    isLong: (value: number) => boolean,
    rest: Pick<LongTime, 'unit' | 'sensible' | 'effect'>,
  ): void => {
    if (setting && isLong(setting.value)) found.push({ keyword, setting, ...rest });
  };
  const pause = 'it waits so long between two packets about its addresses';
  for (const keyword of ['vrrp_garp_interval', 'vrrp_gna_interval'] as const) {
    const rest = { unit: 's', sensible: 1, effect: pause } as const;
    see(keyword, global?.[keyword], (value) => value >= 1, rest);
  }
  for (const delay of global?.vrrp_startup_delay ?? []) {
    const rest = { unit: 's', sensible: 60, effect: 'no instance starts before' } as const;
    see('vrrp_startup_delay', delay, (value) => value >= 60, rest);
  }
  const slow = 'a neighbour that fails is noticed only after several such times';
  for (const session of sessions) {
    for (const keyword of ['min_rx', 'min_tx', 'idle_tx'] as const) {
      const rest = { unit: 'ms', sensible: 10_000, effect: slow } as const;
      see(keyword, session[keyword], (value) => value > 10_000, rest);
    }
  }
  return found;
}
