import { join } from 'node:path';
import { plainEnvironment, runScript, type ShellRun } from './shell.ts';
import { isMapping, listIn, mappingIn, readYaml, textIn } from './yaml-file.ts';

/**
 * Runs the script of a job as a runner of GitLab CI does, and says which reports it keeps.
 *
 * @param template the file with the job
 * @param given variables that the including pipeline sets
 */
export function runGitlabJob(
  template: string,
  given: Readonly<Record<string, string>>,
  { workspace, prefix }: { readonly workspace: string; readonly prefix: string },
): ShellRun & { readonly reports: readonly string[] } {
  const job = mappingIn(mappingIn(readYaml(template), template)['kalint'], 'the job');
  const inherited = plainEnvironment(prefix);
  const lines = listIn(job['script'], 'script').map((line) => textIn(line, 'a line') ?? '');
  const artifacts = mappingIn(job['artifacts'], 'artifacts');
  const run = runScript(lines.join('\n'), {
    cwd: workspace,
    env: {
      ...inherited,
      ...variablesIn(job['variables']),
      ...given,
      ...{ CI: 'true', GITLAB_CI: 'true', CI_PROJECT_DIR: workspace },
      // In its container a job may install for all; here only into a folder.
      npm_config_prefix: prefix,
      PATH: `${join(prefix, 'bin')}:${inherited['PATH'] ?? ''}`,
    },
  });
  const reports = Object.values(mappingIn(artifacts['reports'], 'reports'));
  return { ...run, reports: reports.map((report) => textIn(report, 'a report') ?? '') };
}

/** The variables of a job, or of a pipeline that includes it. */
export function variablesIn(value: unknown): Record<string, string> {
  if (!isMapping(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([name, text]) => [name, textIn(text, name) ?? '']),
  );
}
