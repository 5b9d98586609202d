import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The real preprocessor. */
export interface Daemon {
  /** The folder in which the files are. */
  readonly folder: string;
  /** Below 2.4.0 some things are different. */
  readonly isBefore24: boolean;
  /**
   * The first words of all lines that the block parser gets to read: it calls every one of them an
   * unknown keyword. Undefined when keepalived does not end.
   */
  readonly firstWords: (
    text: string,
    files?: Readonly<Record<string, string>>,
  ) => readonly string[] | undefined;
  readonly close: () => void;
}

/** Why the real daemon cannot be asked here; undefined when it can. */
export function whyNoDaemon(): string | undefined {
  if (process.getuid?.() !== 0) return 'not root';
  if (spawnSync('keepalived', ['--version']).error) return 'keepalived is not installed';
  const namespace = `kalint-expand-try-${process.pid}`;
  if (spawnSync('ip', ['netns', 'add', namespace]).status !== 0) return 'no network namespaces';
  execFileSync('ip', ['netns', 'delete', namespace]);
  return undefined;
}

export function startDaemon(): Daemon {
  const namespace = `kalint-expand-${process.pid}`;
  execFileSync('ip', ['netns', 'add', namespace]);
  const folder = mkdtempSync(join(tmpdir(), 'kalint-expand-'));
  const version = spawnSync('keepalived', ['--version'], { encoding: 'utf8' }).stderr;
  const [, major, minor] = /v(\d+)\.(\d+)/.exec(version) ?? [];
  return {
    folder,
    isBefore24: Number(major) < 2 || (Number(major) === 2 && Number(minor) < 4),
    firstWords: (text, files = {}) => {
      const main = join(folder, 'main.conf');
      for (const [name, content] of Object.entries({ 'main.conf': text, ...files })) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
      // It can hang: it gets ten seconds.
      const command = ['timeout', '10', 'keepalived', '-t', '-f', main, '-i', 'here'];
      const { status, stderr } = spawnSync('ip', ['netns', 'exec', namespace, ...command], {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      });
      if (status === null || status >= 124) return undefined;
      const words = [
        ...stderr.matchAll(/(?:Unknown keyword|Unexpected) '(.*)'(?: - ignoring)?$/gm),
      ];
      return oneReading(words.map(([, word = '']) => word));
    },
    close: () => {
      rmSync(folder, { recursive: true });
      execFileSync('ip', ['netns', 'delete', namespace]);
    },
  };
}

/**
 * keepalived reads a file four times, with the same result as long as nothing in it is known. Only the
 * first time can be different: the others read a copy.
 */
function oneReading(words: readonly string[]): readonly string[] {
  const quarter = words.slice(0, words.length / 4);
  if (words.every((word, index) => word === quarter[index % quarter.length])) return quarter;
  for (let length = Math.floor(words.length / 3); length > 0; length--) {
    const copies = words.slice(-3 * length);
    const first = copies.slice(0, length);
    const isRepeated = copies.every((word, index) => word === first[index % length]);
    if (isRepeated && words.length - 3 * length < 2 * length) return first;
  }
  return words;
}
