import type { ExitStatus } from '../exit-status.ts';
import { build } from './build.ts';
import { printAst } from './print-ast.ts';
import type { AstRequest } from './request.ts';

/** Carries out `kalint ast` or `kalint build`. */
export async function carryOut(request: AstRequest): Promise<ExitStatus> {
  return request.kind === 'ast' ? printAst(request.invocation) : build(request.file);
}
