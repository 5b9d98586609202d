import type { ItemKind } from './model.ts';

/** Something that breaks. Nodes and items are called by their names. */
export type Fault =
  /** The host loses power: nothing is said any more. */
  | { readonly kind: 'down'; readonly node: string }
  /** keepalived ends as it should, and says so with an advertisement of priority 0. */
  | { readonly kind: 'stop'; readonly node: string }
  | { readonly kind: Exclude<ItemKind, 'file'>; readonly node: string; readonly name: string }
  | {
      readonly kind: 'file';
      readonly node: string;
      readonly name: string;
      /** The number that stands in the file from then on. */
      readonly value: number;
    }
  /** Advertisements between two nodes are lost, in both directions. */
  | { readonly kind: 'link'; readonly nodes: readonly [string, string] };

/** Whether the fault takes the whole host. */
export function isOff(fault: Fault): fault is Extract<Fault, { readonly kind: 'down' | 'stop' }> {
  return fault.kind === 'down' || fault.kind === 'stop';
}

/** What happens: a fault comes, or goes. */
export interface Event {
  readonly change: 'fail' | 'repair';
  readonly fault: Fault;
}

/** A fault as people write it: `lb1:down`, `lb1:script:chk`, `lb1:file:load=3`, `link:lb1-lb2`. */
export function formatFault(fault: Fault): string {
  switch (fault.kind) {
    case 'down':
    case 'stop':
      return `${fault.node}:${fault.kind}`;
    case 'file':
      return `${fault.node}:file:${fault.name}=${fault.value}`;
    case 'link':
      return `link:${fault.nodes[0]}-${fault.nodes[1]}`;
    default:
      return `${fault.node}:${fault.kind}:${fault.name}`;
  }
}

const namedKinds: ReadonlySet<string> = new Set<ItemKind>([
  'script',
  'interface',
  'process',
  'bfd',
]);

/**
 * Reads what `formatFault` writes. The names of the nodes are needed because they may hold `:` and `-`.
 * Undefined when it is no fault of one of these nodes; whether the node tracks what fails is not looked at.
 */
export function parseFault(text: string, nodes: readonly string[]): Fault | undefined {
  if (text.startsWith('link:')) return parseLink(text.slice('link:'.length), nodes);
  // The longest name first: `lb:1` before `lb`.
  const node = nodes
    .filter((name) => text.startsWith(`${name}:`))
    .reduce<string | undefined>((a, b) => (a && a.length > b.length ? a : b), undefined);
  if (node === undefined) return undefined;
  const rest = text.slice(node.length + 1);
  if (rest === 'down' || rest === 'stop') return { kind: rest, node };
  const [, kind = '', name = ''] = /^(\w+):(.+)$/s.exec(rest) ?? [];
  if (isNamedKind(kind)) return { kind, node, name };
  const [, file, value] = (kind === 'file' && /^(.+)=(-?\d{1,10})$/s.exec(name)) || [];
  return file === undefined ? undefined : { kind: 'file', node, name: file, value: Number(value) };
}

function isNamedKind(kind: string): kind is Exclude<ItemKind, 'file'> {
  return namedKinds.has(kind);
}

function parseLink(pair: string, nodes: readonly string[]): Fault | undefined {
  for (const a of nodes) {
    const b = pair.startsWith(`${a}-`) ? pair.slice(a.length + 1) : undefined;
    if (b === undefined || b === a || !nodes.includes(b)) continue;
    // A link has no direction: the same fault whichever end is named first.
    const isInOrder = nodes.indexOf(a) < nodes.indexOf(b);
    return { kind: 'link', nodes: isInOrder ? [a, b] : [b, a] };
  }
  return undefined;
}
