import type { Block, RealServer } from '@kalint/parser';

/** Kinds of checks, in the words of keepalived/check. */
const kinds: ReadonlySet<string> = new Set([
  ...['TCP_CHECK', 'HTTP_GET', 'SSL_GET', 'SMTP_CHECK', 'DNS_CHECK', 'MISC_CHECK'],
  ...['BFD_CHECK', 'UDP_CHECK', 'PING_CHECK', 'FILE_CHECK'],
]);

/** What may differ between nodes: where a check comes from, how often it is made, what is logged. */
const ofTheNode: ReadonlySet<string> = new Set([
  ...['bindto', 'bind_port', 'bind_if', 'connect_timeout', 'retry', 'nb_get_retry'],
  ...['delay_before_retry', 'delay_loop', 'warmup', 'alpha', 'log_all_failures', 'misc_timeout'],
  ...['user', 'name', 'fwmark', 'helo_name', 'smtp_alert'],
]);

/** What the checks of a real server ask, in a form to compare and not to show. */
export function checksOf({ statements }: RealServer): string {
  const checks = statements
    .flatMap(({ block }) => block?.items ?? [])
    .flatMap((item) =>
      item.kind === 'statement' && kinds.has(item.keyword.text)
        ? [`${item.keyword.text} ${item.block ? linesOf(item.block) : ''}`]
        : [],
    );
  return checks.sort().join('\n');
}

/** In whatever order the lines of a block are written. */
function linesOf({ items }: Block): string {
  const lines = items.flatMap((item) => {
    if (item.kind !== 'statement' || ofTheNode.has(item.keyword.text)) return [];
    const words = [item.keyword, ...item.words].map(({ text }) => text).join(' ');
    return [item.block ? `${words} { ${linesOf(item.block)} }` : words];
  });
  return lines.sort().join('; ');
}
