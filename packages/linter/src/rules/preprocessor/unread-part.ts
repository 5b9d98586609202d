import type { ExpandProblem, RefusedFile } from '@kalint/parser';
import { defineRule, type Finding, type RuleContext } from '../../rule.ts';
import { named } from './problems.ts';
import { isQuotedInclude } from './quoted-include.ts';

/**
 * lib/parser.c reads an included file in place of its line (check_include()) and a sequence once for
 * each value. Where kalint does not, rules that would have to know what stands there are silent.
 */
export const unreadPart = defineRule({
  id: 'unread-part',
  scope: 'preprocessor',
  severity: 'info',
  summary: 'An included file, or the end of a very long sequence, is not read by kalint',
  check({ problems, unreadIds }, context, { source }) {
    if (unreadIds > 0) {
      context.report({
        at: { source, span: { start: 0, end: 0 } },
        message: `${unreadIds} more nodes of this file are not looked at`,
        notes: ['each id of its `@id` lines is a node of its own, and there are very many of them'],
        help: 'name those that matter by `--config-id`',
      });
    }
    for (const problem of problems) {
      for (const part of partsIn(problem, context)) {
        context.report({ at: problem.at, ...part, notes: [...(part.notes ?? []), unknown] });
      }
    }
  },
});

const unknown =
  'what stands there is unknown: the file is not compared with those of the other nodes, and nothing is called undefined or unused';

type Part = Pick<Finding, 'message' | 'notes' | 'help'>;

function partsIn(problem: ExpandProblem, context: RuleContext): readonly Part[] {
  switch (problem.kind) {
    case 'include-not-read':
      if (isQuotedInclude(problem)) return [];
      return [
        {
          message: 'this include is not read',
          help: 'check a file in which the includes are put in place',
        },
      ];
    case 'include-unreadable':
      return problem.refused.slice(0, mostFiles).flatMap((file) => {
        const quoted = (text: string): string => context.quote(named(problem.at, text));
        const reason = reasonFor(file, quoted);
        return reason
          ? [{ message: `${quoted(file.path)} is not read: ${reason.what}`, ...reason }]
          : [];
      });
    case 'sequence-too-long':
      return [
        {
          message: `this sequence is not read: it has ${problem.count} values, more than ${problem.limit}`,
          notes: ['keepalived reads the line once for each of them'],
          help: 'check a file with fewer values',
        },
      ];
    case 'expansion-too-large':
      return [
        {
          message: `the file is read up to here: with all definitions, sequences and includes it has more than ${problem.limit} ${problem.of}`,
          help: 'check a file with fewer values',
        },
      ];
    default:
      return [];
  }
}

/** Of one include line so many files are named. */
const mostFiles = 10;

interface Reason {
  readonly what: string;
  readonly notes?: readonly string[];
  readonly help: string;
}

function reasonFor(
  { path, refusal }: RefusedFile,
  quoted: (text: string) => string,
): Reason | undefined {
  if (refusal.kind !== 'unread') return undefined;
  switch (refusal.because) {
    case 'outside':
      return {
        what: 'it lies outside of the folders whose files may be included',
        notes: ['what kalint reads may appear in its report'],
        help: `allow it by ${quoted(`--include-root ${folderOf(path)}`)}`,
      };
    case 'size':
      return {
        what: `the included files are larger than ${mebibytes(refusal.limit)} MiB`,
        help: 'check it as a file of its own',
      };
    case 'count':
      return {
        what: `more than ${refusal.limit} files are looked at`,
        help: 'include fewer files, by narrower patterns',
      };
    case 'denied':
      return { what: 'permission denied', help: 'run kalint as somebody who may read it' };
    case 'not-text':
      return { what: 'it is not a text file', help: 'save it as UTF-8' };
    case 'failed':
      return {
        what: 'the system reports an error',
        help: 'see whether other programs can read it',
      };
  }
}

/** The folder of a file, or the last one before the wildcards of a pattern. */
function folderOf(path: string): string {
  const [plain = ''] = path.split(/[*?[{]/, 1);
  const end = plain.lastIndexOf('/');
  return end === -1 ? '.' : plain.slice(0, Math.max(end, 1));
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / (1024 * 1024));
}
