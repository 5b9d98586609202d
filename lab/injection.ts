import type { Fault } from '@kalint/linter';
import { gatewayInterface } from './gateway.ts';
import type { Host } from './host.ts';
import { linkOf, portOf, type Network } from './network.ts';
import type { PlannedEvent } from './plan.ts';

/** A cluster that runs, and what is broken in it. */
export interface Site {
  readonly names: readonly string[];
  readonly hosts: readonly Host[];
  readonly network: Network;
  /** The index of the gateway among the network's hosts; undefined when there is none. */
  readonly gateway: number | undefined;
}

/** Makes an event happen. `faults` are those that are present when it has happened. */
export async function inject(
  site: Site,
  { change, fault, hangs = false }: PlannedEvent,
  faults: readonly Fault[],
): Promise<void> {
  const isRepair = change === 'repair';
  if (fault.kind === 'link' || fault.kind === 'interface' || fault.kind === 'bfd') {
    return connect(site, faults);
  }
  const index = site.names.indexOf(fault.node);
  const host = site.hosts[index];
  if (!host) throw new Error(`no host ${fault.node}`);
  switch (fault.kind) {
    case 'down':
      // First the cables: a daemon that ends must not be able to say so.
      await connect(site, faults);
      if (isRepair) return host.daemon.start();
      await host.daemon.kill();
      return site.network.resetAddresses(index);
    case 'stop':
      return isRepair ? host.daemon.start() : host.daemon.stop();
    case 'script':
      return host.setScript(fault.name, isRepair ? 'ok' : hangs ? 'silent' : 'fails');
    case 'process':
      return isRepair ? host.startProcess(fault.name) : host.endProcess(fault.name);
    case 'file':
      return isRepair ? host.restoreFile(fault.name) : host.setFile(fault.name, fault.value);
  }
}

/** Puts links and ports into the state in which they are while these faults are present. */
export async function connect(site: Site, faults: readonly Fault[]): Promise<void> {
  const { names, network, gateway } = site;
  const links = new Set<string>();
  network.hosts.forEach((_, a) => {
    for (let b = 0; b < a; b++) links.add(linkOf(a, b));
  });
  const broken = new Set<string>();
  for (const fault of faults) {
    if (fault.kind === 'link') {
      const [a, b] = fault.nodes;
      links.delete(linkOf(names.indexOf(a), names.indexOf(b)));
      continue;
    }
    const index = names.indexOf(fault.node);
    if (fault.kind === 'bfd' && gateway !== undefined) links.delete(linkOf(index, gateway));
    if (fault.kind === 'interface') broken.add(portOf(index, fault.name));
    if (fault.kind === 'down') {
      for (const name of network.interfacesOf(index)) broken.add(portOf(index, name));
    }
  }
  await network.setLinks(links);
  await network.setBrokenPorts(broken);
}

/** Cuts the nodes off from each other, but not from the gateway. */
export async function separate({ names, network, gateway }: Site): Promise<void> {
  const links = gateway === undefined ? [] : names.map((_, index) => linkOf(index, gateway));
  await network.setLinks(new Set(links));
}

/** The interfaces of a host whose configuration this is. */
export function interfacesIn(text: string): readonly string[] {
  const named = [...text.matchAll(/\beth\d\b/g)].map(([name]) => name);
  const more = /\bbfd_instance\b/.test(text) ? [gatewayInterface] : [];
  return [...new Set([...named, ...more])].sort();
}
