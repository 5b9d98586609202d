import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runScript, plainEnvironment, type ShellRun } from './shell.ts';
import { listIn, mappingIn, readYaml, textIn, type Mapping } from './yaml-file.ts';

/** Where a job runs. */
export interface Job {
  /** The checkout of the repository with the configuration files. */
  readonly workspace: string;
  /** The checkout of the action. */
  readonly action: string;
  /** A folder for what the job leaves. */
  readonly temp: string;
}

/**
 * Runs the steps of action.yml as a runner of GitHub Actions does: with the inputs in the place of
 * `${{ inputs.NAME }}`, and with the folders that a step has written to GITHUB_PATH before PATH of the next. The
 * steps that use other actions are left out: this Node stands for the one that setup-node would bring.
 */
export function runAction(given: Readonly<Record<string, string>>, job: Job): ShellRun {
  const action = mappingIn(readYaml(join(job.action, 'action.yml')), 'action.yml');
  const inputs = inputsFrom(action, given);
  const runs = mappingIn(action['runs'], 'runs');
  if (runs['using'] !== 'composite') throw new Error('the action is not composite');
  let output = '';
  for (const step of listIn(runs['steps'], 'steps')) {
    const ran = runStep(mappingIn(step, 'a step'), inputs, job);
    output += ran.output;
    if (ran.status !== 0) return { status: ran.status, output };
  }
  return { status: 0, output };
}

function inputsFrom(action: Mapping, given: Readonly<Record<string, string>>): Map<string, string> {
  const declared = mappingIn(action['inputs'], 'inputs');
  const unknown = Object.keys(given).filter((name) => !(name in declared));
  if (unknown.length > 0) throw new Error(`the action has no input ${unknown.join(', ')}`);
  return new Map(
    Object.entries(declared).map(([name, input]) => {
      const usual = textIn(mappingIn(input, name)['default'], `the default of ${name}`);
      return [name, given[name] ?? usual ?? ''];
    }),
  );
}

function runStep(step: Mapping, inputs: ReadonlyMap<string, string>, job: Job): ShellRun {
  const uses = textIn(step['uses'], 'uses');
  if (uses !== undefined) {
    if (!/^actions\/setup-node@v\d+$/.test(uses)) throw new Error(`who knows ${uses}?`);
    return { status: 0, output: '' };
  }
  const script = textIn(step['run'], 'run');
  if (script === undefined || step['shell'] !== 'bash') throw new Error('a step without bash');
  // What is put into a script is executed.
  if (script.includes('${{')) throw new Error('an expression stands in a script');
  const filled = (value: unknown): string =>
    (textIn(value, 'a value') ?? '').replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => {
      const input = inputs.get(name);
      if (input === undefined) throw new Error(`the action has no input ${name}`);
      return input;
    });
  const variables = Object.entries(mappingIn(step['env'] ?? {}, 'env')).map(
    ([name, value]) => [name, filled(value)] as const,
  );
  const paths = join(job.temp, 'github-path');
  if (!existsSync(paths)) {
    mkdirSync(job.temp, { recursive: true });
    writeFileSync(paths, '');
  }
  const inherited = plainEnvironment(job.temp);
  const added = readFileSync(paths, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .toReversed();
  return runScript(script, {
    cwd: join(job.workspace, filled(step['working-directory'] ?? '.')),
    env: {
      ...inherited,
      ...Object.fromEntries(variables),
      PATH: [...added, inherited['PATH'] ?? ''].join(':'),
      ...{ CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_PATH: paths, RUNNER_TEMP: job.temp },
      ...{ GITHUB_ACTION_PATH: job.action, GITHUB_WORKSPACE: job.workspace },
    },
  });
}
