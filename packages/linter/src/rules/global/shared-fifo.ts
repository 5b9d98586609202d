import type { GlobalDefs, Word } from '@kalint/parser';
import { defineRule } from '../../rule.ts';

/** init_global_data() in keepalived/core/global_data.c; its processes look at it when they are reloaded. */
export const sharedFifo = defineRule({
  id: 'shared-fifo',
  scope: 'config',
  severity: 'warning',
  summary: 'Two notification pipes are one: notifications come twice, or to the wrong script',
  check({ config: { global_defs: global } }, { report, quote }) {
    for (const { first, second, effect, loss } of sharedPipes(global)) {
      report({
        at: second,
        message: `${quote(second)} is used for two kinds of notifications`,
        notes: [effect, `after a reload keepalived ignores ${loss}, and says so in its log only`],
        help: 'give each its own pipe, or use `notify_fifo` alone for all notifications',
        related: [{ location: first, message: 'used here already' }],
      });
    }
  },
});

interface SharedPipe {
  readonly first: Word;
  readonly second: Word;
  readonly effect: string;
  /** What keepalived ignores when it has been reloaded. */
  readonly loss: string;
}

const twice = 'each notification is written twice';
const shared = 'two scripts read one pipe, and each gets a part of the notifications';

function sharedPipes(global: GlobalDefs | undefined): readonly SharedPipe[] {
  const all = global?.notify_fifo?.value.path;
  const vrrp = global?.vrrp_notify_fifo?.value.path;
  const lvs = global?.lvs_notify_fifo?.value.path;
  const found: SharedPipe[] = [];
  if (all && vrrp?.value === all.value) {
    found.push({ first: all.word, second: vrrp.word, effect: twice, loss: 'that of VRRP' });
  }
  if (all && lvs?.value === all.value) {
    found.push({ first: all.word, second: lvs.word, effect: twice, loss: 'that of LVS' });
  }
  const haveScripts = global?.vrrp_notify_fifo_script && global.lvs_notify_fifo_script;
  if (found.length === 0 && vrrp && lvs?.value === vrrp.value && haveScripts) {
    const loss = '`lvs_notify_fifo_script`';
    found.push({ first: vrrp.word, second: lvs.word, effect: shared, loss });
  }
  return found;
}
