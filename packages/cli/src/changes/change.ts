/** A file whose text is to become another one. */
export interface Change {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** How the text stands on the disk. */
  readonly encoding: 'utf-8' | 'latin-1';
}
