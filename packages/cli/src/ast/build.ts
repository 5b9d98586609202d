import { buildText, positionAt, type BuiltText } from '@kalint/parser';
import { decode } from '../disk/decode.ts';
import { readText } from '../disk/read-text.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import { isTerminal, print, say } from '../terminal/output.ts';
import { invisible } from '../terminal/visible.ts';
import { largestJson, mostContainers } from './limits.ts';

/** Prints the text of a syntax tree that a file holds as JSON. */
export async function build(path: string): Promise<ExitStatus> {
  const outcome = buildBytes(path);
  if ('problem' in outcome) {
    say(outcome.problem);
    return exitStatus.unable;
  }
  await print(outcome.bytes);
  return exitStatus.clean;
}

type Outcome<T> = T | { readonly problem: string };

function buildBytes(path: string): Outcome<{ readonly bytes: Uint8Array }> {
  const read = readText(path, largestJson);
  if ('failure' in read) return { problem: `cannot read ${path}: ${read.reason}` };
  if (read.encoding !== 'utf-8') return { problem: `cannot read ${path}: it is not UTF-8` };
  const json = readJson(path, read.text);
  if ('problem' in json) return json;
  const built = buildText(json.value);
  if (!('problem' in built)) return encode(path, built);
  const { pointer, message } = built.problem;
  const place = pointer === '' ? '' : ` at ${pointer}`;
  return { problem: `cannot build a text from ${path}:${place} ${message}` };
}

/** Without the message of `JSON.parse`, which quotes what might be a secret. */
function readJson(path: string, text: string): Outcome<{ readonly value: unknown }> {
  if (hasTooMuch(text)) {
    return { problem: `cannot read ${path}: it has more than ${mostContainers} objects and lists` };
  }
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const [, offset] = /at position (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
    if (offset === undefined) return { problem: `cannot read ${path}: it is not JSON` };
    const { line, column } = positionAt({ path, text }, Number(offset));
    return { problem: `cannot read ${path}: it is not JSON (line ${line}, column ${column})` };
  }
}

/** Before it is parsed, for that takes long. */
function hasTooMuch(json: string): boolean {
  let count = 0;
  for (let at = 0; at < json.length && count <= mostContainers; at++) {
    const character = json.charAt(at);
    if (character === '{' || character === '[') count++;
  }
  return count > mostContainers;
}

/** The bytes of a text, from which the same text is read again. */
function encode(
  path: string,
  { text, encoding }: Exclude<BuiltText, { readonly problem: unknown }>,
): Outcome<{ readonly bytes: Uint8Array }> {
  const bytes = Buffer.from(text, encoding === 'latin-1' ? 'latin1' : 'utf8');
  const decoded = decode(bytes);
  if (decoded.kind !== 'text' || decoded.text !== text) {
    return { problem: `cannot build a text from ${path}: it cannot be written as ${encoding}` };
  }
  if (isTerminal() && actsOnTerminal(text)) {
    return { problem: `the text holds characters that a terminal would obey; print it to a file` };
  }
  return { bytes };
}

function actsOnTerminal(text: string): boolean {
  return invisible('').test(text.replace(/\r?\n|\t/g, ''));
}
