import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * The messages of keepalived 2.4.3, as they were taken from its source. They lie next to the project and
 * not in it: keepalived's sentences are under keepalived's license.
 */

const file = join(import.meta.dirname, '../../../shared/reference/messages.json');

export interface ReferenceMessage {
  /** Its place, as the coverage names it. */
  readonly place: string;
  /** The format that it is printed with (printf). */
  readonly format: string;
  /** Whether `keepalived -t` prints it; the others reach the log of a running daemon only. */
  readonly isTested: boolean;
}

interface Listed {
  readonly at: string;
  readonly format: string;
  readonly config_test?: boolean;
}

/** All messages; undefined when the reference is not there. */
export function referenceMessages(): readonly ReferenceMessage[] | undefined {
  if (!existsSync(file)) return undefined;
  const { messages, log_only }: Record<'messages' | 'log_only', readonly Listed[]> = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  return [...messages, ...log_only].map(({ at, format, config_test = false }) => ({
    place: at.replace(/^keepalived\//, ''),
    format,
    isTested: config_test,
  }));
}

/** What a message looks like that was printed with a format. */
export function patternOfFormat(format: string): RegExp {
  const conversion = /%[-+ #0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|z|j|t)?[diouxXeEfgGcsmp]/g;
  const literals = format.split(conversion).map((part) => part.replaceAll('%%', '%'));
  return new RegExp(`^${literals.map(escaped).join('.*')}$`, 's');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
