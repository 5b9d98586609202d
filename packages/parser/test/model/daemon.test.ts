import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canAskKeepalived } from '../../../../scripts/keepalived/installed.ts';
import { startKeepalived, type Keepalived } from '../../../../scripts/keepalived/keepalived.ts';
import { bind, parse, type BindingProblem } from '../../src/index.ts';
import { lines, places } from './lines.ts';

/*
 * What a value may be, decided by the real daemon: kalint has a problem with a line exactly when
 * keepalived complains about it.
 */

const release = '2.2.7';
const canAsk = canAskKeepalived(release);

let keepalived: Keepalived | undefined;
beforeAll(() => {
  if (canAsk) keepalived = startKeepalived(['eth0', 'eth1']);
});
afterAll(() => keepalived?.close());

/** What it says; that it does not end as usual counts too. */
function complaintsAbout(text: string): readonly string[] {
  if (!keepalived) return [];
  const { crashed, status, lines: said } = keepalived.check(text);
  const isUsual = !crashed && (status === 0 || status === 5);
  return isUsual ? said : [...said, `ended with ${status}`];
}

/** keepalived says nothing of words that it does not look at, and of a word of regex_options. */
function isReported(problem: BindingProblem): boolean {
  if (problem.kind === 'extra-words') return problem.isReported;
  const { value } = problem.kind === 'not-one-of' ? problem.schema : {};
  return value?.type !== 'list' || !value.silent;
}

describe.skipIf(!canAsk)('keepalived and kalint agree on', () => {
  test.each(lines)('%s', (written) => {
    const colon = written.indexOf(': ');
    const line = written.slice(colon + 2);
    const text = places[written.slice(0, colon)]?.(line) ?? '';
    const { problems } = bind(parse({ path: 'keepalived.conf', text }), release);
    const complaints = complaintsAbout(text);
    const found = problems.filter(isReported).map(({ kind }) => kind);
    const isWrong = complaints.length > 0;
    expect({ isWrong: found.length > 0, found, complaints }).toEqual({
      isWrong,
      found,
      complaints,
    });
  });
});
