import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bind,
  expand,
  newestRelease,
  parse,
  parseExpanded,
  print,
  usesPreprocessor,
} from '../../src/index.ts';
import { texts } from './random-text.ts';

/* 100,000 texts: none makes the parser throw, none loses a character. */

const shapes = Object.entries(texts);

test.each(shapes)('any %s are read, and come back as they were', (_, text) => {
  fc.assert(
    fc.property(text, (each) => {
      const source = { path: 'any.conf', text: each };
      const tree = parse(source);
      expect(print(tree) === each).toBe(true);
      bind(tree, newestRelease);
      if (!usesPreprocessor(tree)) return;
      bind(parseExpanded(expand(source, { configId: 'id' })), newestRelease);
    }),
    { numRuns: 100_000 / shapes.length },
  );
});
