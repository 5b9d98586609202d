/** Findings that are known: how many there are of one kind in one file. */
export interface Entry {
  /** The file, from the baseline's folder, with `/` between folders. */
  readonly file: string;
  readonly rule: string;
  /** What is alike in findings that are taken for the same one, without its place. */
  readonly fingerprint: string;
  /** From 1. */
  readonly count: number;
}

/** The file of a baseline, as it is written; schema/baseline.schema.json says the same. */
export interface BaselineFile {
  readonly kind: 'kalint-baseline';
  readonly version: 1;
  readonly findings: readonly Entry[];
}

/** What makes two entries one. */
export function keyOf({ file, rule, fingerprint }: Omit<Entry, 'count'>): string {
  return JSON.stringify([file, rule, fingerprint]);
}
