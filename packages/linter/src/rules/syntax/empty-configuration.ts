import { location } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/** A line that is neither blank nor a comment. */
const statement = /^[^\S\n]*[^\s#!]/m;

/**
 * core/main.c: without a vrrp_instance, a virtual_server or a bfd_instance keepalived starts none of
 * the processes that do the work, and waits.
 */
export const emptyConfiguration = defineRule({
  id: 'empty-configuration',
  scope: 'syntax',
  severity: 'info',
  summary: 'The file holds no statement at all',
  check({ source, items, problems }, { report }) {
    const isRead = problems.every(({ kind }) => kind !== 'limit-exceeded');
    if (!isRead || items.length > 0 || statement.test(source.text)) return;
    const end = source.text.indexOf('\n');
    const firstLine = end === -1 ? source.text : source.text.slice(0, end);
    report({
      at: location(source, { start: 0, end: firstLine.trimEnd().length }),
      message: 'there is no statement in this file',
      notes: ['keepalived accepts an empty file, starts, and does nothing'],
      help: 'is it the right file?',
    });
  },
});
