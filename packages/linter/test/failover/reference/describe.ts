import type { FailoverModel, ModelMember, ModelNode } from '../../../src/failover/model/model.ts';

/** A model as text for people: what differs from the usual is said, what is usual is not. */
export function describeModel({ nodes, routers }: FailoverModel): string {
  const lines = nodes.map((node) => {
    const items = node.items.map(({ kind, name, value, detection }) => {
      const content = kind === 'file' ? `=${value}` : '';
      return `${kind}:${name}${content} (${detection.min}..${detection.max} s)`;
    });
    return [
      node.name,
      ...saidIf(node.startupDelay > 0, `starts after ${node.startupDelay} s`),
      ...items,
    ].join(', ');
  });
  for (const { id, members } of routers) {
    lines.push(id);
    for (const member of members) {
      const node = nodes[member.node];
      if (node) lines.push(`  ${describeMember(member, node, members.length)}`);
    }
  }
  return lines.join('\n');
}

function describeMember(member: ModelMember, { name, items }: ModelNode, members: number): string {
  const { version, advertInterval, downTimerAdverts, address, syncGroup, trackers } = member;
  const tracked = trackers.map(
    ({ item, weight, reverse }) => `${items[item]?.name} ${weight}${reverse ? ' reverse' : ''}`,
  );
  return [
    `${name} ${member.base}`,
    ...saidIf(!member.preempt, 'nopreempt'),
    ...saidIf(member.preemptDelay > 0, `preempt_delay ${member.preemptDelay}`),
    ...saidIf(member.startsAsMaster, 'state MASTER'),
    ...saidIf(
      version === 3 || advertInterval !== 1,
      `version ${version} every ${advertInterval} s`,
    ),
    ...saidIf(downTimerAdverts !== 3, `down_timer_adverts ${downTimerAdverts}`),
    ...saidIf(member.hears.size < members - 1, `hears only [${[...member.hears].join(' ')}]`),
    ...saidIf(address !== undefined, `address ${address}`),
    ...saidIf(syncGroup !== undefined, `in group ${syncGroup}`),
    ...saidIf(tracked.length > 0, `tracks ${tracked.join(', ')}`),
  ].join(', ');
}

function saidIf(condition: boolean, text: string): readonly string[] {
  return condition ? [text] : [];
}
