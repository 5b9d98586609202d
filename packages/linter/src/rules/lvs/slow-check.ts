import type { RealServer, VirtualServer } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { connectionChecksOf, type CheckName, type ConnectionCheck } from './checks.ts';
import { virtualServersOf } from './servers.ts';

/** How often a check tries again, and after how many seconds, when nothing is said. */
const usual: Readonly<
  Record<CheckName, { readonly retry: number; readonly delay: number | undefined }>
> = {
  TCP_CHECK: { retry: 1, delay: 1 },
  HTTP_GET: { retry: 1, delay: 3 },
  SSL_GET: { retry: 1, delay: 3 },
  SMTP_CHECK: { retry: 1, delay: 1 },
  // That of delay_loop.
  DNS_CHECK: { retry: 3, delay: undefined },
  UDP_CHECK: { retry: 1, delay: 1 },
  PING_CHECK: { retry: 1, delay: 1 },
};

/** validate_check_config() in keepalived/check/check_data.c completes what is not said. */
export const slowCheck = defineRule({
  id: 'slow-check',
  scope: 'config',
  severity: 'info',
  profile: 'strict',
  summary: 'A check that fails takes longer than delay_loop',
  check(node, { report }) {
    for (const server of virtualServersOf(node)) {
      for (const real of server.real_server ?? []) {
        for (const check of connectionChecksOf(real)) {
          const { timeout, retry, delay, loop } = timesOf(server, real, check);
          const longest = timeout * (retry + 1) + delay * retry;
          if (longest <= loop) continue;
          report({
            at: check.settings.statements[0].keyword,
            message: `it takes this ${check.name} up to ${seconds(longest)} to find a dead server, and delay_loop is ${seconds(loop)}`,
            notes: [
              `${retry + 1} attempts of ${seconds(timeout)}, with ${seconds(delay)} between them; the next check begins delay_loop after the last one has ended: for so long connections go to a dead server`,
            ],
            help: 'shorten connect_timeout, retry or delay_before_retry, or know that it takes so long',
          });
        }
      }
    }
  },
});

interface Times {
  /** Seconds, as all but `retry`. */
  readonly timeout: number;
  readonly retry: number;
  readonly delay: number;
  readonly loop: number;
}

function timesOf(
  server: VirtualServer,
  real: RealServer,
  { name, settings }: ConnectionCheck,
): Times {
  const levels = [settings, real, server];
  const first = (
    keyword: 'connect_timeout' | 'retry' | 'delay_before_retry' | 'delay_loop',
  ): number | undefined =>
    levels.map((level) => level[keyword]?.value).find((value) => value !== undefined);
  const loop = first('delay_loop') ?? 60;
  return {
    timeout: first('connect_timeout') ?? 5,
    retry: first('retry') ?? usual[name].retry,
    delay: first('delay_before_retry') ?? usual[name].delay ?? loop,
    loop,
  };
}

function seconds(value: number): string {
  return `${Number(value.toFixed(3))} s`;
}
