import { visitStatements, type Statement, type SyntaxTree } from '@kalint/parser';

/** A statement, and the statements in whose blocks it stands, the outermost first. */
interface PlacedStatement {
  readonly statement: Statement;
  readonly ancestors: readonly Statement[];
}

const known = new WeakMap<SyntaxTree, readonly PlacedStatement[]>();

/**
 * The statements of a tree, outer ones first, in the order of the text. So many rules look at all of them that they
 * are listed once: each walk of its own took 1 % of the time of all rules (processor profile of 482 real files).
 */
export function statementsIn(tree: SyntaxTree): readonly PlacedStatement[] {
  const listed = known.get(tree);
  if (listed) return listed;
  const statements: PlacedStatement[] = [];
  visitStatements(tree, (statement, ancestors) => statements.push({ statement, ancestors }));
  known.set(tree, statements);
  return statements;
}
