import type { GlobalDefs, Statement } from '@kalint/parser';
import { insertion, type Fix } from '../../diagnostic.ts';
import { indentAt, lineEndOf, lineRemoval } from '../line-edits.ts';
import { defineRule } from '../../rule.ts';

/**
 * vrrp_nftables_handler() and ipvs_nftables_handler() in keepalived/core/global_parser.c set what goes
 * with the table to its usual value.
 */
export const resetNftablesPriority = defineRule({
  id: 'reset-nftables-priority',
  scope: 'config',
  severity: 'warning',
  summary: 'A setting of an nftables table stands above the table, which resets it',
  check({ config: { global_defs: global } }, { report, quote }) {
    for (const [keyword, table] of pairs) {
      const setting = global?.[keyword];
      const resetting = global?.[table];
      if (!setting || !resetting || !isBehind(resetting, setting)) continue;
      report({
        at: setting.statement.keyword,
        message: `${quote(setting.statement.keyword)} has no effect above ${quote(resetting.statement.keyword)}`,
        notes: [
          'keepalived says nothing, and sets it to the usual value again when it reads the table',
        ],
        help: `move it below \`${table}\``,
        related: [{ location: resetting.statement.keyword, message: 'this resets it' }],
        fix: moving(setting.statement, resetting.statement),
      });
    }
  },
});

/** Puts a line below another one. */
function moving(line: Statement, { source, span }: Statement): Fix | undefined {
  const text = line.source.text.slice(line.span.start, line.span.end);
  const newline = source.text.indexOf('\n', span.end);
  if (newline === -1) return undefined;
  const lineEnd = source.text.charAt(newline - 1) === '\r' ? newline - 1 : newline;
  const below = lineEndOf(source) + indentAt(source, span.start) + text;
  return {
    title: 'move it below',
    safety: 'safe',
    edits: [lineRemoval(line), insertion(source, lineEnd, below)],
  };
}

const pairs = [
  ['nftables_priority', 'nftables'],
  ['nftables_ipvs_priority', 'nftables_ipvs'],
  ['nftables_ipvs_start_fwmark', 'nftables_ipvs'],
] as const;

type Written = NonNullable<GlobalDefs['nftables'] | GlobalDefs['nftables_priority']>;

/** Within one file; which of two files comes first is not known here. */
function isBehind({ statement }: Written, { statement: other }: Written): boolean {
  return statement.source === other.source && statement.span.start > other.span.start;
}
