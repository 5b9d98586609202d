import { advertIntervalOf, downTimerAdvertsOf } from '../../cluster/effective.ts';
import type { Node } from '../../cluster/node.ts';
import { isReadBefore } from '../../cluster/reading-order.ts';
import { definitionKey, definitionsOf, type Definition } from './definitions.ts';
import type { Bounds, ItemKind, TrackedItem } from './model.ts';

/** Something that is tracked on a node, with the times in which keepalived notices its failure and repair. */
export function trackedItem(node: Node, kind: ItemKind, name: string): TrackedItem {
  const times =
    kind === 'interface' ? timesOfInterface(node, name) : timesOfDefined(node, kind, name);
  return { kind, name, ...times, value: kind === 'file' ? initialValueOf(node, name) : 0 };
}

type Times = Pick<TrackedItem, 'detection' | 'recovery'>;

/** What the kernel tells at once. */
const atOnce: Bounds = { min: 0, max: 0 };

function timesOfDefined(node: Node, kind: ItemKind, name: string): Times {
  const definition = definitionsOf(node).get(definitionKey(kind, name));
  switch (definition?.kind) {
    case 'script':
      return timesOfScript(definition.block);
    case 'process':
      return timesOfProcess(definition.block);
    case 'bfd':
      return timesOfSession(definition.block);
    // inotify(7): process_inotify() in keepalived/trackers/track_file.c
    case 'file':
    case undefined:
      return { detection: atOnce, recovery: atOnce };
  }
}

type Block<K extends Definition['kind']> = Extract<Definition, { readonly kind: K }>['block'];

/**
 * vrrp_script_thread() and vrrp_script_child_thread() in keepalived/vrrp/vrrp_scheduler.c. A run begins
 * every `interval`, and `fall` failed runs one after the other, or `rise` good ones, count.
 *
 * Best case: it fails just before a run begins, and the runs answer at once: (fall - 1) * interval.
 *
 * Worst case: it fails just after a run has looked, and every run takes its whole timeout, after which
 * SIGTERM ends it. While a run lasts no other one begins, so that runs are as far apart as the timeout makes
 * them, in whole intervals: fall * distance + timeout. (Up to release 2.3.2 another one may begin: that is
 * sooner. A script that ignores SIGTERM is killed 2 s later.)
 */
function timesOfScript({ interval, timeout, fall, rise }: Block<'script'>): Times {
  // Neither can be 0: "setting to 1" (vrrp_vscript_interval_handler()).
  const every = interval?.value || 1;
  const longest = timeout?.value || every;
  const distance = (Math.floor(longest / every) + 1) * every;
  const bounds = (runs: number): Bounds => ({
    min: (runs - 1) * every,
    max: runs * distance + longest,
  });
  return { detection: bounds(fall?.value ?? 1), recovery: bounds(rise?.value ?? 1) };
}

/**
 * check_process_fork() and check_process_termination() in keepalived/core/track_process.c: the kernel tells
 * of each process, and delays run from there. Where no process may run (quorum_max 0) a fork is the failure.
 * fork_delay is waited for only when a process forks that has the name already; one that gets it by exec, as
 * from a shell, counts at once (check_process() there; seen with 2.2.7).
 */
function timesOfProcess(block: Block<'process'>): Times {
  const { terminate_delay, fork_delay, quorum_max } = block;
  const ends = laterOf(block, terminate_delay);
  const begins = { min: 0, max: laterOf(block, fork_delay).max };
  return quorum_max?.value === 0
    ? { detection: begins, recovery: ends }
    : { detection: ends, recovery: begins };
}

/** `delay` sets both of the others: what is read last counts (vrrp_tprocess_delay_general()). */
function laterOf(
  block: Block<'process'>,
  own: Block<'process'>['terminate_delay' | 'fork_delay'],
): Bounds {
  const { delay } = block;
  const setting = own && delay && isReadBefore(own, delay, block) ? delay : (own ?? delay);
  const seconds = setting?.value ?? 0;
  return { min: seconds, max: seconds };
}

