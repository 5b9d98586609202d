import type { Config, GlobalDefs, Word } from '@kalint/parser';
import { isComplete } from '../../cluster/node.ts';
import { mentions } from '../blocks/mentions.ts';
import { defineRule } from '../../rule.ts';

/** smtp_alert() in keepalived/core/smtp.c sends nothing without a server, or without a recipient. */
export const undeliverableMail = defineRule({
  id: 'undeliverable-mail',
  scope: 'config',
  severity: 'warning',
  summary: 'Alerts are wanted by e-mail, and there is no smtp_server or no recipient',
  check(node, { report, quote }) {
    // The rest may stand in a file that was not read.
    if (!isComplete(node)) return;
    const { global_defs: global } = node.config;
    const missing = ['smtp_server', 'notification_email'].filter((each) => !says(global, each));
    const wish = firstWish(node.config) ?? recipientsOf(global);
    if (!wish || missing.length === 0) return;
    report({
      at: wish,
      message: `${quote(wish)} wants alerts by e-mail, and global_defs has no ${missing.map((each) => `\`${each}\``).join(' and no ')}`,
      notes: ['keepalived says nothing, and sends nothing'],
      help: 'add what is missing, or remove the line',
    });
  },
});

/** Whether a keyword stands there, its value right or wrong. */
function says(global: GlobalDefs | undefined, keyword: string): boolean {
  return (global?.statements ?? []).some(({ block }) => mentions(block?.items ?? [], keyword));
}

function recipientsOf(global: GlobalDefs | undefined): Word | undefined {
  const recipients = global?.notification_email;
  return recipients && recipients.entries.length > 0 ? recipients.statements[0].keyword : undefined;
}

/** The first line that asks for alerts. */
function firstWish(config: Config): Word | undefined {
  const { global_defs: global, virtual_server: servers = [] } = config;
  const settings = [
    ...[global?.smtp_alert, global?.smtp_alert_vrrp, global?.smtp_alert_checker],
    ...(config.vrrp_instance ?? []).map(({ smtp_alert }) => smtp_alert),
    ...(config.vrrp_sync_group ?? []).map(({ smtp_alert }) => smtp_alert),
    ...servers.map(({ smtp_alert }) => smtp_alert),
    ...servers.flatMap(({ real_server = [] }) => real_server.map(({ smtp_alert }) => smtp_alert)),
  ];
  return settings.find((setting) => setting?.value)?.statement.keyword;
}
