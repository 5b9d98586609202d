import type { Event } from '../../../src/failover/faults.ts';
import type { Bounds } from '../../../src/failover/model.ts';
import { changeLink, copyOf, happen, seconds, type Daemons } from './daemons.ts';
import { settle, wait, type Settled } from './outcomes.ts';

/*
 * How long it takes until an event has come to its end: measured, with the event at both ends of the interval
 * between two advertisements, and noticed as early and as late as can be.
 */

/**
 * Seconds until the last of the final masters of a router became master, in each case; absent when none
 * did.
 */
export function durationsOf(
  { daemons: before }: Settled,
  event: Event,
  router: number,
): readonly (number | undefined)[] {
  const { min, max } = noticeOf(before, event);
  return [...new Set([min, max])].flatMap((notice) =>
    momentsIn(before, seconds(notice)).map((moment) => {
      const daemons = copyOf(before);
      // Ties are looked at where outcomes are compared.
      daemons.choose = () => 0;
      wait(daemons, moment);
      const start = daemons.now;
      changeLink(daemons, event);
      wait(daemons, seconds(notice));
      happen(daemons, event);
      settle(daemons);
      const rose = daemons.instances
        .filter((each) => each.router === router && each.state === 'MASTER' && each.since >= start)
        .map(({ since }) => since - start);
      return rose.length === 0 ? undefined : Math.max(...rose) / 1_000_000;
    }),
  );
}

/** Right behind an advertisement and right before the next one: of the event, and of when it is noticed. */
function momentsIn({ instances }: Daemons, notice: number): readonly number[] {
  const intervals = instances
    .filter(({ state }) => state === 'MASTER')
    .map(({ config }) => seconds(config.advertInterval));
  if (intervals.length === 0) return [0];
  const interval = Math.max(...intervals);
  const edges = [1_000, interval - 1_000];
  return [...new Set([...edges, ...edges.map((edge) => edge + interval - (notice % interval))])];
}

function noticeOf({ model }: Daemons, { change, fault }: Event): Bounds {
  if (fault.kind === 'down' || fault.kind === 'stop' || fault.kind === 'link')
    return { min: 0, max: 0 };
  const { items = [] } = model.nodes.find(({ name }) => name === fault.node) ?? {};
  const item = items.find(({ kind, name }) => kind === fault.kind && name === fault.name);
  return (change === 'fail' ? item?.detection : item?.recovery) ?? { min: 0, max: 0 };
}
