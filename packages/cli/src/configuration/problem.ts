/** What is wrong with a configuration file, and where: in UTF-16 code units from its beginning. */
export interface Problem {
  readonly at: number;
  readonly message: string;
}
