import type { Node } from '@kalint/linter';
import type { Plan, PlannedEvent } from './plan.ts';

/*
 * For how long a cluster is watched, in seconds. Longer than anything in its configuration can take: the bounds of
 * the model are not used, since they are what is tested.
 */

/** keepalived needs some tenths of a second to start, and a BFD session up to three seconds. */
const starting = 1;
const bfdSession = 3;

/** Until all is settled after the start, or after the links have come. */
export function patienceAtStart(nodes: readonly Node[]): number {
  return starting + checks(nodes) + election(nodes);
}

/** Until all is settled after an event. */
export function patienceAfter({ change, fault }: PlannedEvent, nodes: readonly Node[]): number {
  switch (fault.kind) {
    case 'script':
      return scripts(nodes) + election(nodes);
    case 'bfd':
      return bfdSession + election(nodes);
    case 'down':
    case 'stop':
      return change === 'fail' ? election(nodes) : patienceAtStart(nodes);
    default:
      return election(nodes);
  }
}

/** Of the whole plan. */
export function lengthOf({ start, events }: Plan, nodes: readonly Node[]): number {
  const after = events.map((event) => patienceAfter(event, nodes));
  const joining = start === 'apart' ? election(nodes) : 0;
  return [patienceAtStart(nodes), joining, ...after].reduce((total, each) => total + each, 0);
}

/** One router may take the addresses before a better one does, so two master-down intervals. */
function election(nodes: readonly Node[]): number {
  const times = instancesOf(nodes).map(
    ({ advert_int: interval, preempt_delay: delay, version, down_timer_adverts: adverts }) => {
      const skew = version?.value === 3 ? (interval?.value ?? 1) : 1;
      const down = (adverts?.value ?? 3) * (interval?.value ?? 1) + skew;
      return 2 * down + (delay?.value ?? 0);
    },
  );
  return 0.6 + Math.max(...times);
}

function checks(nodes: readonly Node[]): number {
  const hasBfd = nodes.some(({ config }) => (config.bfd_instance ?? []).length > 0);
  return Math.max(hasBfd ? bfdSession : 0, ...nodes.map(startupDelay));
}

/**
 * Each advertisement of a lower master that comes during vrrp_startup_delay lengthens it by as much as is left of it
 * (release 2.2.7, vrrp_state_backup() in vrrp.c and vrrp_init_instance_sands() in vrrp_scheduler.c).
 */
function startupDelay({ config }: Node): number {
  const delays = config.global_defs?.vrrp_startup_delay ?? [];
  const delay = Math.max(0, ...delays.map(({ value }) => value));
  const intervals = (config.vrrp_instance ?? []).map(({ advert_int: each }) => each?.value ?? 1);
  return delay + (delay * (delay / Math.min(...intervals) + 1)) / 2;
}

function scripts(nodes: readonly Node[]): number {
  const times = nodes.flatMap(({ config }) =>
    (config.vrrp_script ?? []).map(({ interval, timeout, rise, fall }) => {
      const each = interval?.value ?? 1;
      return Math.max(rise?.value ?? 1, fall?.value ?? 1) * each + (timeout?.value ?? each);
    }),
  );
  return Math.max(0, ...times);
}

function instancesOf(nodes: readonly Node[]): NonNullable<Node['config']['vrrp_instance']> {
  return nodes.flatMap(({ config }) => config.vrrp_instance ?? []);
}
