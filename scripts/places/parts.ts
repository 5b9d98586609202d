import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../run-checks.ts';
import { run } from '../run.ts';
import { runAction } from './action.ts';
import { checkOut, commitAll } from './checkout.ts';
import { buildImage, packedIn, type Image } from './dockerfile.ts';
import { runGitlabJob, variablesIn } from './gitlab.ts';
import { expectRun, plainEnvironment, runScript } from './shell.ts';
import { mappingIn, readYaml } from './yaml-file.ts';

/*
 * The places in which kalint runs, each tried with examples/two-clusters in a folder of its own, and with that
 * repository after somebody has broken it.
 */

export const parts = { action, docker, 'pre-commit': preCommit } as const;

const broken = {
  file: 'web/lb2/keepalived.conf',
  from: 'virtual_router_id 51',
  to: 'virtual_router_id 52',
};

/** The example, as a repository of its own; `breakIt` makes its nodes contradict each other. */
function example(checkout: string, folder: string): { readonly breakIt: () => void } {
  cpSync(join(checkout, 'examples/two-clusters'), folder, { recursive: true });
  const path = join(folder, broken.file);
  return {
    breakIt: () => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes(broken.from)) throw new Error(`${broken.file} has no ${broken.from}`);
      writeFileSync(path, text.replace(broken.from, broken.to));
    },
  };
}

function action(folder: string): readonly Check[] {
  const [checkout, workspace] = [join(folder, 'kalint'), join(folder, 'work space')];
  const job = { workspace, action: checkout, temp: join(folder, 'temp') };
  let breakIt = (): void => undefined;
  return [
    [
      'action.yml installs kalint from its own checkout, and finds the clusters in order',
      () => {
        checkOut(checkout);
        ({ breakIt } = example(checkout, workspace));
        expectRun(runAction({}, job), { status: 0, part: 'no findings in 4 files' });
      },
    ],
    [
      'action.yml fails with annotations when nodes do not fit together',
      () => {
        breakIt();
        const part = '::error file=web/lb2/keepalived.conf,';
        expectRun(runAction(packed(job.temp, {}), job), { status: 1, part });
      },
    ],
    [
      'files, args and format of action.yml are words, whatever stands in them',
      () => {
        const files = 'mail/mx1/keepalived.conf\n$(touch pwned) && x.conf\n';
        const given = { files, args: '--fail-on  warning --no-baseline', format: 'compact' };
        const part = 'cannot read $(touch pwned) && x.conf: there is no such file';
        expectRun(runAction(packed(job.temp, given), job), { status: 2, part });
        const format = 'compact\nsarif=kalint report.sarif';
        const again = { files: 'web/lb1/keepalived.conf\nweb/lb2/keepalived.conf', format };
        const wanted = { status: 1, part: 'error[virtual-router-id-mismatch]' };
        expectRun(runAction(packed(job.temp, again), job), wanted);
        JSON.parse(readFileSync(join(workspace, 'kalint report.sarif'), 'utf8'));
      },
    ],
  ];
}

/** Installs what the first run has packed: nobody builds it twice. */
function packed(temp: string, given: Readonly<Record<string, string>>): Record<string, string> {
  return { ...given, package: packedIn(temp) };
}

