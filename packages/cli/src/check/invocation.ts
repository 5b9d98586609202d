import type { ConfigurationOptions, ReadingOptions, RuleSettings } from '../options/settings.ts';
import type { Output } from '../reporters/output.ts';

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
  /** None: nothing is said about them. */
  readonly outputs: readonly Output[];
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
    outputs: [],
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
