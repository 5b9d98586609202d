import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

/** A piece of a text and its scopes, the outermost first; offsets in UTF-16 code units. */
export interface ScopedPiece {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

export type Tokenise = (text: string) => readonly ScopedPiece[];

const scopeName = 'source.keepalived';

/** What an editor makes of grammar/keepalived.tmLanguage.json. */
export async function loadTextmateGrammar(): Promise<Tokenise> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm));
  const file = join(import.meta.dirname, '../../../grammar/keepalived.tmLanguage.json');
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => oniguruma.createOnigScanner(patterns),
      createOnigString: (text) => oniguruma.createOnigString(text),
    }),
    loadGrammar: (name) =>
      Promise.resolve(
        name === scopeName ? textmate.parseRawGrammar(readFileSync(file, 'utf8'), file) : null,
      ),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`${file} is no grammar`);
  return (text) => {
    const pieces: ScopedPiece[] = [];
    let state = textmate.INITIAL;
    let offset = 0;
    for (const line of text.split('\n')) {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      for (const { startIndex, endIndex, scopes } of tokens) {
        const end = Math.min(endIndex, line.length);
        if (startIndex < end) {
          pieces.push({ start: offset + startIndex, end: offset + end, scopes });
        }
      }
      state = ruleStack;
      offset += line.length + 1;
    }
    return pieces;
  };
}

/** Spans of the text in which a scope begins with `prefix`; neighbours are one span. */
export function spansOf(
  pieces: readonly ScopedPiece[],
  prefix: string,
): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  for (const { start, end, scopes } of pieces) {
    if (!scopes.some((scope) => scope.startsWith(prefix))) continue;
    const last = spans.at(-1);
    if (last?.[1] === start) last[1] = end;
    else spans.push([start, end]);
  }
  return spans;
}
