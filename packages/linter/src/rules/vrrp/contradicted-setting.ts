import type { Statement, VrrpInstance } from '@kalint/parser';
import { nameOf } from '../../cluster/names.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { isReadBefore } from '../../cluster/reading-order.ts';
import { lineRemoval } from '../line-edits.ts';
import { saysOff } from './says-off.ts';

/** Handlers of keepalived/vrrp/vrrp_parser.c: each of the two overwrites what the other one has set. */
export const contradictedSetting = defineRule({
  id: 'contradicted-setting',
  scope: 'config',
  severity: 'warning',
  summary: 'An instance says both `preempt` and `nopreempt`, or both `accept` and `no_accept`',
  check({ config }, { report, quote }) {
    for (const instance of config.vrrp_instance ?? []) {
      for (const [earlier, later] of contradictionsIn(instance)) {
        report({
          at: earlier.keyword,
          message: `${earlier.keyword.text} of ${quote(nameOf(instance))} has no effect: ${later.keyword.text} comes later`,
          notes: ['keepalived takes the later of the two, and does not say so'],
          help: 'remove the one that is not meant',
          related: [
            { location: locationOf(later.keyword), message: `${later.keyword.text} is here` },
          ],
          fix: {
            title: `remove \`${earlier.keyword.text}\``,
            safety: 'safe',
            edits: [lineRemoval(earlier)],
          },
        });
      }
    }
  },
});

/** The earlier and the later one. */
function contradictionsIn(instance: VrrpInstance): readonly (readonly [Statement, Statement])[] {
  const pairs = [
    [instance.preempt, instance.nopreempt],
    [instance.accept, instance.no_accept],
  ] as const;
  return pairs.flatMap(([a, b]) => {
    if (!a || !b || saysOff(a.statement) || saysOff(b.statement)) return [];
    const isInOrder = isReadBefore(a, b, instance);
    return [isInOrder ? [a.statement, b.statement] : [b.statement, a.statement]];
  });
}
