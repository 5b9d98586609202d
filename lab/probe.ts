import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sleep } from './clock.ts';
import { daemonOf, logFile } from './daemon.ts';
import { buildNetwork, linkOf } from './network.ts';

/** What a lab on this machine can do. */
export interface Abilities {
  /**
   * Whether keepalived sees processes come and go: the kernel tells that only in its first network namespace, in
   * which a container is not.
   */
  readonly seesProcesses: boolean;
}

const config = `vrrp_track_process any {
    process nobody-runs-this
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 1
    virtual_ipaddress {
        10.0.0.100/24
    }
    track_process {
        any
    }
}
`;

/** Tries it; or says why there can be no lab here. */
export async function probe(signal: AbortSignal): Promise<Abilities | string> {
  const folder = mkdtempSync(join(tmpdir(), 'kalint-lab-'));
  try {
    const plans = [1, 2].map((number) => ({ interfaces: ['eth0'], number }));
    const network = await buildNetwork(plans);
    try {
      await network.setLinks(new Set([linkOf(0, 1)]));
      const [host] = network.hosts;
      if (!host) return 'no network namespaces';
      writeFileSync(join(folder, 'keepalived.conf'), config);
      const daemon = daemonOf(host, folder);
      await daemon.start();
      await sleep(1, signal).finally(daemon.kill);
      const log = readFileSync(join(folder, logFile), 'utf8');
      return { seesProcesses: log.includes('proc_events has confirmed') };
    } finally {
      network.close();
    }
  } catch (error) {
    return String(error);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
