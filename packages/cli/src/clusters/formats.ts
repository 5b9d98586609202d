import { counted } from '../counted.ts';
import type { Palette } from '../terminal/colour.ts';
import { printableJson } from '../terminal/printable-json.ts';
import { visible } from '../terminal/visible.ts';
import type { ExplainedCluster, Explanation } from './explanation.ts';
import { describePlaces, describeReason } from './reason-text.ts';

/** The explanation as JSON. */
export function explanationAsJson({ clusters, coincidences }: Explanation): string {
  return printableJson({
    clusters: clusters.map(({ name = null, by, files, reasons }) => ({
      ...{ name, by, files },
      reasons: reasons.map(({ kind, what, places }) => ({ kind, what, places })),
    })),
    coincidences: coincidences.map(({ kind, what, because, places }) => ({
      ...{ kind, what, because, places },
    })),
  });
}

/** The explanation for people: clusters first, then files that are alone, then what is taken for chance. */
export function explanationForPeople(
  { clusters, coincidences }: Explanation,
  palette: Palette,
): string {
  const joined = clusters.filter(({ files }) => files.length > 1);
  const alone = clusters.filter(({ files }) => files.length === 1);
  const summary = [
    ...(joined.length > 0 || alone.length === 0 ? [counted(joined.length, 'cluster')] : []),
    ...(alone.length > 0 ? [`${counted(alone.length, 'file')} of no cluster`] : []),
  ].join(', ');
  const parts = [
    ...joined.map((cluster) => describeCluster(cluster, palette)),
    ...(alone.length > 0
      ? [[palette.strong('of no cluster'), ...alone.map(({ files }) => shown(files))]]
      : []),
    ...(coincidences.length > 0
      ? [
          [
            palette.strong('shared by chance'),
            ...coincidences.flatMap(({ because, ...reason }) => [
              `  ${visible(describeReason(reason))}`,
              `    ${palette.quiet(visible(describePlaces(reason.places)))}`,
              `    ${visible(because)}`,
            ]),
          ],
        ]
      : []),
  ];
  return [[summary], ...parts].map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function describeCluster(
  { name, by, files, reasons }: ExplainedCluster,
  palette: Palette,
): readonly string[] {
  const title = name === undefined ? 'cluster' : `cluster ${visible(name)}`;
  return [
    `${palette.strong(title)} of ${counted(files.length, 'file')}`,
    ...files.map((file) => shown([file])),
    ...(by === 'configuration' ? ['  as the configuration file says'] : []),
    ...(by === 'command-line' ? ['  as the command line names them together'] : []),
    ...reasons.flatMap((reason) => [
      `  ${visible(describeReason(reason))}`,
      `    ${palette.quiet(visible(describePlaces(reason.places)))}`,
    ]),
  ];
}

function shown([file = '']: readonly string[]): string {
  return `    ${visible(file)}`;
}
