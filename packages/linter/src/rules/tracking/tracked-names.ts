import type { Config, Statement, Word } from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';
import { statementsIn } from '../statements.ts';

/** Blocks that define something to be tracked, and what is said when nobody does. */
export const definitions = [
  'track_file',
  'vrrp_track_file',
  'vrrp_track_process',
  'bfd_instance',
  'track_group',
] as const;

/** The blocks that define a file; vrrp_track_file is their older name. */
export function trackFilesOf(config: Config): NonNullable<Config['track_file']> {
  const { track_file: files, vrrp_track_file: older } = config;
  return files && older ? [...files, ...older] : (files ?? older ?? []);
}

/** A name that a block defines. */
export interface Definition {
  readonly keyword: (typeof definitions)[number] | 'vrrp_script';
  readonly name: string;
  readonly word: Word;
  readonly statement: Statement;
}

/** The definitions of the given kinds, in the order of the kinds. */
export function definitionsIn(
  config: Config,
  kinds: readonly Definition['keyword'][],
): readonly Definition[] {
  const found: Definition[] = [];
  for (const keyword of kinds) {
    for (const { header, statements } of config[keyword] ?? []) {
      const [statement] = statements;
      const [word] = statement.words;
      if (word && typeof header === 'string')
        found.push({ keyword, name: header, word, statement });
    }
  }
  return found;
}

const defining: readonly string[] = [...definitions, 'vrrp_script'];

const known = new WeakMap<Node, ReadonlySet<string>>();

/**
 * Every word of a configuration outside of the definitions. A name among them may be meant, on
 * whatever line it stands: what is wrong with that line is said elsewhere.
 */
export function mentionedIn(node: Node): ReadonlySet<string> {
  let mentioned = known.get(node);
  if (mentioned) return mentioned;
  mentioned = collectWords(node);
  known.set(node, mentioned);
  return mentioned;
}

function collectWords({ tree }: Node): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { statement, ancestors } of statementsIn(tree)) {
    const [outermost = statement] = ancestors;
    if (defining.includes(outermost.keyword.text)) continue;
    found.add(statement.keyword.text);
    for (const { text } of statement.words) found.add(text);
  }
  return found;
}
