import {
  compareReleases,
  type DuplicateKeyword,
  type Release,
  type Repetition,
  type Statement,
} from '@kalint/parser';
import { isLost } from '../../cluster/disputed.ts';
import type { Node } from '../../cluster/node.ts';
import { location, type Fix, type Severity } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { lineRemoval } from '../line-edits.ts';
import { problemsOf } from './problems.ts';
import { earlierBeside } from './siblings.ts';
import { placeName } from './vocabulary.ts';

/**
 * Every handler decides for itself: most assign the value again without a word, some report a second
 * one and keep the first ("already specified"), some report it and take it ("overwriting").
 */
export const duplicateKeyword = defineRule({
  id: 'duplicate-keyword',
  scope: 'config',
  severity: 'warning',
  summary: 'A keyword that counts once is written twice in a block',
  check(node, { release, report, quote }) {
    for (const problem of problemsOf(node, 'duplicate-keyword')) {
      const { statement, block, first } = problem;
      // One that is lost by a mistake of its own does not count anyway.
      if (isLost(node, first) || isLost(node, statement)) continue;
      const repetition = repetitionOf(problem, release);
      const isSame = isSameLine(first, statement);
      const counts = repetition === 'first' ? 'the first one' : 'the last one';
      report({
        at: statement.keyword,
        severity: severityOf(repetition, isSame),
        message: isSame
          ? `${quote(statement.keyword)} is written twice ${placeName(block)}`
          : `${quote(statement.keyword)} is written twice ${placeName(block)}: ${counts} counts`,
        notes: [consequenceOf(repetition, isSame)],
        help: isSame ? 'delete one of them' : 'delete the one that is not meant',
        fix: withoutUnread(problem, repetition, node),
        related: [
          {
            location: location(first.source, first.keyword.span),
            message: 'the first one is here',
          },
        ],
      });
    }
  },
});

function repetitionOf(
  { statement, schema, block, first }: DuplicateKeyword,
  release: Release,
): Repetition {
  // vrrp/vrrp_parser.c, vrrp_state_handler(): MASTER is not taken back.
  const isMasterFirst = statement.keyword.text === 'state' && first.words[0]?.text === 'MASTER';
  if (isMasterFirst && statement.words[0]?.text === 'BACKUP') return 'first';
  // vrrp_version_handler(): a version is not changed.
  const isVersion = statement.keyword.text === 'version' && block.at(-1) === 'vrrp_instance';
  if (isVersion && !isSameLine(first, statement)) return 'first';
  // trackers/track_file.c, track_file_weight_handler(): a weight of 1 is like none.
  const isTrackFile = block.length === 1 && /^(?:vrrp_)?track_file$/.test(block[0] ?? '');
  const isOneFirst = statement.keyword.text === 'weight' && first.words[0]?.text === '1';
  if (isTrackFile && isOneFirst) return 'last';
  const { repeat = 'last' } = schema;
  // Before 2.2.8 the checkers said nothing.
  const isSilent = block[0] === 'virtual_server' && compareReleases(release, '2.2.8') < 0;
  return repeat === 'last-reported' && isSilent ? 'last' : repeat;
}

function severityOf(repetition: Repetition, isSame: boolean): Severity {
  if (repetition !== 'last') return 'error';
  return isSame ? 'info' : 'warning';
}

function consequenceOf(repetition: Repetition, isSame: boolean): string {
  if (repetition === 'first') return 'keepalived reports the second one and ignores it';
  if (repetition === 'last') {
    return isSame
      ? 'keepalived takes the last one and says nothing'
      : 'keepalived takes the last one and says nothing: the first one has no effect';
  }
  return 'keepalived reports it and takes the last one';
}

/** Removes the lines that keepalived does not count; not whole blocks, whose parts may count. */
function withoutUnread(
  { statement, schema }: DuplicateKeyword,
  repetition: Repetition,
  { tree }: Node,
): Fix | undefined {
  const unread = repetition === 'first' ? [statement] : earlierBeside(tree, statement);
  const takesBlock = schema.keywords !== undefined || schema.lines !== undefined;
  // What stands between two of them is about the first one.
  if (statement.keyword.text === 'sorry_server') return undefined;
  if (takesBlock || unread.length === 0 || unread.some(({ block }) => block)) return undefined;
  return {
    title:
      unread.length > 1 ? 'delete those that do not count' : 'delete the one that does not count',
    safety: 'safe',
    edits: unread.map(lineRemoval),
  };
}

function isSameLine(first: Statement, second: Statement): boolean {
  if (first.block || second.block || first.words.length !== second.words.length) return false;
  return first.words.every((word, index) => word.text === second.words[index]?.text);
}
