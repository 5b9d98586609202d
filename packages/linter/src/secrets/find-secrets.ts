import { exceededSize, type SourceFile, type Span } from '@kalint/parser';
import { commandSecretIn, mayHoldCommandSecrets } from './command-secrets.ts';
import { isHarmless, roleOf } from './secret-words.ts';

/*
 * Secrets are found in the text, line by line, and not in the model: a password must stay hidden when
 * its keyword is misspelt, when it stands in a comment, and when the braces around it are lost. Hidden
 * is, always to the end of the line,
 *
 *   1. what follows a secret keyword (`auth_pass`); if nothing does, the next line that says anything;
 *   2. in a block that holds secrets (`authentication`) all but its keywords and the values that they
 *      allow (`auth_type PASS`);
 *   3. what is one in a URL (`http://user:password@host/`, `?token=`), or handed to curl (`-u user:password`);
 *   4. the values of all definitions, where one is referred to from there.
 *
 * What is hidden without need costs little.
 */

/**
 * The spans of a file that must not be shown, in order, at most one on each line.
 *
 * @param hideDefinitions another file of the configuration refers to definitions where secrets stand
 */
export function findSecrets(
  { text }: SourceFile,
  { hideDefinitions = false } = {},
): readonly Span[] {
  // What is too large to be read is too large to be looked through for secrets.
  const exceeded = exceededSize(text)?.of;
  if (exceeded === 'characters' || exceeded === 'words') return [{ start: 0, end: text.length }];
  const lines = text.split('\n');
  const hiddenFrom = hiddenParts(lines);
  if (mayHoldCommandSecrets(text)) {
    for (let index = 0; index < lines.length; index++) {
      const from = commandSecretIn(lines[index] ?? '');
      if (from !== undefined) hide(hiddenFrom, index, from);
    }
  }
  if (hideDefinitions || refersToDefinitions(lines, hiddenFrom)) {
    hideAllDefinitions(lines, hiddenFrom);
  }
  const spans: Span[] = [];
  let lineStart = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const from = hiddenFrom[index];
    const end = from === undefined ? 0 : line.trimEnd().length;
    if (from !== undefined && from < end) {
      spans.push({ start: lineStart + from, end: lineStart + end });
    }
    lineStart += line.length + 1;
  }
  return spans;
}

/** Where in a line the hidden part begins; undefined: nowhere. */
type HiddenFrom = number | undefined;

/** What is still open where a line ends. */
interface Open {
  /** A block with secrets, and whether one of them has come. */
  block: 'none' | 'without secret' | 'with secret';
  /** The keyword stood alone: its value is still to come. */
  value: boolean;
}

function hiddenParts(lines: readonly string[]): HiddenFrom[] {
  const open: Open = { block: 'none', value: false };
  // What is commented out is read like the rest, but its braces count for the comment only.
  const openInComment: Open = { block: 'none', value: false };
  const hidden: HiddenFrom[] = [];
  for (const line of lines) hidden.push(hiddenInLine(line, open, openInComment));
  return hidden;
}

function hiddenInLine(line: string, open: Open, openInComment: Open): HiddenFrom {
  const commentAt = startOfComment(line);
  const code = line.slice(0, commentAt);
  if (commentAt === line.length || code.trim() !== '') {
    openInComment.block = 'none';
    openInComment.value = false;
  }
  const wasOpen = isOpen(open);
  const hidden = hiddenIn(code, open);
  if (hidden !== undefined) return hidden;
  if (wasOpen || isOpen(open)) return commentAt;
  const inComment = hiddenIn(line.slice(commentAt), openInComment);
  return inComment === undefined ? undefined : commentAt + inComment;
}

function isOpen({ block, value }: Open): boolean {
  return block !== 'none' || value;
}

/** The first `#` or `!` outside quotes; the end of the line when there is none. */
function startOfComment(line: string): number {
  // Most lines have none, and need not be read for that.
  if (!line.includes('#') && !line.includes('!')) return line.length;
  parts.lastIndex = 0;
  for (let match = parts.exec(line); match; match = parts.exec(line)) {
    const { 0: part, index } = match;
    if (part === '#' || part === '!') return index;
  }
  return line.length;
}

