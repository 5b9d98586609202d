import { Composer, Parser, isAlias, isScalar, type CST, type Node } from 'yaml';
import type { Problem } from './problem.ts';

/* Text to YAML, of which JSON is a part. What would make a small text large, or deep, is refused. */

/** The one value of a document; null when there is none. */
export type Root = Node | null;

/** Values in values in values: more than any setting has, far less than what exhausts the stack. */
const deepest = 32;

/** Reads a text as YAML 1.2, or as JSON; what is wrong with it comes in the order of the text. */
export function readDocument(
  text: string,
  language: 'json' | 'yaml',
): { readonly root: Root } | { readonly problems: readonly Problem[] } {
  // The tokens of a document are a tree that the composer goes down into, one call within the other.
  const tokens = [...new Parser().parse(text)];
  for (const token of tokens) {
    const at = tooDeepIn(token);
    if (at !== undefined)
      return { problems: [{ at, message: `it is nested more than ${deepest} deep` }] };
  }
  const composer = new Composer({
    // Whatever version a document claims to be: `off` is a text, and there are no dates.
    schema: language === 'json' ? 'json' : 'core',
    resolveKnownTags: false,
    // The library compares each key with all others; form.ts does it, in less time.
    uniqueKeys: false,
    prettyErrors: false,
  });
  const [document, second] = composer.compose(tokens, true, text.length);
  if (!document) return { root: null };
  const name = language === 'json' ? 'JSON' : 'YAML';
  const problems: Problem[] = [...document.errors, ...document.warnings].map(
    ({ message, pos: [at] }) => ({ at, message: `it is not valid ${name}: ${message}` }),
  );
  if (second)
    problems.push({ at: second.range[0], message: 'a second document begins; write one only' });
  if (problems.length > 0) return { problems: problems.sort((a, b) => a.at - b.at) };
  const { contents } = document;
  return { root: isScalar(contents) && contents.value === null ? null : contents };
}

/** Whether a value stands for another one, which nothing here looks up: a few of them become millions. */
export function isReference(node: Node): boolean {
  return isAlias(node);
}

/** Where the nesting of a token gets too deep. */
function tooDeepIn(token: CST.Token): number | undefined {
  let level: readonly CST.Token[] = [token];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return level[0]?.offset ?? 0;
    level = level.flatMap(within);
  }
  return undefined;
}

function within(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].flatMap((each) => each ?? []));
}
