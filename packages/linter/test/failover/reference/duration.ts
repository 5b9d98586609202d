import type { Event } from '../../../src/failover/model/faults.ts';
import type { Bounds, FailoverModel, TrackedItem } from '../../../src/failover/model/model.ts';
import { at, changeLink, copyOf, happen, seconds, type Daemons } from './daemons.ts';
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
  if (fault.kind === 'link') return atOnce;
  const node = model.nodes.findIndex(({ name }) => name === fault.node);
  const { items } = at(model.nodes, node);
  if (fault.kind === 'down' || fault.kind === 'stop')
    return change === 'fail' ? atOnce : readiness(model, node, items);
  const item = items.find(({ kind, name }) => kind === fault.kind && name === fault.name);
  return (change === 'fail' ? item?.detection : item?.recovery) ?? atOnce;
}

const atOnce: Bounds = { min: 0, max: 0 };

/**
 * initialise_track_script_state() and initialise_track_bfd_state(): an instance does not begin before those
 * checks without weight that have to be asked have answered.
 */
function readiness(
  { routers }: FailoverModel,
  node: number,
  items: readonly TrackedItem[],
): Bounds {
  const trackers = routers.flatMap(({ members }) =>
    members.flatMap((member) => (member.node === node ? member.trackers : [])),
  );
  const awaited = items.filter(
    ({ kind }, index) =>
      (kind === 'script' || kind === 'bfd') &&
      trackers.some(({ item, weight }) => item === index && weight === 0),
  );
  return { min: 0, max: Math.max(0, ...awaited.map(({ recovery }) => recovery.max)) };
}