function docker(folder: string): readonly Check[] {
  const [checkout, workspace] = [join(folder, 'kalint'), join(folder, 'work space')];
  const image = join(folder, 'image');
  let breakIt = (): void => undefined;
  let built: Image | undefined;
  const tarball = (): string => packedIn(join(image, 'build/out'));
  return [
    [
      'the instructions of the Dockerfile build an image, not for root',
      () => {
        checkOut(checkout);
        ({ breakIt } = example(checkout, workspace));
        built = buildImage(checkout, image);
        if (built.user !== 'node') throw new Error(`it runs as ${built.user ?? 'root'}`);
      },
    ],
    [
      'its entry point checks a mounted folder',
      () => {
        if (!built) throw new Error('it was not built');
        expectRun(built.run([], workspace), { status: 0, part: 'no findings in 4 files' });
        expectRun(built.run(['--version'], workspace), { status: 0, part: '0.' });
      },
    ],
    [
      'the job for GitLab checks, and leaves the report that it names',
      () => {
        const template = join(checkout, 'ci/kalint.gitlab-ci.yml');
        const pipeline = mappingIn(readYaml(join(workspace, '.gitlab-ci.yml')), 'the pipeline');
        const variables = variablesIn(mappingIn(pipeline['kalint'], 'kalint')['variables']);
        const given = { ...variables, KALINT_PACKAGE: tarball() };
        const place = { workspace, prefix: join(folder, 'gitlab') };
        mkdirSync(place.prefix);
        const good = runGitlabJob(template, given, place);
        expectRun(good, { status: 0, part: 'no findings in 4 files' });
        if (readReport(workspace, good.reports) !== 0) throw new Error('the report is not empty');
        breakIt();
        const bad = runGitlabJob(template, given, place);
        expectRun(bad, { status: 1, part: 'error[virtual-router-id-mismatch]' });
        if (readReport(workspace, bad.reports) === 0) throw new Error('the report is empty');
        const files = {
          ...given,
          KALINT_FILES: 'mail/mx1/keepalived.conf mail/mx2/keepalived.conf',
        };
        expectRun(runGitlabJob(template, files, place), {
          status: 0,
          part: 'no findings in 2 files',
        });
      },
    ],
  ];
}

/** How many findings a report for GitLab has. */
function readReport(workspace: string, reports: readonly string[]): number {
  const [report = ''] = reports;
  const found: unknown = JSON.parse(readFileSync(join(workspace, report), 'utf8'));
  if (!Array.isArray(found)) throw new Error(`${report} is no list`);
  return found.length;
}

function preCommit(folder: string): readonly Check[] {
  if (!hasPreCommit()) {
    console.log('skipped pre-commit: it is not installed (apt-get install pre-commit)');
    return [];
  }
  const [checkout, workspace] = [join(folder, 'kalint'), join(folder, 'work space')];
  const env = { ...plainEnvironment(folder), PRE_COMMIT_HOME: join(folder, 'cache') };
  const runHook = (hook: string) =>
    runScript(`pre-commit run --all-files --verbose --config "$CONFIG" ${hook}`, {
      cwd: workspace,
      env: { ...env, CONFIG: join(folder, 'pre-commit.yaml') },
    });
  let breakIt = (): void => undefined;
  return [
    [
      'pre-commit installs the hook from the repository, and it passes',
      () => {
        checkOut(checkout);
        commitAll(checkout);
        ({ breakIt } = example(checkout, workspace));
        commitAll(workspace);
        // The example's own configuration, but for where the hooks come from.
        const given = readFileSync(join(workspace, '.pre-commit-config.yaml'), 'utf8');
        const here = given.replace('https://github.com/kalint/kalint', checkout);
        if (here === given) throw new Error('the example has its hooks from somewhere else');
        writeFileSync(join(folder, 'pre-commit.yaml'), here);
        expectRun(runHook('kalint'), { status: 0, part: 'no findings in 4 files' });
      },
    ],
    [
      'the hook fails when nodes do not fit together',
      () => {
        breakIt();
        expectRun(runHook('kalint'), { status: 1, part: 'error[virtual-router-id-mismatch]' });
      },
    ],
    [
      'the hook for the layout passes, and lays out what is not',
      () => {
        expectRun(runHook('kalint-fmt'), { status: 0, part: 'Passed' });
        const path = join(workspace, broken.file);
        const text = readFileSync(path, 'utf8');
        writeFileSync(path, text.replaceAll('    ', ' '));
        expectRun(runHook('kalint-fmt'), { status: 1, part: 'files were modified by this hook' });
        if (readFileSync(path, 'utf8') !== text) throw new Error('the layout is another one now');
      },
    ],
  ];
}

function hasPreCommit(): boolean {
  try {
    return run('pre-commit', ['--version'], '/').status === 0;
  } catch {
    return false;
  }
}
