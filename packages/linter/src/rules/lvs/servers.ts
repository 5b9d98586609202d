import type { Config, RealServer, Statement, VirtualServer } from '@kalint/parser';
import { isComplete, type Node } from '../../cluster/node.ts';
import { entriesOf, isMixed } from './groups.ts';
import { isReadBefore, orderIn } from '../../cluster/reading-order.ts';

/* What keepalived works with, where several settings decide together. */

/**
 * The virtual servers that keepalived does not remove: each has a real server, and an address, a mark or a
 * group of them (vs_end_handler() in keepalived/check/check_parser.c, link_vsg_to_vs() in
 * keepalived/check/ipwrapper.c). Why another one is removed is reported as such, and what is in it is
 * nothing to speak about.
 */
export function virtualServersOf(node: Node): readonly VirtualServer[] {
  let servers = known.get(node);
  if (servers) return servers;
  servers = (node.config.virtual_server ?? []).filter((server) => isKept(server, node));
  known.set(node, servers);
  return servers;
}

/** Nearly every rule about virtual servers asks for them. */
const known = new WeakMap<Node, readonly VirtualServer[]>();

function isKept({ header, real_server: servers }: VirtualServer, node: Node): boolean {
  if (!servers) return false;
  if (!header.group) return true;
  const entries = entriesOf(header.group.value, node.config);
  return entries.length > 0 ? !isMixed(entries) : !isComplete(node);
}

/**
 * The virtual servers whose lines keepalived reads: the first line is right. What it says while it reads, it
 * says of those, too, that it removes later.
 */
export function readVirtualServersOf({ config }: Node): readonly VirtualServer[] {
  return (config.virtual_server ?? []).filter(
    ({ header: { group, address, fwmark } }) => group ?? address ?? fwmark,
  );
}

/** What a real server weighs: what it says, else what the virtual server says, else 1. */
export function weightOf({ weight }: VirtualServer, real: RealServer): number {
  return real.weight?.value ?? weight?.value ?? 1;
}

/** What all real servers weigh together. */
export function totalWeightOf(server: VirtualServer): number {
  return (server.real_server ?? []).reduce((sum, real) => sum + weightOf(server, real), 0);
}

/** Whether a check or a file changes weights: then nobody knows them beforehand. */
export function hasChangingWeights({ real_server: servers = [] }: VirtualServer): boolean {
  return servers.some(
    ({ MISC_CHECK = [], FILE_CHECK = [] }) =>
      FILE_CHECK.length > 0 || MISC_CHECK.some(({ misc_dynamic }) => misc_dynamic),
  );
}

type Method = VirtualServer['lvs_method'];

/**
 * How packets get to a server: its own method, else that of the virtual server as it stands above it, else
 * as it stands below, else NAT (alloc_rs() and validate_check_config() in keepalived/check/check_data.c).
 */
export function methodOf(
  server: VirtualServer,
  own: Method,
  statement: Statement,
): 'NAT' | 'DR' | 'TUN' {
  const method = own ?? methodAbove(server, statement) ?? generalMethodOf(server);
  return method?.value.method.value ?? 'NAT';
}

/** The method of a virtual server, as far as it is known at a line in it. */
export function methodAbove(server: VirtualServer, below: Statement): Method {
  if (!server.lb_kind && !server.lvs_method) return undefined;
  const order = orderIn(server);
  const place = order.get(below) ?? 0;
  return methodsOf(server).findLast(({ statement }) => (order.get(statement) ?? 0) < place);
}

/** The method of a virtual server, when all of it is read. */
export function generalMethodOf(server: VirtualServer): Method {
  return methodsOf(server).at(-1);
}

/** lb_kind and lvs_method are two names of one setting: the later one counts. */
function methodsOf(server: VirtualServer): readonly NonNullable<Method>[] {
  const { lb_kind, lvs_method } = server;
  if (!lb_kind || !lvs_method) {
    const only = lb_kind ?? lvs_method;
    return only ? [only] : [];
  }
  return isReadBefore(lvs_method, lb_kind, server) ? [lvs_method, lb_kind] : [lb_kind, lvs_method];
}

/** lb_algo and lvs_sched are two names of one setting, too. */
export function schedulerOf(server: VirtualServer): VirtualServer['lb_algo'] {
  const { lb_algo, lvs_sched } = server;
  if (!lb_algo || !lvs_sched) return lb_algo ?? lvs_sched;
  return isReadBefore(lvs_sched, lb_algo, server) ? lb_algo : lvs_sched;
}

/** Whether something of a virtual server is chosen by firewall mark, and by address. */
interface ServiceSelection {
  readonly byMark: boolean;
  readonly byAddress: boolean;
}

/** How a virtual server is chosen; undefined when its group is not known. */
export function selectionOf(
  { header }: VirtualServer,
  config: Config,
): ServiceSelection | undefined {
  if (!header.group) {
    const byMark = isByMark(header);
    return { byMark, byAddress: !byMark };
  }
  const entries = entriesOf(header.group.value, config);
  if (entries.length === 0) return undefined;
  return {
    byMark: entries.some(({ value }) => value.fwmark),
    byAddress: entries.some(({ value }) => value.range),
  };
}

/** 0 is no mark. */
function isByMark({ fwmark }: VirtualServer['header']): boolean {
  return fwmark !== undefined && fwmark.value !== 0;
}

/** The ports under which a virtual server is reached; 0 stands for any. */
export function portsOf({ header }: VirtualServer, config: Config): readonly number[] {
  if (isByMark(header)) return [];
  if (!header.group) return [header.port?.value ?? 0];
  return entriesOf(header.group.value, config).flatMap(({ value }) =>
    value.range ? [value.port?.value ?? 0] : [],
  );
}
