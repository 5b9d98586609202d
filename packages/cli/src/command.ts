import { readAstArguments } from './ast/arguments.ts';
import type { AstRequest } from './ast/request.ts';
import { readCheckArguments } from './check/arguments.ts';
import type { CheckRequest } from './check/request.ts';
import { readFailoverArguments } from './failover/arguments.ts';
import type { FailoverRequest } from './failover/request.ts';
import type { Reply } from './options/parse-words.ts';
import { readRulesArguments } from './rules/arguments.ts';
import type { RulesRequest } from './rules/request.ts';

export type Request = CheckRequest | AstRequest | FailoverRequest | RulesRequest | Reply;

/** Understands the words of a command line. */
export function readArguments(words: readonly string[]): Request {
  return (
    readAstArguments(words) ??
    readFailoverArguments(words) ??
    readRulesArguments(words) ??
    readCheckArguments(words)
  );
}
