import type { Palette } from '../terminal/colour.ts';
import { printableJson } from '../terminal/printable-json.ts';
import type { RuleEntry } from './rule-book.ts';

/** The rules one below the other, by their names. */
export function listForPeople(book: readonly RuleEntry[], palette: Palette): string {
  const widest = Math.max(...book.map(({ id }) => id.length));
  const lines = book.map(({ id, severity, profile, summary }) => {
    const name = palette[severity](severity.padEnd('warning'.length));
    const only = profile === 'strict' ? palette.quiet(' (strict)') : '';
    return `${name}  ${palette.strong(id.padEnd(widest))}  ${summary}${only}\n`;
  });
  return `${lines.join('')}\n${book.length} rules; \`kalint explain RULE\` says more of one\n`;
}

/** The same for programs; schema/rules.schema.json says what they may rely on. */
export function listAsJson(book: readonly RuleEntry[]): string {
  const rules = book.map(({ page: _, ...entry }) => entry);
  return printableJson({ version: 1, rules });
}
