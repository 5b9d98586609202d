import type {
  BaselineOptions,
  ConfigurationOptions,
  ExitPolicy,
  FleetOptions,
  ReadingOptions,
  RuleSettings,
} from '../options/settings.ts';
import type { Output } from '../reporters/output.ts';

/** What becomes of the fixes. */
export interface Fixing {
  /** Written to the files, or shown as a difference. */
  readonly how: 'write' | 'diff';
  /** Those as well that change what keepalived does. */
  readonly unsafe: boolean;
}

/** What the command line asks for. */
export interface Invocation
  extends
    ReadingOptions,
    RuleSettings,
    ConfigurationOptions,
    ExitPolicy,
    BaselineOptions,
    FleetOptions {
  /** None: those of the clusters that the configuration file names. */
  readonly files: readonly string[];
  /** The name of the one of them whose text is that of standard input; undefined: none is. */
  readonly standardInput: string | undefined;
  /** None: nothing is said about them. */
  readonly outputs: readonly Output[];
  /** Undefined: nothing is said about colours. */
  readonly color: boolean | undefined;
  /** Undefined: nothing is repaired. */
  readonly fixing: Fixing | undefined;
  /** Nothing is checked, and what the check would work with is printed. */
  readonly printsConfiguration: boolean;
  /** Nothing is checked, and it is said which files are one cluster, and why. */
  readonly explainsClusters: boolean;
  /** Only what makes the check fail is reported. */
  readonly isQuiet: boolean;
  readonly showsTiming: boolean;
  /** The check is repeated whenever a file changes. */
  readonly watches: boolean;
}

/** How reports call what comes from standard input, as long as nobody gives it a name. */
const unnamed = '<stdin>';

/**
 * A command line without options.
 *
 * @param words names of files; `-` is standard input
 * @param inputName how the file is called that comes from there
 */
export function invocationFor(words: readonly string[], inputName = unnamed): Invocation {
  return {
    files: words.map((word) => (word === '-' ? inputName : word)),
    standardInput: words.includes('-') ? inputName : undefined,
    outputs: [],
    keepalivedVersion: undefined,
    configIds: [],
    includeRoots: [],
    environment: undefined,
    color: undefined,
    profile: undefined,
    severities: new Map(),
    configuration: undefined,
    failOn: undefined,
    maxWarnings: undefined,
    baseline: undefined,
    updatesBaseline: false,
    ignores: true,
    threads: undefined,
    fixing: undefined,
    printsConfiguration: false,
    explainsClusters: false,
    isQuiet: false,
    showsTiming: false,
    watches: false,
  };
}
