import { spawnSync } from 'node:child_process';
import { createNamespace } from './namespace.ts';

/** Which release of keepalived is installed here: `2.2.7`; undefined when none is. */
export function installedRelease(): string | undefined {
  const { stderr } = spawnSync('keepalived', ['--version'], { encoding: 'utf8' });
  return /v(\d+\.\d+\.\d+)/.exec(stderr ?? '')?.[1];
}

/** Why the real daemon cannot be asked here; undefined when it can. */
export function whyNoKeepalived(): string | undefined {
  if (process.getuid?.() !== 0) return 'not root';
  if (installedRelease() === undefined) return 'keepalived is not installed';
  try {
    const namespace = createNamespace();
    const add = ['link', 'add', 'eth0', 'type', 'veth', 'peer', 'name', 'eth1'];
    const [command, ...enter] = namespace.enter;
    const { status } = spawnSync(command, [...enter, 'ip', ...add], { stdio: 'ignore' });
    namespace.delete();
    return status === 0 ? undefined : 'no virtual interfaces';
  } catch {
    return 'no network namespaces';
  }
}

/** Whether tests can ask the real daemon, of a certain release if one is given; says so if not. */
export function canAskKeepalived(release?: string): boolean {
  const installed = installedRelease();
  const isOther = release !== undefined && installed !== undefined && installed !== release;
  const reason = isOther ? `keepalived is ${installed}, not ${release}` : whyNoKeepalived();
  if (reason !== undefined) console.warn(`skipped: the real daemon cannot be asked: ${reason}`);
  return reason === undefined;
}
