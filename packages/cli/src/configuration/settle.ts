import { rules } from '@kalint/linter';
import type { Release } from '@kalint/parser';
import { releaseFor } from '../releases.ts';
import type { Configuration } from './configuration.ts';
import { loadConfiguration, type ConfigurationRequest, type Mistakes } from './load.ts';
import { withConfiguration, type Settings } from './with-configuration.ts';

/** What a run works with. */
interface Settled<Invocation> {
  readonly configuration: Configuration | undefined;
  /** The command line, with what the configuration file says where it says nothing. */
  readonly invocation: Invocation;
  readonly release: Release;
}

/**
 * Finds the configuration file that counts, and what it and the command line come to; or why they come to
 * nothing.
 *
 * @param files what the run is about: the configuration file is looked for beside the first
 */
export async function settle<Invocation extends Settings & Omit<ConfigurationRequest, 'files'>>(
  given: Invocation,
  files: readonly string[],
): Promise<Settled<Invocation> | Mistakes> {
  const configuration = await loadConfiguration({ ...given, files }, rules);
  if (configuration && 'mistakes' in configuration) return configuration;
  const invocation = withConfiguration(given, configuration);
  const release = releaseFor(invocation.keepalivedVersion);
  return typeof release === 'object'
    ? { mistakes: [release.mistake] }
    : { configuration, invocation, release };
}
