import type { VirtualServer } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { isReadBefore } from '../../cluster/reading-order.ts';
import { moveBehind } from '../line-edits.ts';
import { readVirtualServersOf, schedulerOf } from './servers.ts';

/** Flags that belong to one scheduler, and which. */
const schedulerOfFlag = {
  'sh-port': 'sh',
  'sh-fallback': 'sh',
  hashed: 'sh',
  'mh-port': 'mh',
  'mh-fallback': 'mh',
} as const;

/**
 * lbflags_handler() in keepalived/check/check_parser.c looks when it reads the flag: the scheduler has to
 * stand above it.
 */
export const schedulerFlag = defineRule({
  id: 'scheduler-flag',
  scope: 'config',
  severity: 'error',
  summary: 'A flag stands beside another scheduler than its own, or in front of it',
  check(node, { report }) {
    for (const server of readVirtualServersOf(node)) {
      for (const { flag, scheduler } of flagsOf(server)) {
        const at = flag.statement.keyword;
        const chosen = schedulerOf(server);
        if (chosen?.value === scheduler && isReadBefore(chosen, flag, server)) continue;
        // With sh and mh above it, keepalived looks whether the flag is theirs, and is silent when not.
        const isSilent =
          (chosen?.value === 'sh' || chosen?.value === 'mh') && isReadBefore(chosen, flag, server);
        report({
          at,
          severity: isSilent ? 'warning' : 'error',
          message: `\`${at.text}\` has no effect without \`lb_algo ${scheduler}\` above it`,
          notes: [
            isSilent
              ? 'keepalived ignores it, and does not say so'
              : 'keepalived reports "only applies to ... scheduler - ignoring"',
          ],
          help: `write \`lb_algo ${scheduler}\` above it, or remove it`,
          fix:
            chosen?.value === scheduler
              ? {
                  title: `move the line below \`${chosen.statement.keyword.text}\``,
                  safety: 'safe',
                  edits: moveBehind(flag.statement, chosen.statement),
                }
              : undefined,
        });
      }
    }
  },
});

type Flag = keyof typeof schedulerOfFlag;

function flagsOf(server: VirtualServer): readonly {
  readonly flag: NonNullable<VirtualServer[Flag]>;
  readonly scheduler: string;
}[] {
  const flags: readonly Flag[] = ['sh-port', 'sh-fallback', 'hashed', 'mh-port', 'mh-fallback'];
  return flags.flatMap((name) => {
    const flag = server[name];
    return flag ? [{ flag, scheduler: schedulerOfFlag[name] }] : [];
  });
}
