import { preprocessorDirectives, type Location, type SyntaxTree } from '@kalint/parser';
import { defineRule, type Finding, type RuleContext } from '../../rule.ts';
import { editDistance, nearest } from '../../suggest/nearest.ts';
import { named } from './problems.ts';

/**
 * lib/parser.c, read_line() compares the word behind the `@` with the id of the node (`-i`, else the name of
 * the host up to its first dot), and drops the line when they differ.
 */
export const unknownConfigId = defineRule({
  id: 'unknown-config-id',
  scope: 'preprocessor',
  severity: 'warning',
  summary: 'An `@id` line is for a node that there is not',
  check({ configIds }, context, { files }) {
    const conditions = files.flatMap(conditionsIn);
    const lines = new Map<string, number>();
    for (const { id } of conditions) lines.set(id, (lines.get(id) ?? 0) + 1);
    if (configIds.length > 0) {
      const known = new Set(configIds);
      for (const condition of conditions) {
        if (condition.isNegated || known.has(condition.id)) continue;
        context.report(strange(condition, configIds, context));
      }
      return;
    }
    const usual = [...lines].flatMap(([id, count]) => (count >= usualLines ? [id] : []));
    // Where ids are so many nobody wrote them by hand.
    if (usual.length > mostIds) return;
    for (const condition of conditions) {
      const { id } = condition;
      const [meant, rival] = lines.get(id) === 1 ? usual.filter((each) => isSlip(id, each)) : [];
      if (meant === undefined || rival !== undefined) continue;
      context.report(misspelling(condition, meant, context));
    }
  },
});

interface Condition {
  /** The id, without its mark. */
  readonly at: Location;
  readonly id: string;
  /** `@^id` */
  readonly isNegated: boolean;
}

function conditionsIn(file: SyntaxTree): readonly Condition[] {
  const { source } = file;
  if (!source.text.includes('@')) return [];
  const conditions: Condition[] = [];
  for (const { kind, span, text } of preprocessorDirectives(file)) {
    if (kind !== 'condition') continue;
    const [, mark = '', id = ''] = /^(@\^?)(\S+)/.exec(text) ?? [];
    if (id === '') continue;
    const start = span.start + mark.length;
    const at = { source, span: { start, end: start + id.length } };
    conditions.push({ at, id, isNegated: mark === '@^' });
  }
  return conditions;
}

function strange(
  { at, id }: Condition,
  configIds: readonly string[],
  { quote }: RuleContext,
): Finding {
  const [meant, rival] = nearest(id, configIds);
  const isClear = meant !== undefined && rival === undefined;
  return {
    at,
    message: `no node has the id ${quote(place(at, id))}`,
    notes: ['the line is skipped on all nodes, and keepalived says nothing'],
    help: isClear
      ? `did you mean ${quote(place(at, meant))}?`
      : 'correct the id, or remove the line',
  };
}

/** So many lines make an id known. */
const usualLines = 3;
const mostIds = 50;

/** Nodes differ by a number, or by one letter for another: what is left are lost, doubled and swapped letters. */
function isSlip(id: string, other: string): boolean {
  const digits = (text: string): string => text.replace(/\D/g, '');
  if (id.length < 4 || digits(id) !== digits(other)) return false;
  if (id.toLowerCase() === other.toLowerCase()) return true;
  const letters = (text: string): string => [...text].sort().join('');
  const isReplaced = id.length === other.length && letters(id) !== letters(other);
  return !isReplaced && editDistance(id, other) === 1;
}

function misspelling({ at, id }: Condition, meant: string, { quote }: RuleContext): Finding {
  return {
    at,
    message: `only this line is for ${quote(place(at, id))}`,
    notes: ['on other nodes the line is skipped, and keepalived says nothing'],
    help: `did you mean ${quote(place(at, meant))}?`,
    fix: {
      title: 'write the id of the other lines',
      safety: 'unsafe',
      edits: [{ ...at, text: meant }],
    },
  };
}

function place(at: Location, text: string): ReturnType<typeof named> {
  return named({ ...at, via: [] }, text);
}
