import type { Config, Item, Statement } from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';
import type { ItemKind } from './model.ts';

type Each<T> = T extends readonly (infer E)[] ? E : never;
type ScriptBlock = Each<NonNullable<Config['vrrp_script']>>;
type FileBlock = Each<NonNullable<Config['track_file']>>;
type ProcessBlock = Each<NonNullable<Config['vrrp_track_process']>>;
type BfdBlock = Each<NonNullable<Config['bfd_instance']>>;

/** The block that defines what is tracked; an interface needs none. */
export type Definition =
  | { readonly kind: 'script'; readonly block: ScriptBlock }
  | { readonly kind: 'file'; readonly block: FileBlock }
  | { readonly kind: 'process'; readonly block: ProcessBlock }
  | { readonly kind: 'bfd'; readonly block: BfdBlock };

/** What a node defines, by kind and name. */
export type Definitions = ReadonlyMap<string, Definition>;

export function definitionKey(kind: ItemKind, name: string): string {
  return `${kind} ${name}`;
}

const known = new WeakMap<Node, Definitions>();

/**
 * What a node defines: of several of one kind and name the one that is read first (find_script_by_name() and
 * its siblings in keepalived/vrrp/vrrp_track.c, find_tracked_file_by_name() in
 * keepalived/trackers/track_file.c), without those that keepalived removes because they lack a command, a
 * file or a process, and without BFD sessions of which only the checkers are told (bfd_vrrp_end_handler()).
 */
export function definitionsOf(node: Node): Definitions {
  const old = known.get(node);
  if (old) return old;
  const { config } = node;
  const position = positionsIn(node);
  const files = [...(config.track_file ?? []), ...(config.vrrp_track_file ?? [])].sort(
    (a, b) => position(a.statements[0]) - position(b.statements[0]),
  );
  const found = new Map<string, Definition>();
  const add = (definition: Definition): void => {
    const key = definitionKey(definition.kind, definition.block.header);
    if (!found.has(key)) found.set(key, definition);
  };
  for (const block of config.vrrp_script ?? []) {
    if (block.script && block.script.value.command !== '') add({ kind: 'script', block });
  }
  for (const block of files) if (block.file) add({ kind: 'file', block });
  for (const block of config.vrrp_track_process ?? []) {
    if (block.process) add({ kind: 'process', block });
  }
  for (const block of config.bfd_instance ?? []) {
    if (!block.checker || block.vrrp) add({ kind: 'bfd', block });
  }
  known.set(node, found);
  return found;
}

/** Names are looked up while the file is read: what is defined further down is not found. */
export function isDefinedAbove(node: Node, { block }: Definition, reference: Statement): boolean {
  const position = positionsIn(node);
  return position(block.statements[0]) < position(reference);
}

const orders = new WeakMap<Node, ReadonlyMap<Item, number>>();

/** Where blocks come when keepalived reads them: some are in included files. */
function positionsIn(node: Node): (block: Statement) => number {
  const order = orders.get(node) ?? new Map(node.tree.items.map((item, index) => [item, index]));
  orders.set(node, order);
  return (block) => order.get(block) ?? 0;
}
