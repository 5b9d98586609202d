import { newestRelease } from '@kalint/parser';
import type {
  BaselineOptions,
  ExitPolicy,
  ReadingOptions,
  RuleSettings,
} from '../options/settings.ts';
import { printableJson } from '../terminal/printable-json.ts';
import type { Configuration } from './configuration.ts';

/** What a run would work with, as JSON: the configuration file, with what the command line says besides. */
export function configurationAsJson(
  configuration: Configuration | undefined,
  settings: ReadingOptions & RuleSettings & ExitPolicy & BaselineOptions,
): string {
  const { keepalivedVersion, includeRoots, profile, severities } = settings;
  return printableJson({
    configuration: configuration?.path ?? null,
    keepalivedVersion: keepalivedVersion ?? newestRelease,
    profile: profile ?? 'recommended',
    rules: Object.fromEntries(severities),
    includeRoots,
    ignore: configuration?.ignore ?? [],
    failOn: settings.failOn ?? 'error',
    maxWarnings: settings.maxWarnings ?? null,
    baseline: typeof settings.baseline === 'string' ? settings.baseline : null,
    clusters: (configuration?.clusters ?? []).map(({ name, nodes, expectations }) => ({
      name,
      nodes: nodes.map((node) => ({ ...node, addresses: Object.fromEntries(node.addresses) })),
      expectations: expectations.map(({ expectation: { text } }) => text),
    })),
  });
}
