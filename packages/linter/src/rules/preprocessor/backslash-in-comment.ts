import { compareReleases, type Location, type Release } from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';
import { defineRule, type Finding } from '../../rule.ts';
import { startOfLine } from '../line-edits.ts';
import { expandProblemsOf } from './problems.ts';

/** lib/parser.c, decomment(): up to 2.3.4 it looked for the backslash at the end of the line first. */
export const backslashInComment = defineRule({
  id: 'backslash-in-comment',
  scope: 'config',
  severity: 'error',
  summary: 'A backslash ends a comment, and releases differ in what it does',
  check(node, { release, report }) {
    const isInComment = compareReleases(release, '2.4.0') >= 0;
    for (const { at, place } of backslashesIn(node)) {
      const finding = isInComment ? newMeaning(place, release) : oldMeaning(place, release);
      if (finding) report({ at, ...finding });
    }
  },
});

interface Backslash {
  readonly at: Location;
  readonly place: 'definition' | 'line' | 'comment-line';
}

function backslashesIn({ preprocessed, tree }: Node): readonly Backslash[] {
  if (preprocessed) return expandProblemsOf(preprocessed, 'backslash-in-comment');
  const { source } = tree;
  if (!/\\\r*$/m.test(source.text)) return [];
  return tree.trivia.flatMap(({ kind, span }): readonly Backslash[] => {
    if (kind !== 'comment') return [];
    const comment = source.text.slice(span.start, span.end).replace(/\r+$/, '');
    if (!hasFinalBackslash(comment)) return [];
    const end = span.start + comment.length;
    const lineStart = startOfLine(source, span.start);
    const isAlone = source.text.slice(lineStart, span.start).trim() === '';
    const at = { source, span: { start: end - 1, end } };
    return [{ at, place: isAlone ? 'comment-line' : 'line' }];
  });
}

/** Whether a backslash is the last character, and no other one before it takes it for itself. */
function hasFinalBackslash(comment: string): boolean {
  if (!comment.endsWith('\\')) return false;
  const last = comment.length - 1;
  let at = comment.indexOf('\\');
  while (at !== -1 && at < last) at = comment.indexOf('\\', at + 2);
  return at === last;
}

function newMeaning(place: Backslash['place'], release: Release): Omit<Finding, 'at'> | undefined {
  if (place !== 'definition') return undefined;
  return {
    message: 'the definition ends here: this backslash is part of the comment',
    notes: [
      `before release 2.4.0 it continued the definition; keepalived ${release} reads the lines that follow as configuration`,
    ],
    help: 'move the comment above the definition',
  };
}

function oldMeaning(place: Backslash['place'], release: Release): Omit<Finding, 'at'> | undefined {
  if (place === 'definition') return undefined;
  return {
    message: `to keepalived ${release} the backslash at the end of this comment is no part of it`,
    notes: [
      place === 'line'
        ? 'before release 2.4.0 it becomes a part of the last word in front of the comment'
        : 'before release 2.4.0 it is left over, and taken for an unknown keyword',
    ],
    help: 'write something behind the backslash, or remove it',
  };
}
