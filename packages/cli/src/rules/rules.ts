import { exitStatus, type ExitStatus } from '../exit-status.ts';
import { paletteFor } from '../terminal/colour.ts';
import { print } from '../terminal/output.ts';
import { explain } from './explain.ts';
import { listAsJson, listForPeople } from './list.ts';
import type { RulesRequest } from './request.ts';
import { readRuleBook } from './rule-book.ts';

/** Carries out `kalint explain` or `kalint rules`. */
export async function carryOut(request: RulesRequest): Promise<ExitStatus> {
  const palette = await paletteFor(request.color);
  const book = readRuleBook();
  if (request.kind === 'explain') return explain(request.rules, book, palette);
  await print(request.format === 'json' ? listAsJson(book) : listForPeople(book, palette));
  return exitStatus.clean;
}
