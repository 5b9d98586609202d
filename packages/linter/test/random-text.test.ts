import fc from 'fast-check';
import { expect, test } from 'vitest';
import { texts } from '../../parser/test/generated/random-text.ts';
import { lint } from '../src/index.ts';

/* 100,000 texts: the linter has an answer to each, and points into it. */

const shapes = Object.entries(texts);

test.each(shapes)('any %s are linted', (_, text) => {
  fc.assert(
    fc.property(text, (each) => {
      const { diagnostics } = lint([{ path: 'any.conf', text: each }]);
      const ends = diagnostics.map(({ location }) => location.span.end);
      expect(Math.max(0, ...ends)).toBeLessThanOrEqual(each.length);
    }),
    { numRuns: 100_000 / shapes.length },
  );
});
