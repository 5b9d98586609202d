import type { Config, RealServer, Statement, VirtualServer } from '@kalint/parser';

/* What keepalived works with, where several settings decide together. */

/** How packets get to a server: its own method, else that of the virtual server, else NAT. */
export function methodOf(
  server: VirtualServer,
  own: RealServer['lvs_method'],
): 'NAT' | 'DR' | 'TUN' {
  return (own ?? generalMethodOf(server))?.value.method.value ?? 'NAT';
}

/** lb_kind and lvs_method are two names of one setting: the later one counts. */
export function generalMethodOf({
  lb_kind,
  lvs_method,
}: VirtualServer): VirtualServer['lvs_method'] {
  if (!lb_kind || !lvs_method) return lb_kind ?? lvs_method;
  return startOf(lb_kind.statement) > startOf(lvs_method.statement) ? lb_kind : lvs_method;
}

/** lb_algo and lvs_sched, too. */
export function schedulerOf({ lb_algo, lvs_sched }: VirtualServer): VirtualServer['lb_algo'] {
  if (!lb_algo || !lvs_sched) return lb_algo ?? lvs_sched;
  return startOf(lb_algo.statement) > startOf(lvs_sched.statement) ? lb_algo : lvs_sched;
}

function startOf({ span }: Statement): number {
  return span.start;
}

/** Whether something of a virtual server is chosen by firewall mark, and by address. */
export interface Selection {
  readonly byMark: boolean;
  readonly byAddress: boolean;
}

/** How a virtual server is chosen; undefined when its group is not known. */
export function selectionOf({ header }: VirtualServer, config: Config): Selection | undefined {
  if (!header.group) {
    const byMark = isByMark(header);
    return { byMark, byAddress: !byMark };
  }
  const name = header.group.value;
  const groups = (config.virtual_server_group ?? []).filter((group) => group.header === name);
  const entries = groups.flatMap((group) => group.entries);
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
  const name = header.group.value;
  return (config.virtual_server_group ?? [])
    .filter((group) => group.header === name)
    .flatMap(({ entries }) => entries)
    .flatMap(({ value }) => (value.range ? [value.port?.value ?? 0] : []));
}
