import type { Severity } from '@kalint/linter';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import type { ExitPolicy } from '../options/settings.ts';

/** What findings come to. */
export interface Verdict {
  readonly status: ExitStatus;
  /** Whether a finding of a severity is among what makes the check fail. */
  readonly fails: (severity: Severity) => boolean;
  /** What must be said because no finding by itself tells it; undefined: nothing. */
  readonly reason: string | undefined;
}

/**
 * Whether findings make a check fail: those that are severe enough do, and warnings when they are too many.
 * With `never` nothing does.
 */
export function verdictOn(
  findings: readonly { readonly severity: Severity }[],
  { failOn = 'error', maxWarnings }: ExitPolicy,
): Verdict {
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const isTooMany = failOn !== 'never' && maxWarnings !== undefined && warnings > maxWarnings;
  const failing = failOn === 'never' ? [] : severities.slice(0, severities.indexOf(failOn) + 1);
  const fails = (severity: Severity): boolean =>
    failing.includes(severity) || (isTooMany && severity === 'warning');
  const isFailed = findings.some(({ severity }) => fails(severity));
  return {
    status: isFailed ? exitStatus.errorsFound : exitStatus.clean,
    fails,
    reason:
      isTooMany && !failing.includes('warning')
        ? `too many warnings: ${warnings}; --max-warnings allows ${maxWarnings}`
        : undefined,
  };
}

/** The most severe first. */
const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[];
