import type { Severity } from '@kalint/linter';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verdictOn } from '../src/check/verdict.ts';
import type { ExitPolicy } from '../src/options/settings.ts';

const findings = (counts: Partial<Record<Severity, number>>): { severity: Severity }[] =>
  (['error', 'warning', 'info'] as const).flatMap((severity) =>
    Array.from({ length: counts[severity] ?? 0 }, () => ({ severity })),
  );

const policy = (
  failOn: ExitPolicy['failOn'],
  maxWarnings?: ExitPolicy['maxWarnings'],
): ExitPolicy => ({ failOn, maxWarnings });

describe('what makes a check fail', () => {
  test.each([
    // Errors, as long as nothing else is said.
    [policy(undefined), { error: 1 }, 1],
    [policy(undefined), { warning: 9, info: 9 }, 0],
    [policy('error'), { warning: 9 }, 0],
    [policy('warning'), { warning: 1 }, 1],
    [policy('warning'), { info: 9 }, 0],
    [policy('warning'), { error: 1 }, 1],
    [policy('info'), { info: 1 }, 1],
    [policy('never'), { error: 9, warning: 9, info: 9 }, 0],
    // The most that may be there is allowed, one more is not.
    [policy('error', 2), { warning: 2 }, 0],
    [policy('error', 2), { warning: 3 }, 1],
    [policy(undefined, 0), { warning: 1 }, 1],
    [policy(undefined, 0), { info: 5 }, 0],
    [policy('info', 5), { warning: 1 }, 1],
    [policy('never', 0), { warning: 1 }, 0],
  ] as const)('%j with %j: %i', (wanted, counts, status) => {
    expect(verdictOn(findings(counts), wanted).status).toBe(status);
  });

  test('that warnings are too many is said where nothing else tells it', () => {
    const reasonFor = (failOn: ExitPolicy['failOn']): string | undefined =>
      verdictOn(findings({ warning: 3 }), policy(failOn, 2)).reason;
    expect(reasonFor('error')).toBe('too many warnings: 3; --max-warnings allows 2');
    expect(reasonFor('warning')).toBeUndefined();
    expect(reasonFor('never')).toBeUndefined();
  });

  test('a check fails exactly when something fails it', () => {
    const counts = fc.record({
      error: fc.nat({ max: 3 }),
      warning: fc.nat({ max: 3 }),
      info: fc.nat({ max: 3 }),
    });
    const policies = fc.record({
      failOn: fc.constantFrom(undefined, 'error', 'warning', 'info', 'never'),
      maxWarnings: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(counts, policies, (found, wanted) => {
        const all = findings(found);
        const { status, fails } = verdictOn(all, wanted);
        expect(all.some(({ severity }) => fails(severity))).toBe(status === 1);
      }),
    );
  });
});
