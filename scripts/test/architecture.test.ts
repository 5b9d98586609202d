import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/*
 * The invariants of ARCHITECTURE.md that a machine can check. Imports are read as text: a type import
 * is an arrow too.
 */

const root = join(import.meta.dirname, '../..');

interface Import {
  readonly file: string;
  readonly target: string;
}

function sourcesOf(name: string): readonly string[] {
  const folder = join(root, 'packages', name, 'src');
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, path));
}

function importsOf(name: string): readonly Import[] {
  return sourcesOf(name).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:from|import) '([^']+)'|import\('([^']+)'\)/g)].map(
      ([, first, second]) => ({ file, target: first ?? second ?? '' }),
    ),
  );
}

/** A file without its comments, and without what it says in texts. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8').replace(
    /\/\*[^]*?\*\/|\/\/.*|(['"])(?:\\.|(?!\1)[^\\\n])*\1|`(?:\\.|\$\{[^}]*\}|[^`\\])*`/g,
    "''",
  );
}

/** The room of a file: its folder below `src`, or its own name when it lies in `src` itself. */
function roomOf(name: string, file: string): string {
  const [first = ''] = relative(join(root, 'packages', name, 'src'), file).split('/');
  return first.replace(/\.ts$/, '');
}

describe('between the packages', () => {
  test.each([
    ['parser', ['chevrotain']],
    ['linter', ['@kalint/parser']],
    [
      'cli',
      [
        '@kalint/linter',
        '@kalint/parser',
        'chalk',
        'commander',
        'diff',
        'get-east-asian-width',
        'picomatch',
        // Types only: @types/sarif is made of the published schema.
        'sarif',
        'write-file-atomic',
        'yaml',
      ],
    ],
  ] as const)('%s imports only %j', (name, allowed) => {
    const foreign = importsOf(name)
      .filter(({ target }) => !target.startsWith('.'))
      .filter(({ target }) => !(name === 'cli' && target.startsWith('node:')))
      .filter(({ target }) => !allowed.some((each) => target === each));
    expect(foreign).toEqual([]);
  });

  test.each(['parser', 'linter'])('%s touches neither disk, terminal nor process', (name) => {
    for (const file of sourcesOf(name)) {
      const code = codeOf(file);
      expect([
        file,
        /\b(?:process|console|globalThis|require|setTimeout)\b\s*[.(]/.exec(code)?.[0],
      ]).toEqual([file, undefined]);
    }
  });
});

describe('what the command loads only when it must', () => {
  /** The files that a file needs as soon as it is loaded, itself among them, and the packages. */
  function neededBy(entry: string): ReadonlySet<string> {
    const needed = new Set<string>();
    const open = [join(root, 'packages/cli/src', entry)];
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      if (needed.has(file)) continue;
      needed.add(file);
      if (!file.startsWith(root)) continue;
      for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(
        /^(?:import|export) (?!type )[^;]*?from '([^']+)';/gm,
      ))
        open.push(target.startsWith('.') ? join(dirname(file), target) : target);
    }
    return needed;
  }

  test('YAML is read when there is a configuration file', () => {
    expect(neededBy('configuration/read-configuration.ts')).toContain('yaml');
    for (const entry of ['main.ts', 'command.ts', 'check/check.ts'])
      expect([...neededBy(entry)]).not.toContain('yaml');
  });

  test('a usual check needs what a usual check needs', () => {
    const usual = [...neededBy('main.ts'), ...neededBy('check/check.ts')].map((file) =>
      relative(join(root, 'packages/cli/src'), file),
    );
    expect(usual).toContain('reporters/pretty.ts');
    const rooms = [
      'baseline',
      'clusters',
      'completions',
      'failover',
      'fleet',
      'format',
      'init',
      'watch',
    ];
    for (const room of rooms)
      expect(
        usual.filter((file) => file.startsWith(`${room}/`) && !file.endsWith('/request.ts')),
      ).toEqual([]);
    expect(usual).not.toContain('reporters/reporters.ts');
    expect(usual).not.toContain('commander');
  });
});