/** keepalived/bfd/bfd.h: BFD_MINRX_DEFAULT and its siblings, in milliseconds. */
const session = { minRx: 10, minTx: 10, idleTx: 1000, multiplier: 5 } as const;

/**
 * A neighbour that says that it goes is believed at once; one that is silent for its multiplier times the
 * interval at which it sends is down (RFC 5880, section 6.8.4; bfd_scheduler.c in keepalived/bfd). Its own
 * settings are taken to be the same as here. A session comes up with three packets, of which each side sends
 * one in `idle_tx` (RFC 5880, sections 6.2 and 6.8.3).
 */
function timesOfSession({ min_rx, min_tx, idle_tx, multiplier }: Block<'bfd'>): Times {
  const every = Math.max(min_rx?.value ?? session.minRx, min_tx?.value ?? session.minTx);
  const idle = Math.max(idle_tx?.value ?? session.idleTx, min_rx?.value ?? session.minRx);
  const silence = (every * (multiplier?.value ?? session.multiplier)) / 1000;
  return {
    detection: { min: 0, max: silence },
    recovery: { min: 0, max: (3 * idle) / 1000 },
  };
}

/** POLLING_DELAY in keepalived/vrrp/vrrp_if.h, in seconds. */
const pollingInterval = 1;

/**
 * Linux tells of a carrier that is lost at most once a second (net/core/link_watch.c), in seconds; of a link that
 * is set down, or comes up, at once.
 */
const carrierDelay = 1;

/**
 * Netlink tells of a link, unless the link is polled. Then its delays begin, from release 2.2.3 on
 * (update_interface_flags() in keepalived/core/keepalived_netlink.c).
 */
function timesOfInterface(node: Node, name: string): Times {
  const { down, up } = delaysOf(node, name);
  const polling = isPolled(node, name) ? pollingInterval : 0;
  return {
    detection: { min: down, max: down + Math.max(polling, carrierDelay) },
    recovery: { min: up, max: up + polling },
  };
}

interface Delays {
  readonly down: number;
  readonly up: number;
}

/**
 * The delays of an interface, in seconds. For the own interface of an instance they are limited: a backup
 * must not take a master for dead that only waits (check_debounce_timers() in keepalived/vrrp/vrrp.c).
 */
function delaysOf(node: Node, name: string): Delays {
  const lines = node.config.interface_up_down_delays?.entries ?? [];
  const written = lines.filter(({ value }) => value.interface.value === name && value.down).at(-1);
  const { down, up } = written?.value ?? {};
  const instances = (node.config.vrrp_instance ?? []).filter(
    (instance) => instance.interface?.value === name,
  );
  return instances.reduce<Delays>(
    (delays, instance) => {
      const adverts = downTimerAdvertsOf(node, instance);
      if (adverts === 1) return { down: 0, up: 0 };
      const most = advertIntervalOf(node, instance).value * (adverts - 1 - 1 / 256);
      if (delays.down <= most) return delays;
      return { down: most, up: delays.up === delays.down ? most : delays.up };
    },
    { down: down?.value ?? 0, up: up?.value ?? 0 },
  );
}

/** Not those above which keepalived makes an interface of its own (init_interface_linkbeat()). */
function isPolled({ config }: Node, name: string): boolean {
  const { linkbeat_interfaces: listed, linkbeat_use_polling: all, vrrp_instance = [] } = config;
  return (
    (listed?.entries ?? []).some(({ value }) => value.interface.value === name) ||
    vrrp_instance.some(
      ({ interface: own, linkbeat_use_polling }) =>
        own?.value === name && (linkbeat_use_polling ?? all) !== undefined,
    )
  );
}

/**
 * init_file writes its number, 0 without one, into a file that is not there, or with `overwrite` into any
 * (track_file_end_handler()). What else stands in a file is not known here: it is taken to be missing.
 */
function initialValueOf(node: Node, name: string): number {
  const definition = definitionsOf(node).get(definitionKey('file', name));
  if (definition?.kind !== 'file') return 0;
  return definition.block.init_file?.value?.value?.value ?? 0;
}
