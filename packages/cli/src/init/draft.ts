import {
  configIdOf,
  nodeNames,
  type FileMarks,
  type GroupedCluster,
  type Grouping,
  type NodeMarks,
  type Reason,
} from '@kalint/linter';

/** What a configuration file could say of some files. */
export interface Draft {
  readonly keepalivedVersion: string | undefined;
  readonly clusters: readonly DraftCluster[];
}

export interface DraftCluster {
  /** No other cluster has it. */
  readonly name: string;
  /** The one that should be master first. */
  readonly nodes: readonly DraftNode[];
  /** Why its files are together; none when it is one file. */
  readonly reasons: readonly Reason[];
}

export interface DraftNode {
  /** Undefined when there is none that a configuration file may have. */
  readonly name: string | undefined;
  readonly file: string;
  readonly configId: string | undefined;
  /** What instances of the node send from, by their interfaces. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
}

/**
 * Makes a draft of what is known of files. Included files are no nodes.
 *
 * @param pathOf what a file is called in the configuration file
 */
export function draftOf(
  marks: readonly FileMarks[],
  { clusters }: Grouping,
  pathOf: (file: string) => string,
  keepalivedVersion: string | undefined,
): Draft {
  const byFile = new Map(marks.map((each) => [each.file, each]));
  const names = uniqueNames(clusters.map(({ files }) => commonFolder(files.map(pathOf))));
  return {
    keepalivedVersion,
    clusters: clusters.map(({ files, reasons }, at) => ({
      name: names[at] ?? 'cluster',
      nodes: nodesOf(
        nodeFiles({ files, reasons }).flatMap((file) => byFile.get(file) ?? []),
        pathOf,
      ),
      reasons: reasons.map((reason) => ({
        ...reason,
        places: reason.places.map(({ file, line }) => ({ file: pathOf(file), line })),
      })),
    })),
  };
}

function nodeFiles({ files, reasons }: GroupedCluster): readonly string[] {
  const included = new Set(
    reasons.flatMap(({ kind, files: [, file] }) => (kind === 'include' && file ? [file] : [])),
  );
  return files.filter((file) => !included.has(file));
}

/** With more ids than that a file is not read to its end, and the ids of the rest are not known. */
const mostIds = 31;

function nodesOf(
  marks: readonly FileMarks[],
  pathOf: (file: string) => string,
): readonly DraftNode[] {
  const nodes = marks.flatMap(({ file, nodes: all }) => {
    const source = { path: pathOf(file), text: '' };
    const found = all.map((node) => {
      const configId = configIdOf({ name: node.name, source: { path: file, text: '' } });
      const name = configId === undefined ? source.path : `${source.path} @${configId}`;
      return { node, name, source, configId };
    });
    const areNameable = found.every(({ configId }) => configId === undefined || isId(configId));
    if (areNameable && found.length <= mostIds) return found;
    return found.slice(0, 1).map((each) => ({ ...each, name: source.path, configId: undefined }));
  });
  const names = nodeNames(nodes);
  const written = nodes.map((each) => (names.get(each) ?? '').replace(/[\s:,"]/g, '_'));
  return nodes
    .map(({ node, source, configId }, at) => {
      const name = written[at] ?? '';
      const isGood = isName(name) && written.indexOf(name) === at;
      return {
        draft: {
          name: isGood ? name : undefined,
          ...{ file: source.path, configId, addresses: addressesOf(node) },
        },
        priority: node.instances[0]?.priority ?? 0,
      };
    })
    .sort((a, b) => b.priority - a.priority)
    .map(({ draft }) => draft);
}

/** What content.ts takes. */
function isId(text: string): boolean {
  return /^[^\s@^]\S*$/.test(text);
}

function isName(text: string): boolean {
  return /^(?!link$)[^\s:,"]+$/.test(text);
}

function addressesOf({ instances }: NodeMarks): DraftNode['addresses'] {
  const addresses = new Map<string, readonly string[]>();
  for (const { interface: link, source } of instances) {
    if (link === undefined || !source) continue;
    const known = addresses.get(link) ?? [];
    if (!known.includes(source.text)) addresses.set(link, [...known, source.text]);
  }
  return addresses;
}

/** The name of the nearest folder that all files are in. */
function commonFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split('/').slice(0, -1));
  let length = 0;
  while (length < first.length && others.every((names) => names[length] === first[length]))
    length++;
  const name = first[length - 1];
  return name !== undefined && /[^.\s]/.test(name) ? name : 'cluster';
}

function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return names.map((name) => {
    let number = next.get(name) ?? 1;
    const numbered = (): string => (number === 1 ? name : `${name}-${number}`);
    while (taken.has(numbered())) number++;
    const unique = numbered();
    taken.add(unique);
    next.set(name, number + 1);
    return unique;
  });
}
