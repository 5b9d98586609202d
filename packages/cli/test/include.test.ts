import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtCommand, clean, faulty } from './built-command.ts';

/* Included files, as the command reads them from a folder. */

const { folder, kalint, shell, write } = builtCommand();

function folderOf(name: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, file, '..'), { recursive: true });
    write(join(name, file), text);
  }
}

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string;
  readonly range: { readonly start: { readonly line: number } };
  readonly repeats?: readonly Pick<Finding, 'file' | 'range'>[];
  readonly related: readonly {
    readonly file: string;
    readonly message: string;
    readonly range: { readonly start: { readonly line: number } };
  }[];
  readonly notes: readonly string[];
}

function findings(...words: readonly string[]): readonly Finding[] {
  const { stdout } = kalint(['--format', 'json', ...words]);
  const report: { diagnostics: Finding[] } = JSON.parse(stdout);
  return report.diagnostics;
}

/** `FILE:LINE severity[rule]` */
function found(...words: readonly string[]): readonly string[] {
  return findings(...words).flatMap(({ severity, rule, repeats = [], ...first }) =>
    [first, ...repeats].map(
      ({ file, range }) => `${file}:${range.start.line} ${severity}[${rule}]`,
    ),
  );
}

describe('a file is checked with what it includes', () => {
  test('and a finding tells the file and the include line', () => {
    folderOf('plain', {
      'k.conf': '# the instances\ninclude conf.d/*.conf\n',
      'conf.d/a.conf': clean,
      'conf.d/b.conf': faulty.replace('WEB', 'MAIL').replace('51', '52').replace('.80', '.81'),
    });
    const { status, stdout } = kalint(['plain/k.conf']);
    expect(status).toBe(1);
    expect(stdout).toContain('at plain/conf.d/b.conf:4:5\n');
    expect(stdout).toContain('at plain/k.conf:2:1: included from here\n');
    expect(stdout).toContain('1 error in 3 files\n');
  });

  test('names are relative to the file in which they stand', () => {
    folderOf('deep', {
      'k.conf': 'include one/a.conf\n',
      'one/a.conf': 'include two/b.conf\ninclude ${_PWD}/two/c.conf\n',
      'one/two/b.conf': 'global_defs {\n router_id a\n}\n',
      'one/two/c.conf': 'include ../../d.conf\n',
      'd.conf': faulty,
    });
    expect(found('deep/k.conf')).toEqual(['deep/d.conf:4 error[unknown-keyword]']);
    expect(findings('deep/k.conf')[0]?.related.map(({ file }) => file)).toEqual([
      'deep/one/two/c.conf',
      'deep/one/a.conf',
      'deep/k.conf',
    ]);
  });

  test('in the order of keepalived', () => {
    folderOf('order', {
      'k.conf': '$P=1\ninclude p/*.conf\nvrrp_instance A {\n priority $P\n}\n',
      'p/a.conf': '$P=300\n',
      'p/B.conf': '$P=400\n',
    });
    expect(findings('order/k.conf').map(({ message }) => message)).toContainEqual(
      expect.stringContaining('300'),
    );
  });

  test('definitions, scripts and blocks go from file to file', () => {
    folderOf('shared', {
      'k.conf': `include defs.conf\n${clean.replace('priority 100', 'priority $PRIORITY')}`,
      'defs.conf': '$PRIORITY=150\n',
    });
    expect(found('shared/k.conf')).toEqual([]);
  });
});

