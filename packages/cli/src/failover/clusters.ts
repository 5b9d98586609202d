import { nearest } from '@kalint/linter';
import type { FileGroup } from '../configuration/groups.ts';
import { visible } from '../terminal/visible.ts';
import { markdownCode } from './escape.ts';
import type { FailoverInvocation, Format } from './request.ts';

/** Formats in which reports can follow each other. */
const textFormats: readonly Format[] = ['pretty', 'markdown'];

/** Which clusters are examined, or why it cannot be told. */
export function chosenOf(
  groups: readonly FileGroup[],
  { cluster, events, format }: FailoverInvocation,
): readonly FileGroup[] | { readonly mistakes: readonly string[] } {
  if (groups.length === 0)
    return { mistakes: ['no files are given', 'See kalint failover --help'] };
  const names = groups.flatMap(({ name }) => name ?? []);
  if (cluster !== undefined) {
    const chosen = groups.filter(({ name }) => name === cluster);
    return chosen.length === 1 ? chosen : { mistakes: [describeUnknown(cluster, names)] };
  }
  if (groups.length === 1) return groups;
  const which = `these are several clusters${names.length > 0 ? `: ${listed(names)}` : ''}`;
  if (events.length > 0)
    return {
      mistakes: [`${which}; --fail and --repair are about one: say which with --cluster NAME`],
    };
  if (!textFormats.includes(format))
    return {
      mistakes: [`${which}; a report as ${format} is about one: say which with --cluster NAME`],
    };
  return groups;
}

function describeUnknown(cluster: string, names: readonly string[]): string {
  if (names.length === 0)
    return `there is no cluster ${cluster}: the configuration file gives no names to clusters`;
  if (names.includes(cluster))
    return `several clusters are called ${cluster}; give each a name of its own`;
  const meant = nearest(cluster, names);
  return meant.length > 0
    ? `there is no cluster ${cluster}; did you mean ${meant.join(' or ')}?`
    : `there is no cluster ${cluster}; there are ${listed(names)}`;
}

const mostListed = 10;

function listed(names: readonly string[]): string {
  const more = names.length - mostListed;
  return [...names.slice(0, mostListed), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** What stands above the report of a cluster, when there are several. */
export function titleFor({ name, files }: FileGroup, format: Format): string {
  const title = name ?? files.join(', ');
  return format === 'markdown'
    ? `# Cluster ${markdownCode(title)}\n\n`
    : `cluster ${visible(title)}\n\n`;
}
