import { placementsOf, positionAt, type BraceReason, type UnclosedBlock } from '@kalint/parser';
import { type FileEdit, insertion, location, type RelatedLocation } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { indentAt, lineEndOf, removal, startOfLine } from '../line-edits.ts';

/**
 * keepalived counts braces and reports "There are N missing '}'s or extra '{'s" at the end of the
 * file, with no line (lib/parser.c, init_data()). Everything behind the gap is read as part of the
 * block that was left open.
 */
export const unclosedBlock = defineRule({
  id: 'unclosed-block',
  scope: 'syntax',
  severity: 'error',
  summary: 'A block is opened and never closed',
  check(tree, { report, quote }) {
    for (const problem of tree.problems) {
      if (problem.kind !== 'unclosed-block') continue;
      const { line } = positionAt(problem.source, problem.belongs);
      const { source, keyword, header } = problem;
      const name = keyword === '' ? 'a block' : quote({ source, span: header, text: keyword });
      const atEnd = problem.reason.kind === 'end-of-file';
      const place = atEnd ? 'at the end of the file' : `before line ${line}`;
      const { displaced } = problem;
      report({
        at: location(source, problem.header),
        message: displaced
          ? `${name} is closed in the wrong place: its \`}\` belongs ${place}`
          : `${name} is never closed: its \`}\` belongs ${place}`,
        notes: [
          why(problem.reason),
          'keepalived reads everything behind the gap as part of this block',
        ],
        related: relatedTo(problem),
        fix: displaced
          ? {
              title: `move the \`}\` ${place}`,
              safety: 'safe',
              edits: [closingBrace(problem), removal(source, displaced)],
            }
          : { title: `insert \`}\` ${place}`, safety: 'safe', edits: [closingBrace(problem)] },
      });
    }
  },
});

function why(reason: BraceReason): string {
  switch (reason.kind) {
    case 'keyword':
      return reason.within === ''
        ? `\`${reason.keyword}\` can only stand at the top level`
        : `\`${reason.keyword}\` cannot stand in this block, but in \`${reason.within}\``;
    case 'indentation':
      // Any word can head a block by mistake, a password too.
      return placementsOf(reason.matches).length > 0
        ? `the \`}\` there is indented like \`${reason.matches}\`, a block further out`
        : 'the `}` there is indented like a block further out';
    case 'end-of-file':
      return 'the file ends before the block does';
  }
}

function relatedTo({ source, reason, displaced }: UnclosedBlock): readonly RelatedLocation[] {
  if (displaced) return [{ location: location(source, displaced), message: 'here it is too late' }];
  if (reason.kind === 'end-of-file') return [];
  const message =
    reason.kind === 'keyword' ? 'the `}` belongs before this' : 'this `}` closes another block';
  return [{ location: location(source, reason.at), message }];
}

function closingBrace({ source, header, belongs }: UnclosedBlock): FileEdit {
  const { text } = source;
  const lineStart = startOfLine(source, belongs);
  const isInLine = text.slice(lineStart, belongs).trim() !== '';
  if (isInLine && belongs < text.length) {
    return insertion(source, belongs, '} ');
  }
  const indent = indentAt(source, header.start);
  const at = isInLine ? belongs : endOfContent(text, lineStart, indent.length);
  const before = isInLine ? lineEndOf(source) : '';
  const brace = `${before}${indent}}${lineEndOf(source)}`;
  return insertion(source, at, brace);
}

/**
 * The brace goes behind the last line of the block, not behind the blank lines and the comment that
 * introduce what follows.
 */
function endOfContent(text: string, belongs: number, indent: number): number {
  let at = belongs;
  while (at > 0) {
    const lineStart = at < 2 ? 0 : text.lastIndexOf('\n', at - 2) + 1;
    const line = text.slice(lineStart, at);
    const isComment = /^[ \t]*[#!]/.test(line) && line.length - line.trimStart().length <= indent;
    if (line.trim() !== '' && !isComment) break;
    at = lineStart;
  }
  return at;
}
