import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { pathsInProject } from '../../src/disk/paths-in-project.ts';

/* The tests run in the top folder of a repository, or below it. */

const here = process.cwd();
const above = dirname(here);

test.each(['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'])('%s says where the project begins', (name) => {
  const pathOf = pathsInProject({ [name]: above });
  expect(pathOf('a/b.conf')).toBe(`${relative(above, here)}/a/b.conf`);
  expect(pathOf(join(here, './c/../a.conf'))).toBe(`${relative(above, here)}/a.conf`);
});

test('a file outside keeps its absolute path', () => {
  const pathOf = pathsInProject({ GITHUB_WORKSPACE: here });
  expect(pathOf('../a.conf')).toBe(join(above, 'a.conf'));
  expect(pathOf('..a/b.conf')).toBe('..a/b.conf');
});

test('a folder that kalint was not started in says nothing', () => {
  const usual = pathsInProject({})('a.conf');
  for (const folder of [join(here, 'elsewhere'), 'relative', ''])
    expect(pathsInProject({ GITHUB_WORKSPACE: folder })('a.conf')).toBe(usual);
});
