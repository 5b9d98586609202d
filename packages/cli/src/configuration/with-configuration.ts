import type {
  BaselineOptions,
  ExitPolicy,
  ReadingOptions,
  RuleSettings,
} from '../options/settings.ts';
import type { Configuration } from './configuration.ts';

/** What a configuration file can say, too. */
export type Settings = Pick<ReadingOptions, 'keepalivedVersion' | 'includeRoots'> &
  Partial<RuleSettings & ExitPolicy & Pick<BaselineOptions, 'baseline'>>;

/** What the command line says, and where it says nothing, what the configuration file does. */
export function withConfiguration<T extends Settings>(
  invocation: T,
  configuration: Configuration | undefined,
): T {
  if (!configuration) return invocation;
  const { keepalivedVersion, profile, severities, includeRoots } = configuration;
  const { failOn, maxWarnings, baseline } = configuration;
  return {
    ...invocation,
    keepalivedVersion: invocation.keepalivedVersion ?? keepalivedVersion,
    profile: invocation.profile ?? profile,
    severities: new Map([...severities, ...(invocation.severities ?? [])]),
    failOn: invocation.failOn ?? failOn,
    maxWarnings: invocation.maxWarnings ?? maxWarnings,
    baseline: invocation.baseline ?? baseline,
    includeRoots: [...invocation.includeRoots, ...includeRoots],
  };
}