// Neither of them with matchAll(), which makes a regular expression for each of all lines.
const parts = /[#!]|\\[#!"]?|"[^"\\]*(?:\\[^][^"\\]*)*"?|[^"#!\\]+/g;
const pieces = /["{}#!]|(?=[^\s{}"#!])[^\s{}"#!\\]*(?:\\[#!"]?[^\s{}"#!\\]*)*/g;

/** Reads a line, or the comment in one, statement by statement, as the braces divide it. */
function hiddenIn(text: string, open: Open): HiddenFrom {
  if (!isOpen(open) && !hasTellingWord(text)) return undefined;
  let hidden: HiddenFrom;
  let words: Word[] = [];
  let quoted = false;
  let closed = false;
  pieces.lastIndex = 0;
  for (let match = pieces.exec(text); match; match = pieces.exec(text)) {
    const { 0: piece, index } = match;
    if (piece === '"') quoted = !quoted;
    else if (piece === '{' || piece === '}') {
      // In quotes a brace is a letter, but a quote may stand there by mistake.
      const found = hiddenInStatement(words, text.slice(0, index), open);
      hidden ??= found;
      words = [];
      if (!quoted) closed = piece === '}' && open.block === 'with secret';
    } else if (quoted || !/^[#!]$/.test(piece)) words.push({ text: piece, start: index });
  }
  const found = hiddenInStatement(words, text, open);
  hidden ??= found;
  // Not before a secret has come, and not before the line ends: the brace may be one too many.
  if (closed) open.block = 'none';
  return hidden;
}

/** Whether anything in a text has to do with secrets: in most lines nothing has. */
function hasTellingWord(text: string): boolean {
  return text.match(pieces)?.some(isTelling) ?? false;
}

function isTelling(word: string): boolean {
  const { kind } = roleOf(word);
  return kind !== 'keyword' && kind !== 'other';
}

interface Word {
  readonly text: string;
  readonly start: number;
}

function hiddenInStatement(words: readonly Word[], text: string, open: Open): HiddenFrom {
  if (open.value && words[0]) {
    open.value = false;
    hiddenInStatement(words, text, open);
    if (open.block === 'without secret') open.block = 'with secret';
    return words[0].start;
  }
  /** Where the keyword of the statement stands. */
  let first = 0;
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word) break;
    const isFirst = index === first;
    const role = roleOf(word.text);
    switch (role.kind) {
      case 'secret': {
        if (role.onlyFirst && !isFirst) break;
        const behind = word.start + role.length;
        const value = startOfValue(text.slice(behind), role.onlyFirst);
        if (value !== undefined) {
          if (open.block === 'without secret') open.block = 'with secret';
          return behind + value;
        }
        // A word like `password` may end any line, of a script for instance.
        open.value = isFirst || open.block !== 'none' || /^auth/i.test(word.text);
        return undefined;
      }
      case 'harmless': {
        if (role.onlyInBlock && !(open.block !== 'none' && isFirst)) break;
        const value = words[index + 1];
        if (value && isHarmless(role.value, value.text)) index++;
        const next = words[index + 1];
        if (!next || !/^auth/i.test(next.text)) return next?.start;
        break;
      }
      case 'block':
        if (role.onlyFirst && !isFirst) break;
        open.block = 'without secret';
        // Its `{` may be missing.
        first = index + 1;
        break;
      case 'keyword':
        // Of another block: the `}` of this one is missing.
        if (isFirst) open.block = 'none';
        break;
      case 'other':
        if (isFirst && open.block !== 'none') return word.start;
    }
  }
  return undefined;
}

// A backslash at the end does not continue the line, but who writes one thinks so.
const gap = /^[\s"=:]*(?:\\\s*$)?/;
const gapWithNumber = /^[\s"=:]*(?:\d{1,3}(?![^\s}])[\s"]*)?(?:\\\s*$)?/;

/** Where the secret begins behind its keyword; behind `key` its number comes first. */
function startOfValue(text: string, hasNumber: boolean): number | undefined {
  const length = (hasNumber ? gapWithNumber : gap).exec(text)?.[0].length ?? 0;
  return length < text.length ? length : undefined;
}

/** Whether anything that is hidden refers to a definition. */
function refersToDefinitions(lines: readonly string[], hiddenFrom: readonly HiddenFrom[]): boolean {
  return lines.some((line, index) => hiddenFrom[index] !== undefined && reference.test(line));
}

/** `$NAME` or `${NAME` */
export const reference = /\$[A-Za-z_{]/;

/**
 * Where a hidden part refers to a definition, the values of all are hidden, those of `~LST` too: names
 * may be put together from others, and values stand before or behind what they are for.
 */
function hideAllDefinitions(lines: readonly string[], hiddenFrom: HiddenFrom[]): void {
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const match = /\$[A-Za-z_]\w*[ \t]*=|~LST\(/.exec(line);
    if (!match) continue;
    hide(hiddenFrom, index, match.index + match[0].length);
    // A backslash continues a definition.
    while (lines[index]?.trimEnd().endsWith('\\')) hide(hiddenFrom, ++index, 0);
  }
}

function hide(hiddenFrom: HiddenFrom[], line: number, from: number): void {
  hiddenFrom[line] = Math.min(from, hiddenFrom[line] ?? from);
}
