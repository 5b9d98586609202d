import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { plainEnvironment, runScript, type ShellRun } from './shell.ts';

/** An instruction of a Dockerfile. */
interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** What a build leaves: how its container is started. */
export interface Image {
  readonly base: string;
  readonly user: string | undefined;
  readonly run: (words: readonly string[], mounted: string) => ShellRun;
  /** The folder that stands for the image's file system. */
  readonly root: string;
}

interface Stage {
  readonly base: string;
  readonly root: string;
  workdir: string;
  user: string | undefined;
  entrypoint: readonly string[];
  readonly environment: Record<string, string>;
}

/**
 * Carries out the instructions of a Dockerfile without Docker. A folder stands for the file system of each stage:
 * absolute paths of instructions are paths below it, and so are those in commands, as far as the Dockerfile makes
 * or copies them. This Node stands for that of the base image.
 *
 * @param context the folder that is built, without what .dockerignore leaves out
 * @param folder an empty one
 */
export function buildImage(context: string, folder: string): Image {
  const stages = new Map<string, Stage>();
  let stage: Stage | undefined;
  for (const { name, text } of instructionsIn(readFileSync(join(context, 'Dockerfile'), 'utf8'))) {
    if (name === 'FROM') {
      const [, base = '', alias = 'final'] = /^(\S+)(?: AS (\S+))?$/.exec(text) ?? [];
      stage = newStage(base, join(folder, alias));
      stages.set(alias, stage);
    } else if (stage) carryOut({ name, text }, stage, { stages, context });
    else throw new Error(`${name} stands before FROM`);
  }
  if (!stage) throw new Error('there is no stage');
  const { base, user, root, entrypoint } = stage;
  const last = stage;
  const run = (words: readonly string[], mounted: string): ShellRun => {
    const quoted = [...entrypoint, ...words].map((word) => `'${word.replaceAll("'", "'\\''")}'`);
    return runScript(`exec ${quoted.join(' ')}`, { cwd: mounted, env: environmentOf(last) });
  };
  return { base, user, root, run };
}

function newStage(base: string, root: string): Stage {
  if (!/^node:\d+-slim$/.test(base)) throw new Error(`who knows ${base}?`);
  mkdirSync(root, { recursive: true });
  return { base, root, workdir: '/', user: undefined, entrypoint: [], environment: {} };
}

/** Without comments, and with the lines put together that a backslash continues. */
function instructionsIn(text: string): readonly Instruction[] {
  return text
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name = '', rest = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
      if (name === '') throw new Error(`no instruction: ${line}`);
      return { name, text: rest };
    });
}

function carryOut(
  { name, text }: Instruction,
  stage: Stage,
  { stages, context }: { readonly stages: ReadonlyMap<string, Stage>; readonly context: string },
): void {
  switch (name) {
    case 'WORKDIR':
      stage.workdir = resolve(stage.workdir, text);
      mkdirSync(inside(stage, stage.workdir), { recursive: true });
      return;
    case 'COPY': {
      const [, from, source = '', target = ''] = /^(?:--from=(\S+) )?(\S+) (\S+)$/.exec(text) ?? [];
      const origin = from === undefined ? undefined : stages.get(from);
      if (from !== undefined && !origin) throw new Error(`there is no stage ${from}`);
      const there = origin ? inside(origin, source) : join(context, source);
      const isWanted = origin ? () => true : wantedBy(context);
      cpSync(there, inside(stage, resolve(stage.workdir, target)), {
        recursive: true,
        filter: isWanted,
        verbatimSymlinks: true,
      });
      return;
    }
    case 'ENV': {
      const [, variable = '', value = ''] = /^(\w+)=(\S+)$/.exec(text) ?? [];
      stage.environment[variable] = value;
      return;
    }
    case 'USER':
      stage.user = text;
      return;
    case 'ENTRYPOINT': {
      const words: unknown = JSON.parse(text);
      if (!Array.isArray(words)) throw new Error(`ENTRYPOINT ${text} is no list`);
      stage.entrypoint = words.map(String);
      return;
    }
    case 'RUN': {
      const script = text.replace(/(?<=^|[\s=:'"])\/(?:src|out|opt)\b/g, (path) =>
        inside(stage, path),
      );
      const { status, output } = runScript(script, {
        cwd: inside(stage, stage.workdir),
        env: environmentOf(stage),
      });
      if (status !== 0) throw new Error(`RUN ${text}\nends with ${status}\n${output}`);
      return;
    }
    default:
      throw new Error(`${name} is not known here`);
  }
}

function inside({ root }: Stage, path: string): string {
  return join(root, path);
}

/** `$PATH` in a value is the one that was there before. */
function environmentOf(stage: Stage): Record<string, string> {
  const environment = plainEnvironment(stage.root);
  for (const [name, value] of Object.entries(stage.environment)) {
    const parts = value.split(':').map((part) => {
      if (part === `$${name}`) return environment[name] ?? '';
      return part.startsWith('/') ? inside(stage, part) : part;
    });
    environment[name] = parts.join(':');
  }
  return environment;
}

/** What .dockerignore does not leave out; it knows names, with or without `**`/ before them, and `*` in them. */
function wantedBy(context: string): (path: string) => boolean {
  const patterns = readFileSync(join(context, '.dockerignore'), 'utf8').split('\n').filter(Boolean);
  const left = patterns.map((pattern) => {
    const [, anywhere, name = ''] = /^(\*\*\/)?([\w.*-]+)$/.exec(pattern) ?? [];
    if (name === '') throw new Error(`.dockerignore: ${pattern} is not known here`);
    const expression = name.replaceAll('.', '\\.').replaceAll('*', '[^/]*');
    return new RegExp(`${anywhere ? '(?:^|/)' : '^'}${expression}$`);
  });
  const start = context.length + 1;
  return (path) => !left.some((each) => each.test(path.slice(start).split(sep).join('/')));
}

/** The tarball that a stage has packed into a folder. */
export function packedIn(folder: string): string {
  const name = readdirSync(folder).find((each) => each.endsWith('.tgz'));
  if (name === undefined) throw new Error(`no tarball in ${folder}`);
  return join(folder, name);
}
