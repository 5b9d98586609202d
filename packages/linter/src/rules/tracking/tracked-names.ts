import { visitStatements, type Config, type Statement, type Word } from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';

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
  return [...(config.track_file ?? []), ...(config.vrrp_track_file ?? [])];
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
  return kinds.flatMap((keyword) =>
    (config[keyword] ?? []).flatMap(({ header, statements: [statement] }) => {
      const [word] = statement.words;
      return word && typeof header === 'string' ? [{ keyword, name: header, word, statement }] : [];
    }),
  );
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
  visitStatements(tree, ({ keyword, words }, [outermost = { keyword }]) => {
    if (defining.includes(outermost.keyword.text)) return;
    found.add(keyword.text);
    for (const { text } of words) found.add(text);
  });
  return found;
}
