import {
  analyse,
  clusterOf,
  follow,
  readModel,
  type Bounds,
  type FailoverModel,
  type ModelRouter,
  type Node,
  type Outcome,
  type Standing,
} from '@kalint/linter';
import { parseAddress, type Release } from '@kalint/parser';
import type { Observation, Phase } from './experiment.ts';
import type { Plan } from './plan.ts';
import { priorityAt } from './priorities.ts';

/** One virtual router after one event: what the model says and what daemons did. */
export interface Comparison {
  /** 0 is the start. */
  readonly phase: number;
  readonly router: string;
  readonly expected: Expected;
  readonly observed: Observed;
  /** Why they do not agree; undefined when they do. */
  readonly disagreement: string | undefined;
}

export interface Expected {
  readonly masters: readonly string[];
  readonly candidates: readonly string[];
  readonly isEndless: boolean;
  /** Seconds from the event; undefined when nothing moves, and at the start. */
  readonly takeover: Bounds | undefined;
  /** By the names of the nodes. */
  readonly priorities: Readonly<Record<string, Standing>>;
}

export interface Observed {
  readonly masters: readonly string[];
  /** Nodes that hold only some of the addresses. */
  readonly partial: readonly string[];
  /** Seconds from the event until the last new master had all its addresses: at least and at most. */
  readonly takeover: Bounds | undefined;
  /** By the names of the nodes: what they would announce; of one that is in FAULT or off it means nothing. */
  readonly priorities: Readonly<Record<string, number>>;
}

/**
 * Seconds by which a takeover may be outside of the model's bounds. Late: what starting a daemon, running a script
 * and waiting for a processor take, which no configuration says. Early: what timers and clocks are inexact by.
 */
export const slack = { early: 0.05, late: 0.25 } as const;

/** Compares all that was seen with what the model says about the same files and events. */
export function compare(
  plan: Plan,
  nodes: readonly Node[],
  observation: Observation,
  release: Release,
): readonly Comparison[] {
  const names = new Map(nodes.map((node, index) => [node, plan.nodes[index]?.name ?? '']));
  const { model, unknown } = readModel(clusterOf(nodes, release), names);
  if (unknown.length > 0) throw new Error(`kalint does not understand ${JSON.stringify(unknown)}`);
  const initial = analyse(model, 0).map(({ initial: outcome }) => expectedOf(outcome, undefined));
  const later = follow(model, plan.events).map(({ routers }) =>
    routers.map((scenario) => expectedOf(scenario, scenario.takeover)),
  );
  const { sightings, phases } = observation;
  return phases.flatMap((phase, index) =>
    model.routers.map((router, place): Comparison => {
      const holders = holdersOf(model, router, plan);
      const before =
        index === 0 ? [] : mastersAt(holders, sightings, phases[index - 1]?.end ?? 0).masters;
      const observed = observe(holders, observation, phase, before);
      const expected = (index === 0 ? initial : later[index - 1])?.[place];
      if (!expected) throw new Error(`nothing is expected of ${router.id}`);
      const disagreement = disagreementOn(expected, observed, index === 0);
      return { phase: index, router: router.id, expected, observed, disagreement };
    }),
  );
}

function expectedOf(outcome: Outcome, takeover: Bounds | undefined): Expected {
  const priorities = [...outcome.priorities].map(([name, standing]) => [name, standing]);
  const { masters, candidates, isEndless = false } = outcome;
  return { masters, candidates, isEndless, takeover, priorities: Object.fromEntries(priorities) };
}

/** A node, and the addresses that it has as master. */
interface Holder {
  readonly name: string;
  /** Its index in the plan. */
  readonly host: number;
  readonly addresses: ReadonlySet<string>;
  readonly instance: string;
  readonly configured: number;
}

function holdersOf(model: FailoverModel, router: ModelRouter, plan: Plan): readonly Holder[] {
  return router.members.map(({ node, instance, base, origin }) => {
    const name = model.nodes[node]?.name ?? '';
    const entries = origin?.instance.virtual_ipaddress?.entries ?? [];
    return {
      ...{ name, instance, configured: base },
      host: plan.nodes.findIndex((each) => each.name === name),
      addresses: new Set(entries.map(({ value }) => value.address.value.key)),
    };
  });
}

function mastersAt(
  holders: readonly Holder[],
  sightings: Observation['sightings'],
  time: number,
): Pick<Observed, 'masters' | 'partial'> {
  const held = new Map<number, Set<string>>();
  for (const { host, address, isThere, time: at } of sightings) {
    if (at > time) break;
    const key = parseAddress(address)?.key ?? address;
    const own = held.get(host) ?? new Set();
    held.set(host, own);
    if (isThere) own.add(key);
    else own.delete(key);
  }
  const counts = holders.map(({ host, addresses, name }) => {
    const count = [...addresses].filter((address) => held.get(host)?.has(address)).length;
    return { name, count, all: addresses.size };
  });
  return {
    masters: counts.filter(({ count, all }) => all > 0 && count === all).map(({ name }) => name),
    partial: counts.filter(({ count, all }) => count > 0 && count < all).map(({ name }) => name),
  };
}

function observe(
  holders: readonly Holder[],
  { sightings, priorityChanges }: Observation,
  { after, before, end }: Phase,
  mastersBefore: readonly string[],
): Observed {
  const state = mastersAt(holders, sightings, end);
  const during = sightings.filter(({ time }) => time > after && time <= end);
  const concerning = (holder: Holder): typeof during =>
    during.filter(
      ({ host, address }) =>
        host === holder.host && holder.addresses.has(parseAddress(address)?.key ?? address),
    );
  const times = holders
    .filter(({ name }) => state.masters.includes(name) && !mastersBefore.includes(name))
    .flatMap(concerning)
    .filter(({ isThere }) => isThere)
    .map(({ time }) => time);
  const last = Math.max(...times);
  return {
    ...state,
    takeover:
      times.length === 0 ? undefined : { min: Math.max(0, last - before), max: last - after },
    priorities: Object.fromEntries(
      holders.map(({ name, host, instance, configured }) => [
        name,
        priorityAt(priorityChanges, host, instance, configured, end),
      ]),
    ),
  };
}

function disagreementOn(
  { masters, candidates, isEndless, takeover: bounds, priorities }: Expected,
  { masters: seen, partial, takeover, priorities: announced }: Observed,
  isStart: boolean,
): string | undefined {
  if (partial.length > 0) return `${partial.join(', ')} held only some of the addresses`;
  const others = Object.entries(priorities).filter(
    ([name, standing]) => typeof standing === 'number' && standing !== announced[name],
  );
  if (others.length > 0) return `other priorities: ${JSON.stringify(announced)}`;
  if (isEndless) return undefined;
  const missing = masters.filter((name) => !seen.includes(name));
  const extra = seen.filter((name) => !masters.includes(name) && !candidates.includes(name));
  if (missing.length > 0 || extra.length > 0) return 'other masters';
  if (isStart || !takeover) return undefined;
  if (!bounds) return 'a takeover where none was expected';
  if (takeover.max < bounds.min - slack.early) return 'too early';
  if (takeover.min > bounds.max + slack.late) return 'too late';
  return undefined;
}
