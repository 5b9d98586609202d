import {
  compareReleases,
  type IncludeUnreadable,
  type IncludeWithoutMatch,
  type RefusedFile,
  type SyntaxTree,
} from '@kalint/parser';
import { defineRule, type Finding, type RuleContext } from '../../rule.ts';
import { checksFor, checksOf, type IncludeCheck } from './include-checks.ts';
import { expandProblemsOf, named } from './problems.ts';
import { isQuotedInclude } from './quoted-include.ts';

/** lib/parser.c, open_and_check_glob(), check_glob_file(), file_config_error(). */
export const missingInclude = defineRule({
  id: 'missing-include',
  scope: 'preprocessor',
  severity: 'warning',
  summary: 'A file that is included does not exist, or is none that keepalived reads',
  check(preprocessed, context, { tree }) {
    for (const problem of expandProblemsOf(preprocessed, 'include-unreadable')) {
      const isExplained = isQuotedInclude(problem) || isTooNew(problem, context);
      const refused = isExplained ? [] : problem.refused;
      for (const file of refused.slice(0, mostFiles)) {
        const found = refusedFile(problem, file, tree, context);
        if (found) context.report(found);
      }
    }
    for (const problem of expandProblemsOf(preprocessed, 'include-without-match')) {
      const found = withoutMatch(problem, tree, context);
      if (found && !isQuotedInclude(problem)) context.report(found);
    }
  },
});

/** Before 1.3.8 braces are letters: new-directive says so. */
function isTooNew({ pattern }: IncludeProblem, { release }: RuleContext): boolean {
  return pattern.includes('{') && compareReleases(release, '1.3.8') < 0;
}

/** Of one include line so many files are named. */
const mostFiles = 10;

type IncludeProblem = IncludeUnreadable | IncludeWithoutMatch;

function refusedFile(
  problem: IncludeUnreadable,
  { path, refusal }: RefusedFile,
  tree: SyntaxTree,
  context: RuleContext,
): Finding | undefined {
  const file = context.quote(named(problem.at, path));
  switch (refusal.kind) {
    case 'unread':
      return undefined;
    case 'skipped':
      return {
        ...findingOf(problem, 'read', `${file} is ${kinds[refusal.because]}`, tree, context),
        help: helpFor[refusal.because],
      };
    case 'missing': {
      const check = problem.pattern.includes('{') ? 'brace_match' : 'match';
      const isFolder = path.endsWith('/');
      const what = `there is no ${isFolder ? 'folder' : 'file'} ${file}`;
      const found = findingOf(problem, check, what, tree, context);
      // That wildcards fit nothing is not the rule, but allowed.
      return isFolder && found.severity !== 'error' ? undefined : found;
    }
  }
}

function withoutMatch(
  problem: IncludeWithoutMatch,
  tree: SyntaxTree,
  context: RuleContext,
): Finding | undefined {
  const { at, pattern } = problem;
  const message = `no file fits ${context.quote(named(at, pattern))}`;
  const found = findingOf(problem, 'wildcard_match', message, tree, context);
  return found.severity === 'error' ? found : undefined;
}

function findingOf(
  { at, keyword }: IncludeProblem,
  check: IncludeCheck,
  message: string,
  tree: SyntaxTree,
  { release, quote }: RuleContext,
): Finding & Required<Pick<Finding, 'severity'>> {
  const isChecked = checksFor(keyword, at, tree, release).has(check);
  const because = checksOf(keyword).includes(check) ? quote(named(at, keyword)) : '`include_check`';
  return {
    at,
    severity: isChecked ? 'error' : 'warning',
    message,
    notes: [
      isChecked
        ? `${because} asks for it: keepalived reports it and does not start ("keepalived -t" ends with status 6)`
        : 'keepalived reports it and goes on without',
    ],
    help: 'relative names count from the folder of the file in which the include stands',
  };
}

const kinds = {
  directory: 'a directory',
  special: 'no regular file',
  executable: 'executable, which keepalived takes for a mistake',
} as const;

const helpFor = {
  directory: 'name the files in it, or a pattern: `include conf.d/*.conf`',
  special: 'include a plain file',
  executable: 'take the permission to execute it from all: chmod a-x',
} as const;
