/** How findings can be reported. */
export const formats = [
  'pretty',
  'compact',
  'json',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'checkstyle',
  'gcc',
  'rdjson',
  'tap',
  'markdown',
] as const;

export type Format = (typeof formats)[number];

/** A report that is wanted. */
export interface Output {
  readonly format: Format;
  /** Where it goes; undefined: to standard output. */
  readonly file: string | undefined;
}
