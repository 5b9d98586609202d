import { configIdsIn, parse } from '@kalint/parser';
import type { Daemon, Verdict } from './daemon.ts';

/**
 * A configuration without its `net_namespace` lines: keepalived ends, content, before it has judged
 * anything, when there is no such namespace.
 */
export function inThisNamespace(text: string): string {
  return text.replace(/\bnet_namespace(?:_ipvs)?(?:[ \t][^\n{}]*)?$/gm, '');
}

/** What the daemon says of a text, once for each node that it is for; each time it has so many seconds of a processor. */
export async function verdictsOn(
  text: string,
  daemon: Daemon,
  encoding: BufferEncoding = 'utf8',
  seconds?: number,
): Promise<readonly Verdict[]> {
  const bytes = Buffer.from(text, encoding);
  const ids = configIdsIn(parse({ path: '', text }));
  const verdicts: Verdict[] = [];
  for (const id of ids.length > 0 ? ids : [undefined]) {
    verdicts.push(await daemon.check(bytes, id, seconds));
  }
  return verdicts;
}
