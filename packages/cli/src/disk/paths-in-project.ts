import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { projectOf } from './include-roots.ts';

/**
 * Says how the project calls a file, whichever folder kalint was started in: from the top of the repository, with
 * slashes. A file that lies outside keeps its absolute path.
 */
export function pathsInProject(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): (path: string) => string {
  const root = topFolder(environment);
  return (path) => {
    const absolute = resolve(path);
    const name = relative(root, absolute);
    return withSlashes(isInside(name) ? name : absolute);
  };
}

/** What the pipeline says it is, else the top of the git work tree, else the working directory. */
function topFolder({
  GITHUB_WORKSPACE: github,
  CI_PROJECT_DIR: gitlab,
}: Readonly<Record<string, string | undefined>>): string {
  const here = process.cwd();
  const said = [github, gitlab].find(
    (folder) => folder !== undefined && isAbsolute(folder) && isInside(relative(folder, here)),
  );
  return said ?? projectOf(join(here, 'a file'));
}

/** Whether a relative path does not lead upwards, nor to another drive. */
function isInside(path: string): boolean {
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

function withSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
