import type { RealServer, VirtualServer } from '@kalint/parser';
import { losesSetting } from '../../cluster/disputed.ts';
import { insertion, type Fix } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { connectionChecksOf } from './checks.ts';
import { virtualServersOf } from './servers.ts';

/**
 * A check goes to the port that is written for the real server, when it is read (queue_checker() in
 * keepalived/check/check_api.c); validate_check_config() in keepalived/check/check_data.c completes the
 * port of the server later, and not that of the check.
 */
export const checkWithoutPort = defineRule({
  id: 'check-without-port',
  scope: 'config',
  severity: 'error',
  summary: 'A check has no port: neither the real server nor the check itself says one',
  check(node, { report }) {
    for (const server of virtualServersOf(node)) {
      for (const real of server.real_server ?? []) {
        if ((real.header.port?.value ?? 0) !== 0) continue;
        for (const { name, transport, settings } of connectionChecksOf(real)) {
          if (transport === 'ICMP' || settings.connect_port) continue;
          if (losesSetting(node, settings.statements, ['connect_port'])) continue;
          // Its `host` blocks may say one.
          if (name === 'SMTP_CHECK') continue;
          report({
            at: settings.statements[0].keyword,
            message: `this ${name} has no port: it goes to port 0, and always fails`,
            notes: [
              'a check takes the port that is written behind the address of the real server, and not that of the virtual server: keepalived removes the real server, and it never comes back',
            ],
            help: 'add `connect_port` to the check, or the port behind the address of the real server',
            related: [
              { location: real.statements[0].keyword, message: 'this real server has no port' },
            ],
            fix: completion(server, real),
          });
        }
      }
    }
  },
});

/** Says the port that keepalived gives to the real server anyway. */
function completion({ header }: VirtualServer, { header: real }: RealServer): Fix | undefined {
  const port = header.address && header.port ? header.port.value : 0;
  if (port === 0 || real.port) return undefined;
  const { source, span } = real.address.word;
  return {
    title: `write the port of the virtual server, ${port}`,
    safety: 'safe',
    edits: [insertion(source, span.end, ` ${port}`)],
  };
}
