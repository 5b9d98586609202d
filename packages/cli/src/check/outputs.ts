import { lstatSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { realPath } from '../disk/real-path.ts';
import { reportObstacle } from '../disk/report-obstacle.ts';
import type { Format, Output } from '../reporters/output.ts';

/** Where reports go when the command line says nothing about them. */
export interface UsualOutputs {
  readonly outputs: readonly Output[];
  /** What is to be said of the choice; undefined where there is none to make. */
  readonly remark: string | undefined;
}

const pretty: Output = { format: 'pretty', file: undefined };

/** What GitLab looks for, and its documentation calls so. */
const gitlabFile = 'gl-code-quality-report.json';

/** In a pipeline besides the log what shows the findings where the change is looked at. */
export function usualOutputs(
  environment: Readonly<Record<string, string | undefined>>,
): UsualOutputs {
  const { GITHUB_ACTIONS: github, GITLAB_CI: gitlab } = environment;
  if (github === 'true')
    return {
      outputs: [pretty, { format: 'github', file: undefined }],
      remark: 'in GitHub Actions findings are annotations, too; --format pretty leaves these out',
    };
  if (gitlab === 'true')
    return {
      outputs: [pretty, { format: 'gitlab', file: gitlabFile }],
      remark: `in GitLab CI findings are in ${gitlabFile}, too; --format pretty leaves it out`,
    };
  return { outputs: [pretty], remark: undefined };
}

/**
 * Why reports for which nobody has asked cannot be written: a repository may bring a link of such a name, which
 * leads out of it.
 */
export function mistakeInUsual(outputs: readonly Output[]): string | undefined {
  const linked = outputs.find(({ file }) => file !== undefined && isLink(file))?.file;
  return linked === undefined
    ? undefined
    : `cannot write ${linked}: it is a symbolic link; remove it, or say --format gitlab=FILE`;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** Those that are one document, which nothing may stand before or behind. */
const documents: readonly Format[] = [
  'json',
  'sarif',
  'gitlab',
  'junit',
  'checkstyle',
  'rdjson',
  'tap',
];

/** What else a run reads or writes. */
interface Others {
  /** The files that are checked. */
  readonly inputs: readonly string[];
  readonly baseline: string | undefined;
}

/** Why reports cannot go where they are wanted; undefined when they can. Nothing is written before this is asked. */
export function mistakeIn(
  outputs: readonly Output[],
  { inputs, baseline }: Others,
): string | undefined {
  const printed = outputs.filter(({ file }) => file === undefined);
  const document = printed.find(({ format }) => documents.includes(format));
  const other = printed.find((output) => output !== document);
  if (document && other) {
    const [first, second] = printed;
    return `${first?.format} and ${second?.format} would be mixed on standard output; give one of them a file, as --format ${document.format}=FILE`;
  }
  // Asking the system for the real names of thousands of files takes its time.
  if (printed.length === outputs.length) return undefined;
  const taken = new Map<string, string>([
    ...inputs.map((path) => [identityOf(path), 'one of the files that are checked'] as const),
    ...(baseline === undefined ? [] : [[identityOf(baseline), 'the baseline'] as const]),
  ]);
  for (const { format, file } of outputs) {
    if (file === undefined) continue;
    if (/^kalint\.config\.(?:json|ya?ml)$/.test(basename(file)))
      return `cannot write the ${format} report to ${file}: that is what kalint's configuration is called`;
    const identity = identityOf(file);
    const holder = taken.get(identity);
    if (holder !== undefined)
      return `cannot write the ${format} report to ${file}: it is ${holder}`;
    taken.set(identity, `where the ${format} report goes`);
    // Found out now, and not when a long check is done, repairs are written and a baseline is updated.
    const obstacle = reportObstacle(file);
    if (obstacle !== undefined) return `cannot write ${file}: ${obstacle}`;
  }
  return undefined;
}

/** The same for all names of a file, even before it exists. */
function identityOf(path: string): string {
  const absolute = resolve(path);
  const folder = dirname(absolute);
  return realPath(absolute) ?? join(realPath(folder) ?? folder, basename(absolute));
}
