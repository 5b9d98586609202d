import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { builtCommand, type Run } from '../../../packages/cli/test/built-command.ts';
import { mappingIn, readYaml } from '../../places/yaml-file.ts';

/* examples/two-clusters is what it says; `npm run places` runs it in pipelines. */

const { shell } = builtCommand();
const root = join(import.meta.dirname, '../../..');
const home = mkdtempSync(join(tmpdir(), 'kalint-example-'));
const folder = join(home, 'two-clusters');
cpSync(join(root, 'examples/two-clusters'), folder, { recursive: true });
afterAll(() => rmSync(home, { recursive: true, force: true }));

function kalint(words: string): Run {
  return shell(`cd '${folder}' && "$NODE" "$KALINT" ${words}`);
}

test('its clusters are in order, but for what the baseline knows', () => {
  expect(kalint('')).toMatchObject({ status: 0, stdout: 'no findings in 4 files\n' });
  const { status, stdout } = kalint('--no-baseline --format compact');
  expect(stdout).toMatch(/^mail\/mx2\/keepalived\.conf:\d+:5: error\[unknown-keyword\]: .*dealy/);
  expect(stdout).toContain('\n1 error in 4 files');
  expect(status).toBe(1);
});

test('its baseline is what --update-baseline writes', () => {
  const path = join(folder, 'kalint.baseline.json');
  const before = readFileSync(path, 'utf8');
  expect(kalint('--update-baseline').status).toBe(0);
  expect(readFileSync(path, 'utf8')).toBe(before);
});

test.each(['web/lb1/keepalived.conf web/lb2/keepalived.conf', 'mail/mx1 mail/mx2'])(
  'what is expected of a cluster holds: %s',
  (files) => {
    const names = files.replaceAll(/(mx\d)/g, '$1/keepalived.conf');
    const { status, stdout } = kalint(`failover ${names}`);
    expect(stdout).toContain('  holds   healthy: ');
    expect(stdout).not.toMatch(/^ {2}fails/m);
    expect(status).toBe(0);
  },
);

test('its layout is that of kalint fmt', () => {
  expect(kalint('fmt --check .')).toMatchObject({ status: 0 });
});

test('its pipelines use what is there', () => {
  const workflow = readFileSync(join(folder, '.github/workflows/kalint.yml'), 'utf8');
  expect(workflow).toContain('- uses: kalint/kalint@');
  expect(readFileSync(join(folder, '.gitlab-ci.yml'), 'utf8')).toContain(
    '/ci/kalint.gitlab-ci.yml\n',
  );
  const hooks = readYaml(join(root, '.pre-commit-hooks.yaml'));
  const [repository] = [
    mappingIn(readYaml(join(folder, '.pre-commit-config.yaml')), 'the file')['repos'],
  ].flat();
  const used = [mappingIn(repository, 'the repository')['hooks']].flat();
  const ids = (list: unknown): readonly unknown[] =>
    [list].flat().map((hook) => mappingIn(hook, 'a hook')['id']);
  expect(ids(used).length).toBeGreaterThan(0);
  expect(ids(hooks)).toEqual(expect.arrayContaining([...ids(used)]));
});

test('docs/ci.md shows its files', () => {
  const page = readFileSync(join(root, 'docs/ci.md'), 'utf8');
  for (const file of ['.github/workflows/kalint.yml', '.gitlab-ci.yml', '.pre-commit-config.yaml'])
    expect(page).toContain(
      `\`\`\`yaml ${file}\n${readFileSync(join(folder, file), 'utf8')}\`\`\`\n`,
    );
});

test('line ends and separators of Windows in its files change nothing', () => {
  for (const file of ['kalint.config.yaml', 'kalint.baseline.json', 'web/lb1/keepalived.conf']) {
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
  }
  expect(kalint('')).toMatchObject({ status: 0, stdout: 'no findings in 4 files\n' });
});
