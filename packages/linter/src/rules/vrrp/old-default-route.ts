import type { Argument, Cidr, Config, Word } from '@kalint/parser';
import { compareReleases } from '@kalint/parser';
import { defineRule } from '../../rule.ts';

/** parse_route() in keepalived/vrrp/vrrp_ipaddress.c: what it says reaches only the log. */
export const oldDefaultRoute = defineRule({
  id: 'old-default-route',
  scope: 'config',
  severity: 'info',
  summary: '`default6` is the older way to write all of IPv6',
  check({ config }, { report, quote, release }) {
    if (compareReleases(release, '2.0.8') < 0) return;
    for (const word of destinationsOf(config)) {
      report({
        at: word,
        message: `${quote(word)} is deprecated`,
        notes: [
          `keepalived logs "'default6' is deprecated - please replace with 'inet6 default'"; but it skips the word behind \`inet6\``,
        ],
        help: 'write `::/0`',
        fix: {
          title: 'write `::/0`',
          safety: 'safe',
          edits: [{ source: word.source, span: word.span, text: '::/0' }],
        },
      });
    }
  },
});

type Destination = Argument<Cidr | string> | undefined;

function destinationsOf({
  static_routes,
  static_rules,
  vrrp_instance = [],
}: Config): readonly Word[] {
  const found: Word[] = [];
  const see = (destination: Destination): void => {
    if (destination?.value === 'default6') found.push(...destination.words);
  };
  const routes = [static_routes, ...vrrp_instance.map(({ virtual_routes }) => virtual_routes)];
  for (const list of routes) for (const { value } of list?.entries ?? []) see(value.to);
  const rules = [static_rules, ...vrrp_instance.map(({ virtual_rules }) => virtual_rules)];
  for (const list of rules) {
    for (const { value } of list?.entries ?? []) {
      see(value.from);
      see(value.to);
    }
  }
  return found;
}
