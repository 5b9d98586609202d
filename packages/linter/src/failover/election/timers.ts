import type { ModelMember } from '../model/model.ts';

/*
 * VRRP_TIMER_SKEW_CALC and VRRP_MS_DOWN_TIMER in keepalived/include/vrrp.h; RFC 5798, section 6.1. All times are
 * in seconds.
 */

type Timers = Pick<ModelMember, 'version' | 'downTimerAdverts'>;

/**
 * What keeps backups from becoming master all at once: the higher the effective priority (1 to 255), the
 * shorter. Version 2 takes parts of a second whatever the interval is.
 */
export function skewTime(
  { version }: Pick<Timers, 'version'>,
  priority: number,
  advertInterval: number,
): number {
  return ((256 - priority) / 256) * (version === 3 ? advertInterval : 1);
}

/** How long a backup waits for an advertisement before it takes the master for dead. */
export function masterDownInterval(
  timers: Timers,
  priority: number,
  advertInterval: number,
): number {
  return timers.downTimerAdverts * advertInterval + skewTime(timers, priority, advertInterval);
}
