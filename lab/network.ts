import { spawn } from 'node:child_process';
import { createNamespace, type Namespace } from '../scripts/keepalived/namespace.ts';

/** A host to be. */
export interface HostPlan {
  /** Names such as `eth0`; interfaces of one name are on one segment. */
  readonly interfaces: readonly string[];
  /** The last number of its addresses. */
  readonly number: number;
}

/** Hosts, each in a network namespace of its own, and the wires between them. */
export interface Network {
  /** In the order in which they were asked for. */
  readonly hosts: readonly Namespace[];
  /** The namespace in which all wires end. It knows the hosts by their indices (`ip netns set`). */
  readonly hub: Namespace;
  /** Makes these links carry frames, on all segments that the two hosts share, and no others. */
  readonly setLinks: (links: ReadonlySet<string>) => Promise<void>;
  /** Takes these ports out of service and puts all others into service. Their hosts lose the carrier. */
  readonly setBrokenPorts: (ports: ReadonlySet<string>) => Promise<void>;
  readonly interfacesOf: (host: number) => readonly string[];
  /** Gives a host the addresses with which it starts, and no others. */
  readonly resetAddresses: (host: number) => Promise<void>;
  readonly close: () => void;
}

/** A link between two hosts, by their indices. */
export function linkOf(a: number, b: number): string {
  return a < b ? `${a}-${b}` : `${b}-${a}`;
}

/** The hub's end of a host's interface. */
export function portOf(host: number, name: string): string {
  return `${host}-${name}`;
}

/**
 * Builds a network without links. The hub has a port for each interface and no bridge: what comes in at a port
 * is copied to the ports of those hosts to which there is a link (tc-mirred(8)). So each link can be cut for
 * itself, which ports of a bridge cannot, and nothing is learnt, snooped or delayed.
 */
export async function buildNetwork(plans: readonly HostPlan[]): Promise<Network> {
  const namespaces: Namespace[] = [];
  const close = (): void => {
    for (const namespace of namespaces.splice(0)) namespace.delete();
  };
  try {
    const hub = createNamespace();
    namespaces.push(hub);
    const hosts = plans.map(() => {
      const host = createNamespace();
      namespaces.push(host);
      return host;
    });
    await wire(plans, hub, hosts);
    return { hosts, hub, close, ...switchboard(plans, hub, hosts) };
  } catch (error) {
    close();
    throw error;
  }
}

/**
 * Of the hub's ports. The kernel takes up to a second to say that a carrier is lost, unless it is that of an
 * interface whose other end has another index (linkwatch_urgent_event() in net/core/link_watch.c of Linux).
 */
const firstIndex = 1000;

async function wire(
  plans: readonly HostPlan[],
  hub: Namespace,
  hosts: readonly Namespace[],
): Promise<void> {
  await Promise.all([hub, ...hosts].map(quieten));
  let nextIndex = firstIndex;
  for (const [index, host] of hosts.entries()) {
    const { interfaces = [], number = 0 } = plans[index] ?? {};
    const ports = interfaces.map((name) => portOf(index, name));
    await batch('ip', hub, [
      `netns set ${host.name} ${index}`,
      ...interfaces.map(
        (name) =>
          `link add name ${portOf(index, name)} index ${nextIndex++} type veth peer name ${name} netns ${host.name}`,
      ),
      ...ports.map((port) => `link set ${port} addrgenmode none up`),
    ]);
    await batch(
      'tc',
      hub,
      ports.map((port) => `qdisc add dev ${port} clsact`),
    );
    await batch('ip', host, [
      'link set lo up',
      ...interfaces.map((name) => `link set ${name} addrgenmode none up`),
      ...interfaces.flatMap((name) => addressCommands(name, number)),
    ]);
  }
}

/** Detecting duplicate addresses takes seconds, and nobody routes here. */
async function quieten({ enter }: Namespace): Promise<void> {
  const settings = ['accept_dad', 'accept_ra', 'router_solicitations'];
  const files = settings.flatMap((setting) =>
    ['all', 'default'].map((scope) => `/proc/sys/net/ipv6/conf/${scope}/${setting}`),
  );
  const script = files.map((file) => `echo 0 >${file}`).join('; ');
  await run([...enter, 'sh', '-c', script]);
}

function addressCommands(name: string, number: number): readonly string[] {
  const segment = name.replace(/\D/g, '');
  return [
    `address add 10.0.${segment}.${number}/24 dev ${name}`,
    `address add fd00:${segment}::${number}/64 dev ${name} nodad`,
    `address add fe80::${number}/64 dev ${name} nodad`,
  ];
}

function switchboard(
  plans: readonly HostPlan[],
  hub: Namespace,
  hosts: readonly Namespace[],
): Pick<Network, 'interfacesOf' | 'setLinks' | 'setBrokenPorts' | 'resetAddresses'> {
  const ends = plans.flatMap(({ interfaces }, host) =>
    interfaces.map((name) => ({ host, name, port: portOf(host, name) })),
  );
  let links: ReadonlySet<string> = new Set();
  let broken: ReadonlySet<string> = new Set();
  const pairs = ends.flatMap((from) =>
    ends
      .filter(({ name, host }) => name === from.name && host !== from.host)
      .map((to) => ({ from, to, link: linkOf(from.host, to.host) })),
  );
  return {
    interfacesOf: (host) => plans[host]?.interfaces ?? [],
    setLinks: async (wanted) => {
      const changed = pairs.filter(({ link }) => wanted.has(link) !== links.has(link));
      links = wanted;
      const commands = changed.map(({ from, to, link }) => {
        const filter = `dev ${from.port} ingress protocol all prio ${to.host + 1}`;
        if (!wanted.has(link)) return `filter del ${filter}`;
        const action = `action mirred egress mirror dev ${to.port} continue`;
        return `filter add ${filter} u32 match u32 0 0 ${action}`;
      });
      await batch('tc', hub, commands);
    },
    setBrokenPorts: async (wanted) => {
      const changed = ends.filter(({ port }) => wanted.has(port) !== broken.has(port));
      broken = wanted;
      const commands = changed.map(
        ({ port }) => `link set ${port} ${wanted.has(port) ? 'down' : 'up'}`,
      );
      await batch('ip', hub, commands);
    },
    resetAddresses: async (index) => {
      const [plan, host] = [plans[index], hosts[index]];
      if (!plan || !host) return;
      const commands = plan.interfaces.flatMap((name) => [
        `address flush dev ${name}`,
        ...addressCommands(name, plan.number),
      ]);
      await batch('ip', host, commands);
    },
  };
}

/** Runs many commands of `ip` or `tc` in a namespace, by one process. */
async function batch(
  command: 'ip' | 'tc',
  { name }: Namespace,
  commands: readonly string[],
): Promise<void> {
  if (commands.length === 0) return;
  await run([command, '-n', name, '-batch', '-'], `${commands.join('\n')}\n`);
}

/** Throws when the command fails, with what it says. */
async function run([command = '', ...words]: readonly string[], input = ''): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const child = spawn(command, words, { stdio: ['pipe', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    child.once('error', reject).once('close', (status) => {
      if (status === 0) resolve();
      else reject(new Error(`${command} ${words.join(' ')}: ${complaint || status}\n${input}`));
    });
    // A command that fails does not read on; what it says then comes with `close`.
    child.stdin.on('error', () => undefined).end(input);
  });
}