describe('a file that is given and included', () => {
  test('is checked once, in either order', () => {
    folderOf('twice', { 'k.conf': 'include conf.d/*.conf\n', 'conf.d/a.conf': faulty });
    for (const words of [
      ['twice/k.conf', 'twice/conf.d/a.conf'],
      ['twice/conf.d/a.conf', 'twice/k.conf'],
    ]) {
      expect(found(...words)).toEqual(['twice/conf.d/a.conf:4 error[unknown-keyword]']);
      expect(kalint(words).stderr).toBe(
        'kalint: twice/conf.d/a.conf is included by twice/k.conf; it is checked there\n',
      );
    }
  });

  test('also by a symbolic link', () => {
    folderOf('linked', { 'k.conf': 'include enabled/*\n', 'available/a.conf': faulty });
    mkdirSync(join(folder, 'linked/enabled'));
    symlinkSync('../available/a.conf', join(folder, 'linked/enabled/a.conf'));
    expect(found('linked/k.conf', 'linked/available/a.conf')).toEqual([
      'linked/available/a.conf:4 error[unknown-keyword]',
    ]);
  });

  test('or included by two nodes is reported once', () => {
    folderOf('both', {
      'lb1.conf': 'include common.conf\n',
      'lb2.conf': 'include common.conf\n',
      'common.conf': faulty,
    });
    expect(found('both/lb1.conf', 'both/lb2.conf')).toContain(
      'both/common.conf:4 error[unknown-keyword]',
    );
    expect(
      found('both/lb1.conf', 'both/lb2.conf').filter((line) => line.includes('unknown-keyword')),
    ).toHaveLength(1);
  });
});

describe('what lies outside of the project is not read', () => {
  const secret = 'TOP-SECRET-CONTENT';

  test('unless --include-root allows it', () => {
    folderOf('outside', { 'elsewhere/secret.conf': `${secret}\n` });
    folderOf('inside/project', { '.git/HEAD': '', 'etc/k.conf': '' });
    symlinkSync(
      '../../../outside/elsewhere/secret.conf',
      join(folder, 'inside/project/etc/l.conf'),
    );
    symlinkSync('../../../outside/elsewhere', join(folder, 'inside/project/etc/d'));
    const lines = [
      'include l.conf',
      'include d/*.conf',
      'include d/secret.conf',
      'include ../../../outside/elsewhere/*',
      `include ${folder}/outside/elsewhere/secret.conf`,
      'include ../../../outside/elsewhere/no-such-file.conf',
      'include {l,l}.conf',
    ];
    write('inside/project/etc/k.conf', `${lines.join('\n')}\n`);
    const main = 'inside/project/etc/k.conf';
    expect(found(main).toSorted()).toEqual(
      lines.map((_, index) => `${main}:${index + 1} info[unread-part]`),
    );
    const { stdout, status } = kalint([main]);
    expect(status).toBe(0);
    expect(stdout).not.toContain(secret);
    expect(stdout).toContain('--include-root');
    for (const root of ['.', 'outside/elsewhere', 'inside/project/etc/d']) {
      const allowed = kalint(['--include-root', root, main]);
      expect(allowed.stdout).toContain(`unknown keyword \`${secret}\``);
      expect(allowed.stdout).not.toContain('lies outside');
      expect(allowed.status).toBe(1);
    }
  });

  test('of a git work tree all files are inside, of the working directory too', () => {
    folderOf('tree', { '.git/HEAD': '', 'nodes/k.conf': 'include ../a.conf\n', 'a.conf': faulty });
    expect(found('tree/nodes/k.conf')).toEqual(['tree/a.conf:4 error[unknown-keyword]']);
    folderOf('flat', { 'nodes/k.conf': 'include ../a.conf\n', 'a.conf': faulty });
    expect(found('flat/nodes/k.conf')).toEqual(['flat/a.conf:4 error[unknown-keyword]']);
  });

  test('else the folder of the file counts', () => {
    folderOf('etc', {
      'k/k.conf': 'include part.conf\ninclude ../a.conf\n',
      'k/part.conf': '',
      'a.conf': faulty,
    });
    const { stdout } = spawnSync(
      process.execPath,
      [join(folder, '../kalint.cjs'), '--format', 'json', join(folder, 'etc/k/k.conf')],
      { cwd: '/', encoding: 'utf8', env: {} },
    );
    expect(JSON.parse(stdout)).toMatchObject({
      diagnostics: [{ rule: 'unread-part', range: { start: { line: 2 } } }],
    });
  });
});

