import {
  compareReleases,
  type Location,
  type Origin,
  type Release,
  type Statement,
  type SyntaxTree,
} from '@kalint/parser';
import { statementsIn } from '../statements.ts';

/**
 * What may not go wrong with an include, else keepalived ends: lib/parser.c, include_t.
 *
 * - `read`: what fits is a plain file that can be read.
 * - `match`: a file that is named without wildcards is there.
 * - `wildcard_match`: wildcards fit at least one file.
 * - `brace_match`: each alternative in braces is there.
 */
export type IncludeCheck = 'read' | 'match' | 'wildcard_match' | 'brace_match';

export const includeChecks: readonly IncludeCheck[] = [
  'read',
  'match',
  'wildcard_match',
  'brace_match',
];

/** lib/parser.c, check_include() */
const checksByKeyword: ReadonlyMap<string, readonly IncludeCheck[]> = new Map([
  ['includer', ['read']],
  ['includem', ['read', 'match']],
  ['includew', ['read', 'match', 'wildcard_match']],
  ['includeb', ['read', 'brace_match']],
  ['includea', includeChecks],
]);

/** The checks that a keyword stands for. */
export function checksOf(keyword: string): readonly IncludeCheck[] {
  return checksByKeyword.get(keyword) ?? [];
}

/**
 * The checks that count for an include line: those of its keyword, and those that include_check has set
 * before, in the file itself or in one around it. What an included file sets ends with it (end_file()).
 */
export function checksFor(
  keyword: string,
  { source, span, via }: Origin,
  tree: SyntaxTree,
  release: Release,
): ReadonlySet<IncludeCheck> {
  if (compareReleases(release, '2.2.0') < 0) return new Set();
  const statements = includeCheckStatements(tree);
  const steps: readonly Location[] = [{ source, span }, ...via];
  let checks: ReadonlySet<IncludeCheck> = new Set();
  for (const step of steps.toReversed()) {
    for (const statement of statements) {
      const isBefore = statement.source === step.source && statement.span.start < step.span.start;
      if (isBefore) checks = afterStatement(checks, statement);
    }
  }
  return new Set([...checks, ...checksOf(keyword)]);
}

const statementsOf = new WeakMap<SyntaxTree, readonly Statement[]>();

export function includeCheckStatements(tree: SyntaxTree): readonly Statement[] {
  const known = statementsOf.get(tree);
  if (known) return known;
  const found: Statement[] = [];
  for (const { statement } of statementsIn(tree)) {
    if (statement.keyword.text === 'include_check') found.push(statement);
  }
  statementsOf.set(tree, found);
  return found;
}

/** lib/parser.c, include_check_set() */
function afterStatement(
  checks: ReadonlySet<IncludeCheck>,
  { words }: Statement,
): ReadonlySet<IncludeCheck> {
  if (words.length === 0) return new Set(includeChecks);
  const result = new Set(words[0] && /^[+-]/.test(words[0].text) ? checks : []);
  for (const [index, { text }] of words.entries()) {
    const [, sign = '', name = ''] = /^([+-]?)(.*)$/.exec(text) ?? [];
    const check = includeChecks.find((each) => each === name);
    if (check === undefined || (sign === '' && index > 0)) continue;
    if (sign === '-') {
      result.delete(check);
    } else {
      result.add(check);
      if (sign === '') result.add('read');
    }
  }
  return result;
}
