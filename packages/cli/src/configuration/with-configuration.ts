import type { ReadingOptions, RuleSettings } from '../options/settings.ts';
import type { Configuration } from './configuration.ts';

/** What a configuration file can say, too. */
type Settings = Pick<ReadingOptions, 'keepalivedVersion' | 'includeRoots'> & Partial<RuleSettings>;

/** What the command line says, and where it says nothing, what the configuration file does. */
export function withConfiguration<T extends Settings>(
  invocation: T,
  configuration: Configuration | undefined,
): T {
  if (!configuration) return invocation;
  const { keepalivedVersion, profile, severities, includeRoots } = configuration;
  return {
    ...invocation,
    keepalivedVersion: invocation.keepalivedVersion ?? keepalivedVersion,
    profile: invocation.profile ?? profile,
    severities: new Map([...severities, ...(invocation.severities ?? [])]),
    includeRoots: [...invocation.includeRoots, ...includeRoots],
  };
}
