import type { Fault, Node } from '@kalint/linter';
import type { PlannedEvent } from './plan.ts';
import type { Chance } from './random.ts';

/** Faults one after the other, then their repairs in another order. */
export function randomEvents(
  chance: Chance,
  nodes: ReadonlyMap<string, Node>,
  { faultCount, isLeisurely }: { readonly faultCount: number; readonly isLeisurely: boolean },
): readonly PlannedEvent[] {
  const [first = ''] = nodes.keys();
  const drawn: Fault[] = [];
  // Not a fault of each kind is as likely as another one: a kind is drawn first.
  for (let attempt = 0; drawn.length < faultCount && attempt < 100; attempt++) {
    const choices = faultsOf(nodes, () => chance.one(isLeisurely ? farValues : values));
    const kinds = chance.shuffled([
      ...new Set(choices.map(({ kind }) => kind)),
      ...checkKinds(choices),
    ]);
    const ofKind = choices.filter(({ kind }) => kind === kinds[0]);
    // The first node is mostly the master, and little happens while that is well.
    const atFirst = ofKind.filter((fault) => chance.happens(0.6) && concerns(fault, first));
    const [fault] = chance.shuffled(atFirst.length > 0 ? atFirst : ofKind);
    if (fault && drawn.every((other) => areApart(fault, other))) drawn.push(fault);
  }
  const hangs = drawn.map((fault) => fault.kind === 'script' && chance.happens(0.3));
  const failures = drawn.map((fault, index): PlannedEvent => ({
    change: 'fail',
    fault,
    hangs: hangs[index] ?? false,
  }));
  const repairs = chance
    .shuffled(drawn)
    .map((fault): PlannedEvent => ({ change: 'repair', fault }));
  return [...failures, ...repairs];
}

/** Checks are what this is about: they are drawn twice as often as what every node has. */
function checkKinds(choices: readonly Fault[]): readonly Fault['kind'][] {
  const kinds = new Set(choices.map(({ kind }) => kind));
  return (['script', 'process', 'file', 'bfd'] as const).filter((kind) => kinds.has(kind));
}

/** What stands in a file that has failed; its weight is mostly 1 or -1. */
const values = [1, 2, 20, -20, 40] as const;
const farValues = [20, -20, 60] as const;

function concerns(fault: Fault, node: string): boolean {
  return fault.kind === 'link' ? fault.nodes.includes(node) : fault.node === node;
}

/** Whether both can be present at the same time. */
function areApart(a: Fault, b: Fault): boolean {
  if (a.kind === 'link' || b.kind === 'link') {
    return !(a.kind === 'link' && b.kind === 'link' && a.nodes.join() === b.nodes.join());
  }
  if (a.node !== b.node) return true;
  if (isPower(a) && isPower(b)) return false;
  if (a.kind !== b.kind) return true;
  return 'name' in a && 'name' in b && a.name !== b.name;
}

function isPower({ kind }: Fault): boolean {
  return kind === 'down' || kind === 'stop';
}

function faultsOf(nodes: ReadonlyMap<string, Node>, valueOf: () => number): readonly Fault[] {
  const names = [...nodes.keys()];
  const links = names.flatMap((a, index) =>
    names.slice(index + 1).map((b): Fault => ({ kind: 'link', nodes: [a, b] })),
  );
  const own = [...nodes].flatMap(([node, { config }]): readonly Fault[] => {
    const instances = config.vrrp_instance ?? [];
    const tracking = [...instances, ...(config.vrrp_sync_group ?? [])];
    const interfaces = new Set([
      ...instances.flatMap(({ interface: name }) => name?.value ?? []),
      ...tracking.flatMap(({ track_interface: tracked }) =>
        (tracked?.entries ?? []).map(({ value }) => value.name.value),
      ),
    ]);
    return [
      { kind: 'down', node },
      { kind: 'stop', node },
      ...[...interfaces].map((name): Fault => ({ kind: 'interface', node, name })),
      ...(config.vrrp_script ?? []).map(({ header: name }): Fault => ({
        kind: 'script',
        node,
        name,
      })),
      ...(config.vrrp_track_process ?? []).map(({ header: name }): Fault => ({
        kind: 'process',
        node,
        name,
      })),
      ...(config.bfd_instance ?? []).map(({ header: name }): Fault => ({
        kind: 'bfd',
        node,
        name,
      })),
      ...(config.track_file ?? []).map(({ header: name }): Fault => ({
        kind: 'file',
        node,
        name,
        value: valueOf(),
      })),
    ];
  });
  return [...own, ...links];
}
