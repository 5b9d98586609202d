import type { Command } from 'commander';
import { parseWords, type Reply } from './parse-words.ts';

/** A command: what can be written behind its name, and what the words ask for once they are parsed. */
export interface Definition<Request> {
  readonly command: Command;
  readonly request: () => Request | Reply;
}

/** Understands the words behind the name of a command. */
export function readWith<Request>(
  { command, request }: Definition<Request>,
  words: readonly string[],
): Request | Reply {
  return parseWords(command, words) ?? request();
}
