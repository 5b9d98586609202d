import type { Profile, Severities } from '@kalint/linter';

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

/** What becomes of the fixes. */
export interface Fixing {
  /** Written to the files, or shown as a difference. */
  readonly how: 'write' | 'diff';
  /** Those as well that change what keepalived does. */
  readonly unsafe: boolean;
}

/** What the command line asks for. */
export interface Invocation extends ReadingOptions, RuleSettings, ConfigurationOptions {
  /** None: those of the clusters that the configuration file names. */
  readonly files: readonly string[];
  readonly format: 'pretty' | 'json';
  /** Undefined: nothing is said about colours. */
  readonly color: boolean | undefined;
  /** Undefined: nothing is repaired. */
  readonly fixing: Fixing | undefined;
  /** Nothing is checked, and what the check would work with is printed. */
  readonly printsConfiguration: boolean;
}

/** A command line without options. */
export function invocationFor(files: readonly string[]): Invocation {
  return {
    files,
    format: 'pretty',
    keepalivedVersion: undefined,
    configIds: [],
    includeRoots: [],
    environment: undefined,
    color: undefined,
    profile: undefined,
    severities: new Map(),
    configuration: undefined,
    fixing: undefined,
    printsConfiguration: false,
  };
}
