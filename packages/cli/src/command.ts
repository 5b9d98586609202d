import type { Command } from 'commander';
import { defineAstCommand, defineBuildCommand, readAstArguments } from './ast/arguments.ts';
import type { AstRequest } from './ast/request.ts';
import { defineCheckCommand, readCheckArguments } from './check/arguments.ts';
import type { CheckRequest } from './check/request.ts';
import { defineCompletionsCommand, readCompletionsArguments } from './completions/arguments.ts';
import type { CompletionsRequest } from './completions/request.ts';
import { defineFailoverCommand, readFailoverArguments } from './failover/arguments.ts';
import type { FailoverRequest } from './failover/request.ts';
import { defineFormatCommand, readFormatArguments } from './format/arguments.ts';
import type { FormatRequest } from './format/request.ts';
import { defineInitCommand, readInitArguments } from './init/arguments.ts';
import type { InitRequest } from './init/request.ts';
import type { Reply } from './options/parse-words.ts';
import { defineExplainCommand, defineRulesCommand, readRulesArguments } from './rules/arguments.ts';
import type { RulesRequest } from './rules/request.ts';

export type Request =
  | CheckRequest
  | AstRequest
  | FailoverRequest
  | FormatRequest
  | InitRequest
  | RulesRequest
  | CompletionsRequest
  | Reply;

/** Understands the words of a command line. */
export function readArguments(words: readonly string[]): Request {
  return (
    readAstArguments(words) ??
    readFailoverArguments(words) ??
    readFormatArguments(words) ??
    readInitArguments(words) ??
    readRulesArguments(words) ??
    readCompletionsArguments(words) ??
    readCheckArguments(words)
  );
}

/** All that can be written: behind `kalint` itself, and behind each of its commands. */
export function allCommands(): readonly Command[] {
  const definitions = [
    defineCheckCommand(),
    defineFailoverCommand(),
    defineFormatCommand(),
    defineInitCommand(),
    defineExplainCommand(),
    defineRulesCommand(),
    defineAstCommand(),
    defineBuildCommand(),
    defineCompletionsCommand(),
  ];
  return definitions.map(({ command }) => command);
}
