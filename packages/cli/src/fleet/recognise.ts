import { closeSync, constants, openSync, readSync } from 'node:fs';
import { language } from '@kalint/parser';
import { isSystemError } from '../system-error.ts';

/** What a look at a file says. */
export type Recognition = 'configuration' | 'other' | 'unreadable';

/** Blocks begin early, and there may be thousands of files. */
const bytesRead = 64 * 1024;

/**
 * Whether a file of a folder is one for keepalived: its name says so, `keepalived.conf`,
 * `keepalived-lb1.conf` or `lb1-keepalived.conf`, or it is another `*.conf` in which a block of keepalived begins.
 */
export function recognise(path: string, name: string): Recognition {
  if (!/\.conf$/i.test(name)) return 'other';
  if (/^keepalived|keepalived\.conf$/i.test(name)) return 'configuration';
  const beginning = beginningOf(path);
  if (beginning === undefined) return 'unreadable';
  return blockBegins().test(beginning) ? 'configuration' : 'other';
}

function beginningOf(path: string): string | undefined {
  try {
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const buffer = Buffer.alloc(bytesRead);
      return buffer.toString('latin1', 0, readSync(file, buffer));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return undefined;
  }
}

let expression: RegExp | undefined;

/** A line that begins with a block of the top level; all but `SSL` have names that nothing else has. */
function blockBegins(): RegExp {
  const blocks = Object.entries(language)
    .filter(([, schema]) => 'keywords' in schema || 'lines' in schema)
    .map(([word]) => word)
    .filter((word) => word.includes('_'));
  return (expression ??= new RegExp(`^[ \\t]*(?:${blocks.join('|')})(?![\\w.=])`, 'm'));
}
