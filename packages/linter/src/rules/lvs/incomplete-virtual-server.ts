import type { Config, VirtualServer } from '@kalint/parser';
import { isComplete } from '../../cluster/node.ts';
import type { Fix } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { mentions } from '../blocks/mentions.ts';
import { firstLine } from '../line-edits.ts';
import { selectionOf, virtualServersOf } from './servers.ts';

interface Lack {
  readonly keywords: readonly Keyword[];
  readonly instead: string;
}

type Keyword = 'protocol' | 'lvs_sched' | 'lb_algo' | 'lvs_method' | 'lb_kind';

/** validate_check_config() in keepalived/check/check_data.c */
export const incompleteVirtualServer = defineRule({
  id: 'incomplete-virtual-server',
  scope: 'config',
  severity: 'warning',
  summary: 'A virtual_server has no protocol, scheduler or forwarding method: keepalived takes one',
  check(node, { report }) {
    // What is missing may stand in a file that was not read.
    if (!isComplete(node)) return;
    for (const server of virtualServersOf(node)) {
      const [{ keyword }] = server.statements;
      for (const { keywords, instead } of lacksOf(server, node.config)) {
        if (says(server, keywords)) continue;
        const name = keywords.at(-1) ?? '';
        report({
          at: keyword,
          message: `this virtual_server has no \`${name}\``,
          notes: [`keepalived reports that none is set, and takes ${instead}`],
          help: `add \`${name}\``,
          fix: name === 'protocol' ? undefined : addition(server, `${name} ${instead}`),
        });
      }
    }
  },
});

function lacksOf(server: VirtualServer, config: Config): readonly Lack[] {
  const { real_server: servers = [], sorry_server, sorry_server_lvs_method } = server;
  const isByAddress = selectionOf(server, config)?.byAddress ?? false;
  const needsMethod =
    servers.some(({ lvs_method }) => !lvs_method) || (sorry_server && !sorry_server_lvs_method);
  const lacks: Lack[] = isByAddress ? [{ keywords: ['protocol'], instead: 'UDP' }] : [];
  lacks.push({ keywords: ['lvs_sched', 'lb_algo'], instead: 'wlc' });
  if (needsMethod) lacks.push({ keywords: ['lvs_method', 'lb_kind'], instead: 'NAT' });
  return lacks;
}

function says(server: VirtualServer, keywords: readonly Keyword[]): boolean {
  if (keywords.some((keyword) => server[keyword])) return true;
  return server.statements.some(({ block }) =>
    keywords.some((keyword) => mentions(block?.items ?? [], keyword)),
  );
}

/** Says what keepalived takes anyway. Not so a protocol: rarely is it UDP that is meant. */
function addition({ statements }: VirtualServer, text: string): Fix | undefined {
  const [{ block }] = statements;
  const edit = block && firstLine(block, text);
  return (
    edit && { title: `write \`${text}\`, as keepalived has it`, safety: 'safe', edits: [edit] }
  );
}
