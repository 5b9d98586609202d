import { defineRule } from '../../rule.ts';

/** ssvri_handler() and ss_forwarding_handler() in keepalived/check/check_parser.c need the server first. */
export const sorryServerOrder = defineRule({
  id: 'sorry-server-order',
  scope: 'config',
  severity: 'error',
  summary: 'A setting of the sorry server stands in front of sorry_server, or without it',
  check({ config }, { report }) {
    for (const server of config.virtual_server ?? []) {
      const { sorry_server: sorry, sorry_server_inhibit, sorry_server_lvs_method } = server;
      for (const setting of [sorry_server_inhibit, sorry_server_lvs_method]) {
        if (!setting) continue;
        const { keyword } = setting.statement;
        if (sorry && sorry.statement.span.start < keyword.span.start) continue;
        report({
          at: keyword,
          message: `\`${keyword.text}\` needs a sorry_server above it`,
          notes: ['keepalived ignores the line ("used before or without sorry_server")'],
          help: sorry ? 'move it below `sorry_server`' : 'add `sorry_server`, or remove the line',
        });
      }
    }
  },
});