describe('what keepalived skips is skipped', () => {
  test('directories, pipes and files that somebody may execute', () => {
    folderOf('odd', {
      'k.conf': 'include conf.d/*\nincluder conf.d/run.conf\n',
      'conf.d/a.conf': clean,
      'conf.d/sub/b.conf': faulty,
      'conf.d/run.conf': faulty,
    });
    chmodSync(join(folder, 'odd/conf.d/run.conf'), 0o755);
    spawnSync('mkfifo', [join(folder, 'odd/conf.d/pipe')]);
    symlinkSync('nowhere', join(folder, 'odd/conf.d/dangling'));
    expect(
      findings('odd/k.conf').map(
        ({ range, severity, message }) => `${range.start.line} ${severity}: ${message}`,
      ),
    ).toEqual([
      '1 warning: `odd/conf.d/dangling` is no regular file',
      '1 warning: `odd/conf.d/pipe` is no regular file',
      '1 warning: `odd/conf.d/run.conf` is executable, which keepalived takes for a mistake',
      '1 warning: `odd/conf.d/sub` is a directory',
      '2 error: `odd/conf.d/run.conf` is executable, which keepalived takes for a mistake',
    ]);
  });
});

describe('the limits end everything within two seconds', () => {
  /** Seconds of a processor: a busy machine makes no difference. */
  const bound = 2;

  function inTime(...words: readonly string[]): string {
    const script = `"$NODE" "$KALINT" ${words.join(' ')}; status=$?; times >&2; exit $status`;
    const { stdout, stderr, status } = shell(script);
    // The last line is about what the shell has started: `0m0.34s 0m0.02s`.
    const times = [...(stderr.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
    expect(times.length).toBe(2);
    const seconds = times.map(([, minutes, rest]) => 60 * Number(minutes) + Number(rest));
    expect(seconds.reduce((total, each) => total + each, 0)).toBeLessThan(bound);
    expect(status).not.toBe(3);
    return stdout;
  }

  test('a file of a gigabyte', () => {
    folderOf('large', { 'k.conf': 'include g.conf\n', 'g.conf': '' });
    truncateSync(join(folder, 'large/g.conf'), 1024 ** 3);
    expect(inTime('large/k.conf')).toContain('the included files are larger than 8 MiB');
  });

  test('a hundred thousand files', () => {
    folderOf('many', { 'k.conf': 'include d/*\n', 'd/0': '' });
    for (let index = 1; index < 100_000; index++)
      writeFileSync(join(folder, `many/d/${index}`), '');
    expect(inTime('many/k.conf')).toContain('more than 10000 files are looked at');
  });

  test('devices', () => {
    folderOf('device', { 'k.conf': 'include /dev/zero\ninclude /dev/stdin\n' });
    expect(inTime('device/k.conf')).toContain('`/dev/zero` is not read');
    expect(inTime('--include-root', '/dev', 'device/k.conf')).toContain(
      '`/dev/zero` is no regular file',
    );
  });

  test('loops, by name and by link', () => {
    folderOf('loop', {
      'k.conf': 'include k.conf\ninclude a.conf\n',
      'a.conf': 'include l/a.conf\n',
    });
    symlinkSync('.', join(folder, 'loop/l'));
    const stdout = inTime('loop/k.conf');
    expect(stdout).toContain('`loop/k.conf` is included while it is being read');
    expect(stdout).toContain('`loop/a.conf` is included while it is being read');
  });

  test('files in each other', () => {
    const chain = Array.from({ length: 100 }, (_, n) => [`f${n}.conf`, `include f${n + 1}.conf\n`]);
    folderOf('chain', Object.fromEntries([...chain, ['f100.conf', clean]]));
    expect(inTime('chain/f0.conf')).toContain('more than 64 files include each other');
  });

  test('patterns that explode', () => {
    folderOf('explode', {
      'k.conf': `include ${'{a,b}'.repeat(180)}\ninclude ${'*/'.repeat(300)}x\n`,
    });
    symlinkSync('.', join(folder, 'explode/l'));
    symlinkSync('.', join(folder, 'explode/m'));
    const stdout = inTime('explode/k.conf');
    expect(stdout).toContain('more than 1000 files are looked at');
    expect(stdout).toContain('more than 5000 files are looked at');
  });
});

describe('several nodes in one file', () => {
  const two = `include common.conf
@lb1 include lb1.conf
vrrp_instance WEB {
    interface eth0
    virtual_router_id 51
    @lb1 priority 100
    @lb2 priority 90
    @lb2 virtual_router_id 52
    virtual_ipaddress {
        192.0.2.80/24
    }
}
`;

  test('are those of its lines, and keep its line numbers', () => {
    folderOf('ids', {
      'k.conf': two,
      'common.conf': 'global_defs {\n @lb1 router_id lb1\n @lb2 router_id lb2\n}\n',
      'lb1.conf': 'static_ipaddress {\n 192.0.2.99/24 dev eth0\n}\n',
    });
    expect(found('ids/k.conf')).toContain('ids/k.conf:8 error[virtual-router-id-mismatch]');
  });

  test('or those of --config-id', () => {
    expect(found('--config-id', 'lb1', 'ids/k.conf')).not.toContain(
      'ids/k.conf:8 error[virtual-router-id-mismatch]',
    );
    expect(found('--config-id', 'lb1,lb2', 'ids/k.conf')).toContain(
      'ids/k.conf:8 error[virtual-router-id-mismatch]',
    );
  });

  test('which count for a name in an include, too', () => {
    folderOf('instance', {
      'k.conf': 'include ${_INSTANCE}.conf\n',
      'lb1.conf': clean,
      'lb2.conf': clean.replace('51', '52').replace('100', '90'),
    });
    expect(found('instance/k.conf')).toContain('instance/k.conf:1 info[unknown-input]');
    expect(found('--config-id', 'lb1,lb2', 'instance/k.conf')).toEqual([
      'instance/lb2.conf:3 error[virtual-router-id-mismatch]',
    ]);
  });

  test('are one where no id counts', () => {
    write('plain.conf', clean);
    expect(found('--config-id', 'lb1,lb2', 'plain.conf')).toEqual([]);
  });
});

test('--env says what the environment holds', () => {
  write('env.conf', clean.replace('100', '${_ENV PRIORITY}'));
  expect(found('env.conf')).toEqual(['env.conf:4 info[unknown-input]']);
  expect(found('--env', 'PRIORITY=100', 'env.conf')).toEqual([]);
  expect(found('--env', 'PRIORITY=300', 'env.conf')).toEqual([
    'env.conf:4 error[value-out-of-range]',
  ]);
});

test('a password that is defined in another file stays hidden', () => {
  const authentication = (lines: string): string =>
    clean.replace(
      '    virtual_ip',
      `    authentication {\n        auth_type PASS\n${lines}\n    }\n    virtual_ip`,
    );
  folderOf('hidden', {
    'k.conf': `include defs.conf\n${authentication('auth_pass ${PW}\ninclude inner.conf')}`,
    'defs.conf': '$PW =s3cr3t-one\n$PW=s3cr3t-two-that-is-long\n',
    'inner.conf': 's3cr3t-three\n',
  });
  for (const format of ['pretty', 'json']) {
    const { stdout } = kalint(['--format', format, 'hidden/k.conf']);
    expect(stdout).toContain('defs.conf');
    expect(stdout).toContain('inner.conf');
    expect(stdout).not.toContain('s3cr3t');
  }
});
