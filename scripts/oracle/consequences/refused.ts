import {
  firstLineOf,
  hasReference,
  textRules,
  type Facts,
  type Follows,
  type Lines,
  type PlacedStatement,
} from './facts.ts';
import { lostWith } from './losses.ts';

/* What follows from a line, or a block, that keepalived does not take. */

/** What is missing at the end of a block, or of all, stands there, but the line was refused. */
export function withLostLine(facts: Facts): Follows {
  const { statements } = facts;
  const tops = statements.filter(({ depth }) => depth === 0);
  const refused = statements
    .filter((statement) => isRefused(statement, facts))
    .map(({ first, path }) => ({ first, keywords: [...path, ...meantAt(first, facts)] }));
  return ({ line, message }) => {
    const keywords = lostWith(message);
    if (keywords.length === 0) return false;
    const blocks = tops.filter(({ first, last, keyword, names }) =>
      line === undefined ? isAbout(message, keyword, names) : first <= line && line <= last,
    );
    return refused.some(
      ({ first, keywords: written }) =>
        keywords.some((keyword) => written.includes(keyword)) &&
        blocks.some((block) => block.first <= first && first <= block.last),
    );
  };
}

/** A line is the first of two that say the same, of which kalint reports the second: only one counts. */
export function ofRepeatedLine({ statements, placed }: Facts): Follows {
  const repeated = new Set(
    placed.filter(({ rule }) => rule === 'duplicate-keyword').map(({ line }) => line),
  );
  const later = statements.filter(({ first }) => repeated.has(first));
  const isRepeated = ({ first, outermost, path }: PlacedStatement): boolean =>
    later.some(
      (other) =>
        first < other.first && outermost === other.outermost && isSamePath(path, other.path),
    );
  const early = statements.filter(isRepeated);
  return ({ line }) => early.some(({ first }) => first === line);
}

function isSamePath(a: readonly string[], b: readonly string[]): boolean {
  return a.join('/') === b.join('/');
}

/** The keywords that a misspelt one may be. */
function meantAt(first: number, { placed }: Facts): readonly string[] {
  return placed
    .filter(({ line, rule }) => line === first && rule === 'unknown-keyword')
    .flatMap(({ diagnostic: { help = '', fix } }) => [
      ...[...help.matchAll(/`([^`]*)`/g)].flatMap(([, name = '']) => name),
      ...(fix?.edits.map(({ text }) => text) ?? []),
    ]);
}

/** What keepalived cannot find where it is referred to is a block that has been removed for what is in it. */
export function ofRemovedBlock(facts: Facts): Follows {
  const { statements, complaints } = facts;
  const removed = statements.filter(
    (statement) => statement.depth === 0 && isBroken(statement, facts),
  );
  return ({ message }) => {
    if (missesName.test(message)) {
      return removed.some(({ keyword, names }) => isAbout(message, keyword, names));
    }
    // What a check was to follow is missing, too, where it has just been missed.
    const isNameless = /^FILE_CHECK has no track_file|No name has been specified for/.test(message);
    return isNameless && complaints.some((each) => missesName.test(each.message));
  };
}

const missesName = /not found|doesn't exist|not configured/;

/** Whether keepalived does not take the line on which a statement begins. */
function isRefused({ first }: Lines, { complaints, placed }: Facts): boolean {
  const said = placed.filter(({ line }) => line === first);
  return (
    said.some(({ isError }) => isError) ||
    (said.length > 0 && complaints.some(({ line }) => line === first))
  );
}

/** Whether kalint has an error in a block, or keepalived complains about a line on which it says something. */
function isBroken({ first, last }: Lines, { source, complaints, placed }: Facts): boolean {
  const isWithin = ({ line = 0 }: { readonly line?: number | undefined }): boolean =>
    first <= line && line <= last;
  const said = complaints.filter(isWithin);
  const reference = firstLineOf(placed, (rule) => textRules.has(rule));
  return (
    placed.some(
      (each) => isWithin(each) && (each.isError || said.some(({ line }) => line === each.line)),
    ) || said.some(({ line = 0 }) => line > reference && hasReference(source, line))
  );
}

/**
 * Whether a complaint is about a block: `(VI_1) ...`, `track script chk_web ...`. A virtual server whose
 * address cannot be read has no name that could be recognised.
 */
function isAbout(message: string, keyword: string, names: readonly string[]): boolean {
  if (keyword === 'virtual_server' && message.startsWith('Virtual server')) return true;
  return names.some((name) => {
    const at = message.indexOf(name);
    const around = `${message[at - 1] ?? ' '}${message[at + name.length] ?? ' '}`;
    return name !== '' && at !== -1 && !/\w/.test(around);
  });
}
