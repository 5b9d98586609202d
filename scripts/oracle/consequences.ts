import {
  lineText,
  parse,
  positionAt,
  visitStatements,
  type SourceFile,
  type Statement,
} from '@kalint/parser';
import { preprocessorRules } from '../../packages/linter/src/rules/preprocessor/index.ts';
import { syntaxRules } from '../../packages/linter/src/rules/syntax/index.ts';
import type { Complaint } from '../keepalived/complaints.ts';
import type { PlacedDiagnostic } from './placed.ts';

/*
 * One mistake makes keepalived complain about much that follows from it, where kalint says it once. These
 * are the ways in which a complaint can follow from a mistake that kalint names.
 */

/** Tells which complaints follow from what kalint says; not asked about those that have a diagnostic. */
export function consequenceFinder(
  source: SourceFile,
  complaints: readonly Complaint[],
  placed: readonly PlacedDiagnostic[],
): Follows {
  const facts = { source, complaints, placed, statements: statementsOf(source) };
  const ways = [behindLostBraces, inUnreadBlock, withReference, ofBrokenBlock].map((way) =>
    way(facts),
  );
  return (complaint) => ways.some((follows) => follows(complaint));
}

type Follows = (complaint: Complaint) => boolean;

interface Facts {
  readonly source: SourceFile;
  readonly complaints: readonly Complaint[];
  readonly placed: readonly PlacedDiagnostic[];
  readonly statements: readonly PlacedStatement[];
}

/** Where braces or quotes are wrong, all that follows is in the wrong block; and what was read is not all. */
function behindLostBraces({ complaints, placed }: Facts): Follows {
  const isLost = complaints.some(({ message }) => losesCount.test(message));
  const first = firstLineOf(placed, (rule) =>
    isLost ? shapeRules.has(rule) || placeRules.has(rule) : braceRules.has(rule),
  );
  return ({ line = Number.MAX_SAFE_INTEGER }) => line >= first;
}

/** keepalived has lost count of the braces, or part of a line. */
const losesCount =
  /^Unexpected '\{'|^Extra '\}'|^Missing '\{'|^There are \d+ missing|[Uu]nmatched quote|Unterminated quote|missing terminating/;

/** What upsets everything behind it: braces, quotes, and what becomes of a text before it has blocks. */
const shapeRules = new Set([...syntaxRules, ...preprocessorRules].map(({ id }) => id));

/** What does so in any case, even where keepalived does not notice. */
const braceRules = new Set([
  ...['unclosed-block', 'unopened-block', 'extra-brace', 'unterminated-quote'],
]);

/** What is not read as a block is read line by line, and its `}` ends the block around it. */
function inUnreadBlock({ placed, statements }: Facts): Follows {
  const unread = statements.filter(
    ({ first, hasBlock }) =>
      hasBlock && placed.some(({ line, rule }) => line === first && placeRules.has(rule)),
  );
  return ({ line = 0 }) =>
    unread.some(({ first, outermost }) => first <= line && line <= outermost);
}

/** What makes keepalived read a whole block as something else, or not at all. */
const placeRules = new Set([
  ...['unknown-keyword', 'misplaced-keyword', 'new-keyword', 'removed-keyword'],
  ...['unexpected-block', 'missing-block', 'duplicate-name', 'duplicate-keyword'],
]);

/**
 * A definition that is none is reported once, and missed wherever it is used. The braces of a `${NAME}` that
 * stays count, and upset what is behind it.
 */
function withReference({ source, placed }: Facts): Follows {
  const first = firstLineOf(placed, (rule) => textRules.has(rule));
  const lines = source.text.split('\n');
  const brace = lines.findIndex((text, index) => index + 1 >= first && text.includes('${'));
  return ({ line }) => {
    if (line === undefined || line < first) return false;
    return hasReference(source, line) || (brace !== -1 && line > brace);
  };
}

const textRules = new Set(preprocessorRules.map(({ id }) => id));

function hasReference(source: SourceFile, line: number): boolean {
  return lineText(source, line).includes('$');
}

/**
 * What keepalived says of a block when it has read it, or all, and what it says where the block is referred
 * to, may be for the lines that were lost.
 */
function ofBrokenBlock(facts: Facts): Follows {
  const { source, statements, complaints } = facts;
  const broken = statements.filter(
    (statement) => statement.depth === 0 && isBroken(statement, facts),
  );
  const isNamed = (message: string): boolean =>
    broken.some(({ keyword, names }) => isAbout(message, keyword, names));
  return ({ line, message }) => {
    if (line === undefined) return isNamed(message);
    const isEnd = lineText(source, line).includes('}');
    if (isEnd && broken.some(({ first, last }) => first <= line && line <= last)) return true;
    if (missesName.test(message)) return isNamed(message);
    // What a check was to follow is missing, too, where it has just been missed.
    const isNameless = /^FILE_CHECK has no track_file|No name has been specified for/.test(message);
    return isNameless && complaints.some((each) => missesName.test(each.message));
  };
}

const missesName = /not found|doesn't exist|not configured/;

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

interface Lines {
  readonly first: number;
  readonly last: number;
}

interface PlacedStatement extends Lines {
  readonly depth: number;
  /** The last line of the block of the top level: where one ends too early, all around it do. */
  readonly outermost: number;
  readonly hasBlock: boolean;
  readonly keyword: string;
  /** What stands behind the keyword. */
  readonly names: readonly string[];
}

function statementsOf(source: SourceFile): readonly PlacedStatement[] {
  const statements: PlacedStatement[] = [];
  const lastLineOf = ({ span }: Statement): number => positionAt(source, span.end).line;
  const place = (statement: Statement, ancestors: readonly Statement[]): PlacedStatement => {
    const { span, block, keyword, words } = statement;
    return {
      first: positionAt(source, span.start).line,
      last: lastLineOf(statement),
      depth: ancestors.length,
      outermost: lastLineOf(ancestors[0] ?? statement),
      hasBlock: block !== undefined,
      keyword: keyword.text,
      names: words.map(({ text }) => text),
    };
  };
  visitStatements(parse(source), (statement, ancestors) => {
    statements.push(place(statement, ancestors));
  });
  return statements;
}

function firstLineOf(
  placed: readonly PlacedDiagnostic[],
  isMeant: (rule: string) => boolean,
): number {
  return Math.min(...placed.filter(({ rule }) => isMeant(rule)).map(({ line }) => line));
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
