import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findFiles, type FilesFound } from '../../src/fleet/find-files.ts';
import type { Ignored } from '../../src/fleet/ignored.ts';
import { clean } from '../built-command.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kalint-find-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content = clean): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** What the words stand for, the folder of the test left out of the names. */
function find(words: readonly string[], ignored?: Omit<Ignored, 'by'>): FilesFound {
  const found = findFiles(
    words.map((word) => join(folder, word)),
    ignored && { ...ignored, by: 'kalint.config.json' },
  );
  const shorter = (text: string): string =>
    text.replaceAll(`${folder}/`, '').replaceAll(folder, '.');
  return {
    files: found.files.map((file) => ({ ...file, path: shorter(file.path) })),
    failures: found.failures.map(shorter),
    remarks: found.remarks.map(shorter),
  };
}

const pathsIn = ({ files }: FilesFound): readonly string[] => files.map(({ path }) => path);

describe('a name', () => {
  test('is itself, whatever it looks like, and whether it exists or not', () => {
    write('a[1]*.conf');
    write('a1b.conf');
    expect(find(['a[1]*.conf', 'nothing.conf'])).toEqual({
      files: [
        { path: 'a[1]*.conf', isNamed: true },
        { path: 'nothing.conf', isNamed: true },
      ],
      failures: [],
      remarks: [],
    });
  });

  test('counts once, and is not ignored', () => {
    write('a.conf');
    const found = find(['a.conf', './a.conf'], { patterns: ['*'], folder });
    expect(pathsIn(found)).toEqual(['a.conf']);
    expect(found.remarks).toEqual(['a.conf is given twice; it is read once']);
  });
});

