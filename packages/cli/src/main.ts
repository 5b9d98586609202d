import { astCommands } from './ast/request.ts';
import type { Request } from './command.ts';
import { completionsCommands } from './completions/request.ts';
import { failoverCommands } from './failover/request.ts';
import { formatCommands } from './format/request.ts';
import { initCommands } from './init/request.ts';
import { rulesCommands } from './rules/request.ts';
import { exitStatus, type ExitStatus } from './exit-status.ts';
import { invocationFor } from './check/invocation.ts';
import { describeSystemError, isSystemError } from './system-error.ts';
import { print, say } from './terminal/output.ts';

/*
 * The entry. A linter that runs at every commit is started far more often than it has much to do, so
 * nothing is loaded before it is needed: no commander without options, no linter for --help.
 * The process ends by itself when all is written: process.exit() would cut the report off.
 */

async function run(): Promise<ExitStatus> {
  const request = await understand(process.argv.slice(2));
  switch (request.kind) {
    case 'answer':
      await print(request.text);
      return exitStatus.clean;
    case 'mistake':
      say(...request.lines);
      return exitStatus.unable;
    case 'check': {
      const { check } = await import('./check/check.ts');
      if (!request.invocation.watches) return check(request.invocation);
      const { watch } = await import('./watch/watch.ts');
      return watch(
        (looksAt) => check(request.invocation, looksAt).catch(explain),
        request.invocation,
      );
    }
    case 'ast':
    case 'build': {
      const { carryOut } = await import('./ast/ast.ts');
      return carryOut(request);
    }
    case 'failover': {
      const { carryOut } = await import('./failover/failover.ts');
      return carryOut(request);
    }
    case 'format': {
      const { carryOut } = await import('./format/format.ts');
      return carryOut(request);
    }
    case 'init': {
      const { carryOut } = await import('./init/init.ts');
      return carryOut(request);
    }
    case 'completions': {
      const { carryOut } = await import('./completions/completions.ts');
      return carryOut(request);
    }
    case 'explain':
    case 'rules': {
      const { carryOut } = await import('./rules/rules.ts');
      return carryOut(request);
    }
  }
}

async function understand(words: readonly string[]): Promise<Request> {
  const [first] = words;
  const onlyFiles = first !== undefined && words.every((word) => !word.startsWith('-'));
  if (
    onlyFiles &&
    ![
      ...astCommands,
      ...failoverCommands,
      ...formatCommands,
      ...initCommands,
      ...rulesCommands,
      ...completionsCommands,
    ].includes(first)
  )
    return { kind: 'check', invocation: invocationFor(words) };
  const { readArguments } = await import('./command.ts');
  return readArguments(words);
}

/** A full disk is no bug, and neither is whatever else keeps the system from writing. */
function explain(error: unknown): ExitStatus {
  if (!isSystemError(error) || error.syscall !== 'write') return reportBug(error);
  say(`cannot write the result: ${describeSystemError(error)}`);
  return exitStatus.unable;
}

/** Without the error's message: it might quote a secret of a file. */
function reportBug(error: unknown): ExitStatus {
  const kind = error instanceof Error ? error.name : typeof error;
  say(
    `internal error (${kind}). This is a bug in kalint, not in your files.`,
    'Please report it: https://github.com/kalint/kalint/issues',
    'With KALINT_DEBUG=1 in the environment kalint prints where it happened.',
  );
  if (process.env['KALINT_DEBUG']) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say(...trace.split('\n'));
  }
  return exitStatus.bug;
}

// Should the event loop ever run dry too early, it must not look as if all were well.
process.exitCode = exitStatus.bug;
run()
  .catch(explain)
  .then((status) => {
    process.exitCode = status;
  });
