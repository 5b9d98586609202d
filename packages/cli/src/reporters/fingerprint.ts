import { createHash } from 'node:crypto';

/** What makes a finding the same one in the next version of a file. */
export interface Recognisable {
  readonly rule: string;
  /** The name of its file, from a folder that stays the same. */
  readonly file: string;
  /** The line that it is about, without its end, secrets hidden. */
  readonly line: string;
}

/**
 * Names for findings, one for each in their order: 32 hexadecimal digits, of which no two are the same.
 *
 * A finding keeps its name when lines come or go before it, when its line is indented in another way, when a
 * secret in it is replaced, and when kalint says it with other words. Findings of a rule in lines that say the
 * same are told apart by their order.
 */
export function fingerprintsOf(findings: readonly Recognisable[]): readonly string[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const name = nameOf(finding);
    const earlier = counts.get(name) ?? 0;
    counts.set(name, earlier + 1);
    return hash([name, String(earlier)]);
  });
}

/** The name that findings share which only their order tells apart: 32 hexadecimal digits. */
export function nameOf({ rule, file, line }: Recognisable): string {
  // How long a secret was must not matter, nor can it be found out.
  const text = line.replace(/\s+/g, '').replace(/\*+/g, '*');
  return hash([rule, normalised(file), text]);
}

/** `./lb1.conf` and `lb1.conf` are one file, and so are `lb1\a.conf` and `lb1/a.conf`. */
function normalised(file: string): string {
  return file.replaceAll('\\', '/').replace(/^(?:\.\/+)+/, '');
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
