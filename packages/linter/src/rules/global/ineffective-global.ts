import type { GlobalDefs } from '@kalint/parser';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';

/** Where keepalived looks stands in the table below. */
export const ineffectiveGlobal = defineRule({
  id: 'ineffective-global',
  scope: 'config',
  severity: 'warning',
  summary: 'A setting of global_defs has no effect without another one, or beside it',
  check(node, { report, quote }) {
    const global = node.config.global_defs;
    // What is missing may stand in a file that was not read.
    if (!global || !isComplete(node)) return;
    for (const { keyword, needs, why } of needing) {
      const at = keywordOf(global, keyword);
      if (!at || needs.some((each) => keywordOf(global, each))) continue;
      report({
        at,
        message: `${quote(at)} has no effect without ${needs
          .slice(0, 2)
          .map((each) => `\`${each}\``)
          .join(' or ')}`,
        notes: [`keepalived says nothing: ${why}`],
        help: 'add what is missing, or remove the line',
      });
    }
    for (const process of ['vrrp', 'checker', 'bfd'] as const) {
      const at = keywordOf(global, `${process}_priority`);
      const realTime = keywordOf(global, `${process}_rt_priority`);
      if (!at || !realTime) continue;
      report({
        at,
        message: `${quote(at)} has no effect beside ${quote(realTime)}`,
        notes: ['a process with a real-time priority has no other; keepalived says nothing'],
        help: 'delete the one that is not meant',
        related: [{ location: realTime, message: 'because of this' }],
      });
    }
  },
});

interface Needing {
  readonly keyword: keyof GlobalDefs;
  /** One of these. */
  readonly needs: readonly (keyof GlobalDefs)[];
  readonly why: string;
}

const noPipe = 'the script reads a pipe that is not there (notify_fifo_open() in core/notify.c)';
const noScript = 'there is no script to wait for (core/global_parser.c)';
// set_process_priorities() in lib/process.c
const noRealTime = 'the limit is for processes with a real-time priority';
const noBus = 'it does not go to the D-Bus at all (vrrp/vrrp_daemon.c)';

const needing: readonly Needing[] = [
  { keyword: 'notify_fifo_script', needs: ['notify_fifo'], why: noPipe },
  { keyword: 'vrrp_notify_fifo_script', needs: ['vrrp_notify_fifo'], why: noPipe },
  { keyword: 'lvs_notify_fifo_script', needs: ['lvs_notify_fifo'], why: noPipe },
  {
    keyword: 'fifo_write_vrrp_states_on_reload',
    needs: ['notify_fifo', 'vrrp_notify_fifo'],
    why: 'there is no pipe to write to (core/notify.c)',
  },
  { keyword: 'startup_script_timeout', needs: ['startup_script'], why: noScript },
  { keyword: 'shutdown_script_timeout', needs: ['shutdown_script'], why: noScript },
  {
    keyword: 'vrrp_rlimit_rttime',
    needs: ['vrrp_rt_priority', 'max_auto_priority'],
    why: noRealTime,
  },
  {
    keyword: 'checker_rlimit_rttime',
    needs: ['checker_rt_priority', 'max_auto_priority'],
    why: noRealTime,
  },
  {
    keyword: 'bfd_rlimit_rttime',
    needs: ['bfd_rt_priority', 'max_auto_priority'],
    why: noRealTime,
  },
  { keyword: 'dbus_service_name', needs: ['enable_dbus'], why: noBus },
  { keyword: 'dbus_no_interface_name', needs: ['enable_dbus'], why: noBus },
  {
    keyword: 'reload_repeat',
    needs: ['reload_time_file'],
    why: 'there is no time at which it would reload (core/main.c)',
  },
];

/** Where a setting stands. */
function keywordOf(global: GlobalDefs, keyword: keyof GlobalDefs) {
  const setting = global[keyword];
  return setting && typeof setting === 'object' && 'statement' in setting
    ? setting.statement.keyword
    : undefined;
}