describe('a folder', () => {
  test('stands for what is called after keepalived, and for what has a block of it, sorted', () => {
    write('b/keepalived.conf', '');
    write('a/lb1-keepalived.conf', '');
    write('keepalived-lb2.conf', '');
    write('c/vrrp.conf');
    write('c/nginx.conf', 'http {\n  # vrrp_instance {\n}\n');
    write('c/notes.txt');
    write('c/keepalived.conf.orig');
    write('c/org.keepalived.Vrrp1.conf', '<busconfig/>\n');
    expect(pathsIn(find(['']))).toEqual([
      'a/lb1-keepalived.conf',
      'b/keepalived.conf',
      'c/vrrp.conf',
      'keepalived-lb2.conf',
    ]);
  });

  test('is looked through without what is hidden, and without node_modules', () => {
    for (const name of ['.git', '.hidden', 'node_modules', 'a/node_modules/b'])
      write(`${name}/keepalived.conf`);
    write('a/.keepalived.conf');
    write('a/keepalived.conf');
    expect(pathsIn(find(['']))).toEqual(['a/keepalived.conf']);
  });

  test('without a configuration is a mistake that says what was looked for', () => {
    write('a/nginx.conf', 'http {\n}\n');
    expect(find(['a'])).toEqual({
      files: [],
      failures: [
        'a has no configuration of keepalived: of 1 file none is called like keepalived.conf, and no other *.conf has a block such as vrrp_instance',
      ],
      remarks: [],
    });
  });

  test('is not left through links, and links that go round in a circle do no harm', () => {
    const outside = mkdtempSync(join(tmpdir(), 'kalint-outside-'));
    try {
      writeFileSync(join(outside, 'keepalived.conf'), clean);
      write('a/real.cfg');
      symlinkSync('real.cfg', join(folder, 'a/keepalived.conf'));
      symlinkSync('..', join(folder, 'a/up'));
      symlinkSync(join(outside, 'keepalived.conf'), join(folder, 'a/other.conf'));
      symlinkSync(outside, join(folder, 'b'));
      symlinkSync('nowhere', join(folder, 'nowhere.conf'));
      symlinkSync('loop.conf', join(folder, 'loop.conf'));
      const found = find(['']);
      expect(pathsIn(found)).toEqual(['a/keepalived.conf']);
      expect(found.remarks).toEqual([
        expect.stringMatching(
          /^2 symbolic links in \. not followed out of it, such as (?:b|a\/other\.conf)$/,
        ),
      ]);
      // Whoever names a link means what it leads to.
      expect(pathsIn(find(['b']))).toEqual(['b/keepalived.conf']);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  test('of a file with two names counts once, by the name of its own', () => {
    write('z/keepalived.conf');
    mkdirSync(join(folder, 'a'));
    symlinkSync('../z/keepalived.conf', join(folder, 'a/keepalived.conf'));
    expect(pathsIn(find(['']))).toEqual(['z/keepalived.conf']);
  });

  test('may have names that no terminal should see', () => {
    write('a\nb\u001B[2J/keepalived.conf');
    expect(pathsIn(find(['']))).toEqual(['a\nb\u001B[2J/keepalived.conf']);
  });

  test.skipIf(process.getuid?.() === 0)('that cannot be read is said', () => {
    write('a/keepalived.conf');
    write('b/keepalived.conf');
    chmodSync(join(folder, 'b'), 0);
    const found = find(['']);
    chmodSync(join(folder, 'b'), 0o700);
    expect(pathsIn(found)).toEqual(['a/keepalived.conf']);
    expect(found.remarks).toEqual([
      'cannot look into b: permission denied; what is in it is not checked',
    ]);
  });
});

describe('a pattern', () => {
  test('stands for all files that fit it', () => {
    for (const name of ['a/one.conf', 'a/b/two.conf', 'a/b/c/three.conf', 'a/x.txt'])
      write(name, '');
    expect(pathsIn(find(['a/*.conf']))).toEqual(['a/one.conf']);
    expect(pathsIn(find(['a/**/*.conf']))).toEqual([
      'a/b/c/three.conf',
      'a/b/two.conf',
      'a/one.conf',
    ]);
    expect(pathsIn(find(['a/*/t[w]o.conf']))).toEqual(['a/b/two.conf']);
    expect(pathsIn(find(['a/{one.conf,x.t?t}']))).toEqual(['a/one.conf', 'a/x.txt']);
  });

  test('that fits nothing is a mistake', () => {
    expect(find(['a/*.conf', 'b[c'])).toEqual({
      files: [],
      failures: ['no file fits the pattern a/*.conf', 'no file fits the pattern b[c'],
      remarks: [],
    });
    expect(find([`${'{a,b}'.repeat(20)}`]).failures).toEqual([
      expect.stringContaining('stands for too many patterns'),
    ]);
  });
});

describe('what is ignored', () => {
  test('is left out, by the folder of the configuration file, at any depth without a slash', () => {
    for (const name of ['a', 'a/old', 'b', 'b/old/c', 'lab/x/y']) write(`${name}/keepalived.conf`);
    const found = find([''], { patterns: ['old', 'lab/**', '/b/keepalived.conf'], folder });
    expect(pathsIn(found)).toEqual(['a/keepalived.conf']);
    expect(pathsIn(find(['b'], { patterns: ['b'], folder: join(folder, 'a') }))).toEqual([
      'b/keepalived.conf',
      'b/old/c/keepalived.conf',
    ]);
  });

  test('and nothing else is there: a mistake that names the option', () => {
    write('a/keepalived.conf');
    expect(find(['a'], { patterns: ['*.conf'], folder }).failures).toEqual([
      'the only file found for a fit `ignore` in kalint.config.json; --no-ignore checks them',
    ]);
  });

  test('takes no time, whatever the pattern', () => {
    write(`${'a'.repeat(200)}.conf`);
    const start = performance.now();
    expect(
      pathsIn(find([''], { patterns: ['*a'.repeat(500), `${'**/'.repeat(200)}b`], folder })),
    ).toEqual([`${'a'.repeat(200)}.conf`]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
