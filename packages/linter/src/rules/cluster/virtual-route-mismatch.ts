import type { Entry, RouteLine, RuleLine, Word } from '@kalint/parser';
import { differencesOf } from '../../cluster/disagreement.ts';
import { isDisputed } from '../../cluster/disputed.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import type { Member } from '../../cluster/virtual-routers.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/** keepalived/vrrp/vrrp.c, vrrp_handle_iproutes(): a master has the routes and rules of its own file. */
export const virtualRouteMismatch = defineRule({
  id: 'virtual-route-mismatch',
  scope: 'cluster',
  severity: 'warning',
  summary: 'Nodes of one virtual router have different virtual_routes or virtual_rules',
  check({ virtualRouters }, { report, quote }) {
    for (const { members } of virtualRouters) {
      for (const keyword of keywords) {
        if (!members.some(({ instance }) => instance[keyword])) continue;
        const standing = members
          .filter((member) => !isDisputed(member, [keyword]))
          .map((member) => ({ member, lines: linesOf(member, keyword) }));
        const differences = differencesOf(standing, ({ lines }) =>
          [...lines.keys()].sort().join('\n'),
        );
        for (const { own, reference, agreeing } of differences) {
          const { instance } = own.member;
          const extra = [...own.lines].find(([key]) => !reference.lines.has(key))?.[1];
          const missing = [...reference.lines].find(([key]) => !own.lines.has(key))?.[1];
          const others = nodeNames(agreeing.map(({ member }) => member));
          report({
            at: extra ?? locationOf(instance[keyword] ?? instance),
            message: extra
              ? `${keyword} of ${quote(nameOf(instance))} has ${quote(extra)} here, but not on ${others}`
              : `${keyword} of ${quote(nameOf(instance))} lacks a line that ${others} has`,
            notes: [
              'each node sets what its own file says: after a failover packets go another way',
            ],
            help: `write the same ${keyword} on all nodes`,
            related: [
              {
                location:
                  missing ??
                  locationOf(reference.member.instance[keyword] ?? reference.member.instance),
                message: 'on the other node',
              },
            ],
          });
        }
      }
    }
  },
});

const keywords = ['virtual_routes', 'virtual_rules'] as const;

/** Lines by what they say, without what is named otherwise on another machine. */
function linesOf(
  { instance }: Member,
  keyword: (typeof keywords)[number],
): ReadonlyMap<string, Word> {
  const entries: readonly Entry<RouteLine | RuleLine>[] = instance[keyword]?.entries ?? [];
  return new Map(
    entries.map(({ statement, word }) => [textOf([statement.keyword, ...statement.words]), word]),
  );
}

const ofTheNode: ReadonlySet<string> = new Set(['dev', 'oif', 'iif', 'src', 'via', 'gw']);

function textOf(words: readonly Word[]): string {
  return words
    .filter(
      ({ text }, index) => !ofTheNode.has(text) && !ofTheNode.has(words[index - 1]?.text ?? ''),
    )
    .map(({ text }) => (text === '0.0.0.0/0' ? 'default' : text))
    .join(' ');
}
