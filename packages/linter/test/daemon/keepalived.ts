import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What `keepalived -t` answers. */
export interface Verdict {
  /** It ended by a signal, or not within ten seconds; both happen. */
  readonly crashed: boolean;
  readonly complaints: readonly Complaint[];
}

export interface Complaint {
  /** Undefined when keepalived names no line. */
  readonly line: number | undefined;
  readonly message: string;
}

export interface Keepalived {
  readonly check: (text: string) => Verdict;
  readonly close: () => void;
}

/** Why the real daemon cannot be asked here; undefined when it can. */
export function whyNoKeepalived(): string | undefined {
  if (process.getuid?.() !== 0) return 'not root';
  if (spawnSync('keepalived', ['--version']).error) return 'keepalived is not installed';
  const namespace = `kalint-try-${process.pid}`;
  if (spawnSync('ip', ['netns', 'add', namespace]).status !== 0) return 'no network namespaces';
  const added = addInterface(namespace, 'eth0');
  execFileSync('ip', ['netns', 'delete', namespace]);
  return added ? undefined : 'no virtual interfaces';
}

/** The real daemon, in a network namespace of its own that has these interfaces. */
export function startKeepalived(interfaces: readonly string[]): Keepalived {
  const namespace = `kalint-${process.pid}`;
  execFileSync('ip', ['netns', 'add', namespace]);
  for (const name of interfaces) addInterface(namespace, name);
  const folder = mkdtempSync(join(tmpdir(), 'kalint-'));
  return {
    check: (text) => {
      const file = join(folder, 'keepalived.conf');
      writeFileSync(file, text);
      // It can hang or crash: it gets ten seconds.
      const { status, signal, stderr } = spawnSync(
        'ip',
        ['netns', 'exec', namespace, 'timeout', '10', 'keepalived', '-t', '-f', file],
        { encoding: 'utf8' },
      );
      // timeout(1) ends with 124 when the time is up, and a shell says 128 and more for a signal.
      const crashed = signal !== null || status === null || status >= 124;
      return { crashed, complaints: complaintsIn(stderr) };
    },
    close: () => {
      rmSync(folder, { recursive: true });
      execFileSync('ip', ['netns', 'delete', namespace]);
    },
  };
}

/** keepalived reads a file four times and says much of it as often. */
function complaintsIn(output: string): readonly Complaint[] {
  const seen = new Map<string, Complaint>();
  for (const raw of output.split('\n')) {
    if (raw.trim() === '') continue;
    const match = /^\((?:.*: )?Line (\d+)\) (.*)$/.exec(raw);
    const complaint = match
      ? { line: Number(match[1]), message: match[2] ?? '' }
      : { line: undefined, message: raw };
    seen.set(`${complaint.line} ${complaint.message}`, complaint);
  }
  return [...seen.values()];
}

function addInterface(namespace: string, name: string): boolean {
  const pair = ['link', 'add', name, 'type', 'veth', 'peer', 'name', `${name}-peer`];
  return spawnSync('ip', ['-n', namespace, ...pair]).status === 0;
}
