import {
  placementsOf,
  type Config,
  type Entry,
  type Statement,
  type SyntaxTree,
  type TrackedItem,
  type VrrpScript,
  type Word,
} from '@kalint/parser';
import { firstsByName, nameOf } from '../../cluster/names.ts';
import { isComplete, type Node } from '../../cluster/node.ts';
import { statementsIn } from '../statements.ts';
import { nearestName } from '../../suggest/nearest.ts';

/** A line of a track_script block. */
export interface ScriptReference {
  readonly entry: Entry<TrackedItem>;
  readonly keyword: 'vrrp_instance' | 'vrrp_sync_group';
  /** The name of the instance or the group. */
  readonly owner: Word;
}

/** A line that tracks no script. */
export interface UnknownScript {
  readonly reference: ScriptReference;
  /** The scripts with a similar name; otherwise the one that nothing tracks, if it is one. */
  readonly likely: readonly VrrpScript[];
  readonly isSimilar: boolean;
}

interface ScriptUse {
  readonly unknown: readonly UnknownScript[];
  /** Lines that track a script which is defined further down. */
  readonly early: readonly { readonly reference: ScriptReference; readonly script: VrrpScript }[];
  /** The scripts that nothing tracks, nor means to. */
  readonly unused: readonly VrrpScript[];
}

const useOf = new WeakMap<Node, ScriptUse>();

/**
 * How the scripts of a node are tracked. Names and scripts are looked at together, so that one mistake
 * is one: a script whose name is misspelt where it is tracked is not unused.
 */
export function scriptUseOf(node: Node): ScriptUse {
  const known = useOf.get(node);
  if (known) return known;
  const use = findScriptUse(node);
  useOf.set(node, use);
  return use;
}

function findScriptUse(node: Node): ScriptUse {
  // A script may be defined, or tracked, in a file that was not read.
  if (!isComplete(node)) return { unknown: [], early: [], unused: [] };
  const { config, tree } = node;
  const scripts = firstsByName(config.vrrp_script ?? []);
  const references = referencesIn(config).filter(
    ({ entry }) => !isComputed(entry.value.name.value),
  );
  if (scripts.size === 0 && references.length === 0) return { unknown: [], early: [], unused: [] };
  const tracked = new Set(references.map(({ entry }) => entry.value.name.value));
  let unused = [...scripts.values()].filter(
    // One without a command is removed, and that is reported.
    ({ header, script }) =>
      script && script.value.command !== '' && !tracked.has(header) && !isComputed(header),
  );
  let unknown = references.filter(({ entry }) => !scripts.has(entry.value.name.value));
  if (unused.length > 0 || unknown.length > 0) {
    const elsewhere = namesOutOfPlace(tree);
    unused = unused.filter(({ header }) => !elsewhere.tracked.has(header));
    unknown = unknown.filter(({ entry }) => !elsewhere.defined.has(entry.value.name.value));
  }
  const likelyOf = likelyScripts(unknown, scripts, unused);
  const meant = new Set(unknown.flatMap((reference) => likelyOf(reference).likely));
  return {
    unknown: unknown.map((reference) => ({ reference, ...likelyOf(reference) })),
    early: references.flatMap((reference) => {
      const script = scripts.get(reference.entry.value.name.value);
      return script && isBehind(script, reference) ? [{ reference, script }] : [];
    }),
    unused: unused.filter((script) => !meant.has(script)),
  };
}

type Likely = Pick<UnknownScript, 'likely' | 'isSimilar'>;

function likelyScripts(
  unknown: readonly ScriptReference[],
  scripts: ReadonlyMap<string, VrrpScript>,
  unused: readonly VrrpScript[],
): (reference: ScriptReference) => Likely {
  const found = new Map<string, Likely>();
  for (const { entry } of unknown) {
    const name = entry.value.name.value;
    if (found.has(name)) continue;
    const likely = nearestName(name, scripts.keys()).flatMap((each) => scripts.get(each) ?? []);
    found.set(name, { likely, isSimilar: likely.length > 0 });
  }
  const isOnlyPair = found.size === 1 && unused.length === 1;
  return ({ entry }) => {
    const { likely = [], isSimilar = false } = found.get(entry.value.name.value) ?? {};
    return { likely: isSimilar || !isOnlyPair ? likely : unused, isSimilar };
  };
}

function referencesIn(config: Config): readonly ScriptReference[] {
  return (['vrrp_instance', 'vrrp_sync_group'] as const).flatMap((keyword) =>
    (config[keyword] ?? []).flatMap((block) =>
      (block.track_script?.entries ?? []).map((entry) => ({
        entry,
        keyword,
        owner: nameOf(block),
      })),
    ),
  );
}

/** Whether a `$NAME` is left in a name: that the preprocessor does not know it is another mistake. */
function isComputed(name: string): boolean {
  return /\$\{?[A-Za-z_]/.test(name);
}

/** Within one file; which of two files comes first is not known here. */
function isBehind(script: VrrpScript, { entry }: ScriptReference): boolean {
  const { source, span } = nameOf(script);
  return source === entry.word.source && span.start > entry.word.span.start;
}

/**
 * The names in lines that are not read as what they were meant to be, because a keyword is misspelt,
 * stands in the wrong place or has lost its braces: that is reported, and the rest follows from it.
 */
function namesOutOfPlace(tree: SyntaxTree): {
  readonly defined: ReadonlySet<string>;
  readonly tracked: ReadonlySet<string>;
} {
  const defined = new Set<string>();
  const tracked = new Set<string>();
  for (const { statement, ancestors } of statementsIn(tree)) {
    const { keyword, words } = statement;
    if (!isListOfOthers(ancestors.at(-1))) tracked.add(keyword.text);
    const isUnknown = placementsOf(keyword.text).length === 0;
    for (const { text } of words) {
      if (isUnknown || keyword.text === 'track_script') tracked.add(text);
      if (isUnknown || keyword.text === 'vrrp_script') defined.add(text);
    }
  }
  return { defined, tracked };
}

/** Whether a block lists other things than scripts: `track_process`, `virtual_ipaddress`. */
function isListOfOthers(block: Statement | undefined): boolean {
  if (!block || block.keyword.text === 'track_script') return false;
  return placementsOf(block.keyword.text).some(({ schema }) => schema.lines !== undefined);
}