describe('between the rooms of a package', () => {
  const arrows: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
    parser: {
      text: [],
      schema: [],
      syntax: ['text'],
      braces: ['schema', 'syntax', 'text'],
      expand: ['syntax', 'text'],
      parse: ['braces', 'expand', 'syntax', 'text'],
      model: ['schema', 'syntax', 'text'],
      format: ['expand', 'model', 'parse', 'schema', 'syntax', 'text'],
      json: ['braces', 'model', 'parse', 'schema', 'syntax', 'text'],
      index: ['braces', 'expand', 'format', 'json', 'model', 'parse', 'schema', 'syntax', 'text'],
    },
    linter: {
      diagnostic: [],
      documentation: [],
      suggest: [],
      'text-order': [],
      secrets: ['suggest'],
      cluster: ['diagnostic', 'suggest', 'text-order'],
      failover: ['cluster', 'suggest'],
      grouping: ['cluster', 'text-order'],
      suppression: ['diagnostic'],
      rule: ['cluster', 'diagnostic', 'suppression'],
      rules: ['cluster', 'diagnostic', 'failover', 'rule', 'suggest', 'suppression'],
      registry: ['rule', 'rules', 'text-order'],
      profile: ['diagnostic', 'registry', 'rule'],
      'finding-limit': ['diagnostic'],
      'run-rule': ['certain-fix', 'cluster', 'diagnostic', 'rule', 'secrets', 'suppression'],
      'certain-fix': ['cluster', 'diagnostic', 'edits', 'rule'],
      lint: [
        'certain-fix',
        'cluster',
        'diagnostic',
        'finding-limit',
        'profile',
        'run-rule',
        'secrets',
        'suppression',
        'text-order',
      ],
      edits: ['diagnostic'],
      fixing: ['diagnostic', 'edits', 'lint', 'registry'],
      fold: ['diagnostic', 'edits'],
      testing: ['diagnostic'],
      index: [
        'cluster',
        'diagnostic',
        'documentation',
        'failover',
        'fixing',
        'fold',
        'grouping',
        'lint',
        'profile',
        'registry',
        'rule',
        'rules',
        'secrets',
        'suggest',
        'suppression',
      ],
    },
  };

  test.each(Object.keys(arrows))('%s has these arrows and no others', (name) => {
    const found: Record<string, string[]> = {};
    for (const file of sourcesOf(name)) found[roomOf(name, file)] ??= [];
    for (const { file, target } of importsOf(name)) {
      if (!target.startsWith('.')) continue;
      const from = roomOf(name, file);
      const to = roomOf(name, normalize(join(dirname(file), target)));
      const known = found[from];
      if (from !== to && known && !known.includes(to)) known.push(to);
    }
    for (const rooms of Object.values(found)) rooms.sort();
    expect(found).toEqual(arrows[name]);
  });
});

test('within failover things build upon each other in one direction', () => {
  const order = ['model', 'election', 'analysis', 'expectations', 'failover'];
  const placeOf = (file: string): number =>
    order.indexOf(/\/failover\/(\w+)(?:\/|\.ts)/.exec(file)?.[1] ?? '');
  const backwards = importsOf('linter')
    .filter(({ file, target }) => target.startsWith('.') && placeOf(file) >= 0)
    .map(({ file, target }) => ({ file, to: join(dirname(file), target) }))
    .filter(({ file, to }) => placeOf(to) > placeOf(file));
  expect(backwards).toEqual([]);
});

test('no room and no file is named after nothing in particular', () => {
  for (const name of ['parser', 'linter', 'cli']) {
    for (const file of sourcesOf(name)) {
      expect(file).not.toMatch(/\/(?:utils?|helpers?|core|common|manager|service|misc)(?:\.ts|\/)/);
    }
  }
});

test('no type is any and no doubt is cast away', () => {
  for (const name of ['parser', 'linter', 'cli']) {
    for (const file of sourcesOf(name)) {
      const code = codeOf(file);
      expect([file, /\bas any\b|: any\b|<any>|@ts-|as unknown as/.exec(code)?.[0]]).toEqual([
        file,
        undefined,
      ]);
    }
  }
});
