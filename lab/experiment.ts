import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatFault, readNodes, type Fault, type Node } from '@kalint/linter';
import type { Release } from '@kalint/parser';
import { now, sleep } from './clock.ts';
import { daemonOf, logFile } from './daemon.ts';
import { gatewayInterface, gatewayNumber, gatewayText } from './gateway.ts';
import { hostIn } from './host.ts';
import { connect, inject, interfacesIn, separate, type Site } from './injection.ts';
import { buildNetwork } from './network.ts';
import { patienceAfter, patienceAtStart } from './patience.ts';
import type { Plan, PlannedEvent } from './plan.ts';
import { priorityChangesIn, type PriorityChange } from './priorities.ts';
import { watchAddresses, type Sighting } from './watch.ts';

/** What was seen while a plan was carried out. */
export interface Observation {
  readonly sightings: readonly Sighting[];
  /** Of each host in the order of time. */
  readonly priorityChanges: readonly PriorityChange[];
  /** The start, then each event. */
  readonly phases: readonly Phase[];
}

/** From an event until all has settled. All times are seconds since 1970. */
export interface Phase {
  /** Undefined for the start. */
  readonly event: PlannedEvent | undefined;
  /** The event came after this, */
  readonly after: number;
  /** and before that. */
  readonly before: number;
  readonly end: number;
}

/** The nodes of a plan as kalint reads what keepalived will read, in the order of the plan. */
export function nodesOf(plan: Plan, folder: string, release: Release): readonly Node[] {
  return plan.nodes.flatMap(({ name, text }) => {
    const own = join(folder, name);
    const path = join(own, 'keepalived.conf');
    return readNodes({ path, text: text.replaceAll('/lab/', `${own}/`) }, release).slice(0, 1);
  });
}

/** Carries out a plan on real daemons. All files, logs too, are in the folder. Throws when the signal comes. */
export async function carryOut(
  plan: Plan,
  nodes: readonly Node[],
  folder: string,
  signal: AbortSignal,
): Promise<Observation> {
  const closing: (() => void | Promise<void>)[] = [];
  try {
    const site = await build(plan, nodes, folder, closing);
    const watch = watchAddresses(site.network.hub);
    closing.push(watch.close);
    const phases: Phase[] = [];
    const phase = async (
      event: PlannedEvent | undefined,
      patience: number,
      act: () => Promise<void>,
    ): Promise<void> => {
      const after = now();
      await act();
      const before = now();
      await sleep(patience, signal);
      phases.push({ event, after, before, end: now() });
    };
    const patience = patienceAtStart(nodes);
    await phase(undefined, patience, async () => {
      await (plan.start === 'apart' ? separate(site) : connect(site, []));
      await Promise.all(site.hosts.map(({ daemon }) => daemon.start()));
      if (plan.start === 'together') return;
      await sleep(patience, signal);
      await connect(site, []);
    });
    let faults: readonly Fault[] = [];
    for (const event of plan.events) {
      const others = faults.filter((fault) => formatFault(fault) !== formatFault(event.fault));
      faults = event.change === 'fail' ? [...others, event.fault] : others;
      await phase(event, patienceAfter(event, nodes), () => inject(site, event, faults));
    }
    const priorityChanges = plan.nodes.flatMap(({ name }, host) =>
      priorityChangesIn(readFileSync(join(folder, name, logFile), 'utf8'), host),
    );
    return { sightings: [...watch.sightings], priorityChanges, phases };
  } finally {
    await closeAll(closing.reverse());
  }
}

/** Builds the network and the hosts. What must be undone is added to `closing`. */
async function build(
  plan: Plan,
  nodes: readonly Node[],
  folder: string,
  closing: (() => void | Promise<void>)[],
): Promise<Site> {
  const gateway = gatewayText(nodes);
  const plans = nodes.map(({ source }, index) => ({
    interfaces: interfacesIn(source.text),
    number: index + 1,
  }));
  if (gateway !== undefined) plans.push({ interfaces: [gatewayInterface], number: gatewayNumber });
  const network = await buildNetwork(plans);
  closing.push(network.close);
  const names = plan.nodes.map(({ name }) => name);
  const texts = [...nodes.map(({ source }) => source.text), gateway ?? ''];
  const hosts = network.hosts.map((namespace, index) => {
    const own = join(folder, names[index] ?? 'gateway');
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'keepalived.conf'), texts[index] ?? '');
    const node = nodes[index];
    const host = node ? hostIn(namespace, own, node) : undefined;
    const daemon = host?.daemon ?? daemonOf(namespace, own);
    closing.push(host ? host.close : daemon.kill);
    if (!host) void daemon.start();
    return host ?? [];
  });
  return {
    ...{ names, network, hosts: hosts.flat() },
    gateway: gateway === undefined ? undefined : nodes.length,
  };
}

/** Each one is tried whatever becomes of the others; throws what the first one throws. */
async function closeAll([
  first,
  ...others
]: readonly (() => void | Promise<void>)[]): Promise<void> {
  try {
    await first?.();
  } finally {
    if (others.length > 0) await closeAll(others);
  }
}
