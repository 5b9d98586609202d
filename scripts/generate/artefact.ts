/** A file of the repository that follows from the code and is never edited. */
export interface Artefact {
  /** Relative to the root of the repository. */
  readonly path: string;
  readonly text: () => string;
}
