import type { Profile, Severities, Severity } from '@kalint/linter';

/* What options that several commands share come to. */

/** What decides, besides the files, what keepalived reads. */
export interface ReadingOptions {
  /** Not checked yet: which releases are known is knowledge of the parser. */
  readonly keepalivedVersion: string | undefined;
  /** The ids of the nodes; empty: those that the files name. */
  readonly configIds: readonly string[];
  /** Folders whose files may be included, besides the projects of the files. */
  readonly includeRoots: readonly string[];
  /** What `${_ENV NAME}` stands for; undefined: nothing is known of the environment. */
  readonly environment: ReadonlyMap<string, string> | undefined;
}

/** Which rules run, and how severe what they find is. */
export interface RuleSettings {
  /** Undefined: the usual one. */
  readonly profile: Profile | undefined;
  /** By the names of the rules, which are not checked yet: which ones there are is knowledge of the linter. */
  readonly severities: Severities;
}

/** Which configuration file counts. */
export interface ConfigurationOptions {
  /** Its path; false: none counts; undefined: it is looked for. */
  readonly configuration: string | false | undefined;
}

/** What makes a check fail. */
export interface ExitPolicy {
  /** The least severity that fails; `never`: none does. Undefined: nothing is said. */
  readonly failOn: Severity | 'never' | undefined;
  /** So many warnings are allowed; one more fails. Undefined: nothing is said. */
  readonly maxWarnings: number | undefined;
}

/** Which findings are known, and not to be reported. */
export interface BaselineOptions {
  /** The file that knows them; false: none counts; undefined: nothing is said. */
  readonly baseline: string | false | undefined;
  /** The file is written, to know what is found. */
  readonly updatesBaseline: boolean;
}

/** How folders and patterns are gone through. */
export interface FleetOptions {
  /** What the configuration file ignores is left out. */
  readonly ignores: boolean;
  /** Undefined: one for each processor. */
  readonly threads: number | undefined;
}
