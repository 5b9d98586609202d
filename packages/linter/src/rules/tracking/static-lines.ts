import type { AddressLine, Config, Entry, RouteLine, RuleLine } from '@kalint/parser';

/** The static addresses, routes and rules, which a track_group can tie to instances. */
export function staticLinesOf(
  config: Config,
): readonly Entry<AddressLine | RouteLine | RuleLine>[] {
  return [
    ...(config.static_ipaddress?.entries ?? []),
    ...(config.static_routes?.entries ?? []),
    ...(config.static_rules?.entries ?? []),
  ];
}
