import type { Binding } from '../model/bind.ts';
import { statementOf } from '../model/problems.ts';
import type { Item, Statement, SyntaxTree, Word } from '../syntax/tree.ts';

/* What a file holds, without where it stands: lists of texts that can be compared. */

/** The words of a tree, line by line, with its blocks and what is wrong with its shape. */
export function wordsOf({ items, problems }: SyntaxTree): readonly string[] {
  const texts = problems.map(({ kind }) => kind as string);
  for (const item of items) addItem(item, texts);
  return texts;
}

function addItem(item: Item, texts: string[]): void {
  switch (item.kind) {
    case 'statement':
      texts.push(JSON.stringify(wordsIn(item)));
      if (item.block) addItem(item.block, texts);
      return;
    case 'block':
      texts.push('{');
      for (const each of item.items) addItem(each, texts);
      texts.push('}');
      return;
    case 'stray-brace':
      texts.push(item.kind);
      return;
    default:
      texts.push(withoutLineEnds(item.text));
  }
}

function wordsIn({ keyword, words }: Statement): unknown {
  return [keyword, ...words].map(plainWord);
}

function plainWord({ text, quoted, joined }: Word): unknown {
  return [text, quoted, joined];
}

/** The comments of a tree as it is written, and what stands in its lines from the first quote on. */
export function textsOf(tree: SyntaxTree): readonly string[] {
  const { text } = tree.source;
  const texts: string[] = [];
  for (const { kind, span } of tree.trivia) {
    if (kind === 'comment') texts.push(withoutLineEnds(text.slice(span.start, span.end)));
  }
  for (const item of tree.items) addQuoted(item, texts);
  return texts;
}

function addQuoted(item: Item, texts: string[]): void {
  if (item.kind === 'statement') {
    const all = [item.keyword, ...item.words];
    const { text } = item.source;
    const first = all.find(({ span }) => /["'\\]/.test(text.slice(span.start, span.end)));
    if (first) texts.push(text.slice(first.span.start, all.at(-1)?.span.end));
    if (item.block) addQuoted(item.block, texts);
  } else if (item.kind === 'block') {
    for (const each of item.items) addQuoted(each, texts);
  }
}

/** Without what the end of a line may have or not. */
function withoutLineEnds(text: string): string {
  return text.replace(/\r+$/gm, '').replace(/[ \t\n]+$/, '');
}

/** The model, each member by itself, and what does not fit between the file and the language. */
export function modelOf({ config, problems, unlisted }: Binding): readonly string[] {
  const members = Object.entries(config).flatMap(([keyword, member]) =>
    (Array.isArray(member) ? member : [member]).map(
      (each: unknown) => `${keyword} ${JSON.stringify(each, withoutPlace)}`,
    ),
  );
  const misfits = problems.map(
    (problem) => `${problem.kind} ${statementOf(problem)?.keyword.text ?? ''}`,
  );
  return [...members, ...misfits, String(unlisted?.count)];
}

/** Statements and words without their places; of a block, its header: what is in it is in the model. */
function withoutPlace(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (isStatement(value)) return wordsIn(value);
  return isWord(value) ? plainWord(value) : value;
}

function isStatement(value: unknown): value is Statement {
  return isPlaced(value) && 'kind' in value && value.kind === 'statement';
}

function isWord(value: unknown): value is Word {
  return isPlaced(value) && 'text' in value && 'quoted' in value;
}

function isPlaced(value: unknown): value is { readonly source: unknown; readonly span: unknown } {
  return typeof value === 'object' && value !== null && 'source' in value && 'span' in value;
}
