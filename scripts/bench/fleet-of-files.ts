import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A configuration that copies are made of. */
export interface Original {
  /** A name for the folder that its copies lie in. */
  readonly name: string;
  readonly text: string;
}

/**
 * Writes so many files below a folder: the originals again and again, each time with other addresses and other
 * names of instances, scripts and groups, as if each time they were those of another site. Gives their number.
 */
export function writeFleet(folder: string, originals: readonly Original[], count: number): number {
  for (let index = 0; index < count; index++) {
    const original = originals[index % originals.length];
    if (!original) return index;
    const site = Math.floor(index / originals.length);
    const path = join(
      folder,
      `site-${site}`,
      original.name.replace(/[^\w.-]/g, '_'),
      'keepalived.conf',
    );
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, copyOf(original.text, site));
  }
  return count;
}

/** The text with addresses and names of another site; the first site has those of the original. */
export function copyOf(text: string, site: number): string {
  if (site === 0) return text;
  return text
    .replace(/\b(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\b/g, (address, ...parts: string[]) => {
      const [first, second, third, fourth] = parts.slice(0, 4).map(Number);
      // Not those that mean the same everywhere.
      if (first === undefined || first === 127 || first === 0 || first >= 224) return address;
      const moved = ((second ?? 0) * 256 + (third ?? 0) + site * 7) % 65_536;
      return `${first}.${moved >> 8}.${moved % 256}.${fourth}`;
    })
    .replace(
      /^([ \t]*(?:vrrp_instance|vrrp_script|vrrp_sync_group|virtual_server_group)[ \t]+)([\w.-]+)/gm,
      `$1$2_${site}`,
    );
}
