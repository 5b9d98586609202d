import { describe, expect, test } from 'vitest';
import { artefacts, isCurrent } from '../../generate/artefacts.ts';

describe('pnpm generate would change nothing in', () => {
  test.each(artefacts.map((artefact) => [artefact.path, artefact] as const))(
    '%s',
    async (_, artefact) => {
      expect(await isCurrent(artefact)).toBe(true);
    },
  );
});

test('an artefact that is stale or missing is found', async () => {
  expect(await isCurrent({ path: 'LICENSE', text: () => 'something else' })).toBe(false);
  expect(await isCurrent({ path: 'grammar/none.ebnf', text: () => '' })).toBe(false);
});
