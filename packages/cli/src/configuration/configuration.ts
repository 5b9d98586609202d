import type { Expectation, Profile, Severities } from '@kalint/linter';
import type { ExitPolicy } from '../options/settings.ts';

/** What a configuration file says, its paths made to count from the working directory. */
export interface Configuration {
  /** The file, as messages call it. */
  readonly path: string;
  readonly keepalivedVersion: string | undefined;
  readonly profile: Profile | undefined;
  readonly severities: Severities;
  /** Folders of the project, without those that a configuration file cannot allow. */
  readonly includeRoots: readonly string[];
  /** Globs of files that are not looked for in folders; they count from the folder of the configuration. */
  readonly ignore: readonly string[];
  readonly failOn: ExitPolicy['failOn'];
  readonly maxWarnings: ExitPolicy['maxWarnings'];
  /** The file of the findings that are known. */
  readonly baseline: string | undefined;
  readonly clusters: readonly ConfiguredCluster[];
}

/** Nodes that are looked at together. */
export interface ConfiguredCluster {
  readonly name: string | undefined;
  /** At least one. */
  readonly nodes: readonly ConfiguredNode[];
  readonly expectations: readonly ConfiguredExpectation[];
}

/** One host. */
export interface ConfiguredNode {
  /** As reports call it; undefined when nothing is said. */
  readonly name: string | undefined;
  readonly file: string;
  /** Of a file that several nodes share: which one this is, as `keepalived -i`. */
  readonly configId: string | undefined;
  /**
   * By the names of its interfaces, the addresses that they have without keepalived, each with its prefix.
   */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
}

/** What must hold of a cluster. */
export interface ConfiguredExpectation {
  readonly expectation: Expectation;
  /** Where it is written, for messages: `kalint.config.yaml:12:9`. */
  readonly place: string;
}
