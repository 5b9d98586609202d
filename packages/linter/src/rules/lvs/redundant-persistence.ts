import { defineRule } from '../../rule.ts';
import { lineRemoval } from '../line-edits.ts';
import { schedulerOf, virtualServersOf } from './servers.ts';

/** net/netfilter/ipvs/ip_vs_core.c of Linux, ip_vs_schedule(): persistence comes before the scheduler. */
export const redundantPersistence = defineRule({
  id: 'redundant-persistence',
  scope: 'config',
  severity: 'info',
  profile: 'strict',
  summary:
    'A virtual_server is persistent, and its scheduler keeps clients on one server by itself',
  check(node, { report }) {
    for (const server of virtualServersOf(node)) {
      const scheduler = schedulerOf(server);
      const { persistence_timeout: timeout } = server;
      if (!timeout || (scheduler?.value !== 'sh' && scheduler?.value !== 'mh')) continue;
      report({
        at: timeout.statement.keyword,
        message: `the scheduler ${scheduler.value} sends a client to the same server by itself`,
        notes: [
          'with persistence the scheduler decides about the first connection only: a client stays on the server of then, even when the hash would lead elsewhere, and the kernel remembers every client',
        ],
        help: 'remove persistence_timeout, or use a scheduler such as wlc with it',
        related: [{ location: scheduler.statement.keyword, message: 'the scheduler' }],
        fix: {
          title: 'remove persistence_timeout',
          safety: 'unsafe',
          edits: [lineRemoval(timeout.statement)],
        },
      });
    }
  },
});
