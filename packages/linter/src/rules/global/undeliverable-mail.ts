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
    const wish = firstWish(node.config) ?? recipientsOf(global);
    if (!wish) return;
    const missing = ['smtp_server', 'notification_email'].filter((each) => !says(global, each));
    if (missing.length === 0) return;
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
  const general = [global?.smtp_alert, global?.smtp_alert_vrrp, global?.smtp_alert_checker];
  const found =
    general.find((setting) => setting?.value) ??
    firstIn(config.vrrp_instance) ??
    firstIn(config.vrrp_sync_group) ??
    firstIn(servers);
  if (found) return found.statement.keyword;
  for (const { real_server } of servers) {
    const setting = firstIn(real_server);
    if (setting) return setting.statement.keyword;
  }
  return undefined;
}

type Alert = GlobalDefs['smtp_alert'];

function firstIn(blocks: readonly { readonly smtp_alert?: Alert }[] = []): Alert {
  return blocks.find(({ smtp_alert }) => smtp_alert?.value)?.smtp_alert;
}
