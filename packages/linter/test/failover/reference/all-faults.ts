import type { Fault } from '../../../src/failover/model/faults.ts';
import type { FailoverModel } from '../../../src/failover/model/model.ts';

/** Numbers that may come to stand in a file; enough to move priorities of small models up and down. */
const contents = [0, 1, 7, -7];

/** Everything that can break. */
export function allFaults({ nodes }: FailoverModel): readonly Fault[] {
  return nodes.flatMap((node, index): readonly Fault[] => [
    { kind: 'down', node: node.name },
    { kind: 'stop', node: node.name },
    ...node.items.flatMap(({ kind, name, value }): readonly Fault[] =>
      kind === 'file'
        ? contents
            .filter((content) => content !== value)
            .map((content) => ({ kind, node: node.name, name, value: content }))
        : [{ kind, node: node.name, name }],
    ),
    ...nodes
      .slice(index + 1)
      .map((other): Fault => ({ kind: 'link', nodes: [node.name, other.name] })),
  ]);
}

/** Whether two faults can be there together: a node is only once without power, a file has one content. */
export function canMeet(one: Fault, other: Fault): boolean {
  if (one.kind === 'link' || other.kind === 'link') return true;
  if (one.node !== other.node) return true;
  const ends = [one, other].filter(({ kind }) => kind === 'down' || kind === 'stop');
  if (ends.length === 2) return false;
  return !(one.kind === 'file' && other.kind === 'file' && one.name === other.name);
}
