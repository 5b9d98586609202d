import { spawnSync } from 'node:child_process';

/** What a script printed, to either stream, and how it ended. */
export interface ShellRun {
  readonly status: number | null;
  readonly output: string;
}

/** Runs a script as pipelines do: it ends with the first command that fails. */
export function runScript(
  script: string,
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): ShellRun {
  const { status, stdout, stderr, error } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
    { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 300_000 },
  );
  if (error) throw error;
  return { status, output: stdout + stderr };
}

/** The environment of a job: nothing of the pipeline that runs this, but for what leads to programs and registries. */
export function plainEnvironment(home: string): Record<string, string> {
  const kept =
    /^(?:PATH|https?_proxy|no_proxy|npm_config_(?:registry|cafile)|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|PIP_.*)$/i;
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    kept.test(name) && value !== undefined ? [[name, value] as const] : [],
  );
  return { ...Object.fromEntries(inherited), HOME: process.env['HOME'] ?? home, LC_ALL: 'C.UTF-8' };
}

/** Holds a run to its exit status and to a part of what it prints. */
export function expectRun(
  { status, output }: ShellRun,
  wanted: { readonly status: number; readonly part: string },
): void {
  if (status !== wanted.status || !output.includes(wanted.part)) {
    throw new Error(
      `exit status ${status}, wanted ${wanted.status} and ${JSON.stringify(wanted.part)}\n${output}`,
    );
  }
}
