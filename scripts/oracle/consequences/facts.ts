import {
  lineText,
  parse,
  positionAt,
  visitStatements,
  type SourceFile,
  type Statement,
} from '@kalint/parser';
import { preprocessorRules } from '../../../packages/linter/src/rules/preprocessor/index.ts';
import type { Complaint } from '../../keepalived/complaints.ts';
import type { PlacedDiagnostic } from '../placed.ts';

/** Whether a complaint follows from what kalint says. */
export type Follows = (complaint: Complaint) => boolean;

/** What is known of a file: what both have said, and what stands where. */
export interface Facts {
  readonly source: SourceFile;
  readonly complaints: readonly Complaint[];
  readonly placed: readonly PlacedDiagnostic[];
  readonly statements: readonly PlacedStatement[];
}

/** Lines of the file, counted from 1, both included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** A statement with its place. */
export interface PlacedStatement extends Lines {
  readonly depth: number;
  /** The last line of the block of the top level: where one ends too early, all around it do. */
  readonly outermost: number;
  readonly hasBlock: boolean;
  /** The keywords of the blocks around it, and its own. */
  readonly path: readonly string[];
  readonly keyword: string;
  /** What stands behind the keyword. */
  readonly names: readonly string[];
}

/** All statements of a file. */
export function statementsOf(source: SourceFile): readonly PlacedStatement[] {
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
      path: [...ancestors.map((each) => each.keyword.text), keyword.text],
      keyword: keyword.text,
      names: words.map(({ text }) => text),
    };
  };
  visitStatements(parse(source), (statement, ancestors) => {
    statements.push(place(statement, ancestors));
  });
  return statements;
}

/** The first line with a diagnostic of certain rules; infinity when there is none. */
export function firstLineOf(
  placed: readonly PlacedDiagnostic[],
  isMeant: (rule: string) => boolean,
): number {
  return Math.min(...placed.filter(({ rule }) => isMeant(rule)).map(({ line }) => line));
}

/** The rules about what becomes of a text before it has lines. */
export const textRules = new Set(preprocessorRules.map(({ id }) => id));

/** Whether something is put into a line. */
export function hasReference(source: SourceFile, line: number): boolean {
  return lineText(source, line).includes('$');
}
