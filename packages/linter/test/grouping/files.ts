import { newestRelease } from '@kalint/parser';
import { groupByMarks, readMarks, type FileMarks, type Grouping } from '../../src/index.ts';

/** What an instance of a test says. */
export interface InstanceText {
  readonly name?: string;
  readonly id?: number;
  readonly link?: string;
  readonly state?: 'MASTER' | 'BACKUP';
  readonly priority?: number;
  readonly addresses?: readonly string[];
  readonly source?: string;
  readonly peers?: readonly string[];
}

/** A vrrp_instance block: what most of the world's files say, unless something else is wanted. */
export function instance({
  name = 'VI_1',
  id = 51,
  link = 'eth0',
  state = 'MASTER',
  priority = 100,
  addresses = [],
  source,
  peers = [],
}: InstanceText): string {
  const lists = [
    ...(peers.length > 0 ? [`unicast_peer {\n${peers.join('\n')}\n}`] : []),
    ...(addresses.length > 0 ? [`virtual_ipaddress {\n${addresses.join('\n')}\n}`] : []),
  ];
  return [
    `vrrp_instance ${name} {`,
    ...[`state ${state}`, `interface ${link}`, `virtual_router_id ${id}`, `priority ${priority}`],
    ...(source === undefined ? [] : [`unicast_src_ip ${source}`]),
    ...lists,
    '}\n',
  ].join('\n');
}

/** The marks of files, by their paths. */
export function marksOfFiles(texts: Readonly<Record<string, string>>): readonly FileMarks[] {
  return Object.entries(texts).map(([path, text]) => readMarks({ path, text }, newestRelease));
}

export function grouped(texts: Readonly<Record<string, string>>): Grouping {
  return groupByMarks(marksOfFiles(texts));
}

/** Which files are together, without those that are alone. */
export function clustersIn({ clusters }: Grouping): readonly (readonly string[])[] {
  return clusters.map(({ files }) => files).filter(({ length }) => length > 1);
}
