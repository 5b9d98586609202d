import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { modelOf } from './model-of.ts';

/* Published pairs, which lie next to the project; where they are not, this is skipped and says so. */

const field = join(import.meta.dirname, '../../../../../shared/field');

if (!existsSync(field)) console.warn('skipped: the published pairs are not there');

const pairs = existsSync(field) ? readdirSync(field).sort() : [];
const releases: readonly Release[] = ['1.2.24', '2.2.7', '2.4.3'];

describe.skipIf(pairs.length === 0)('the pairs of published articles', () => {
  test.each(pairs.flatMap((pair) => releases.map((release) => [pair, release] as const)))(
    '%s, for %s: every instance is in the model, or it is said why not',
    (pair, release) => {
      const folder = join(field, pair);
      const files = Object.fromEntries(
        readdirSync(folder).map((file) => [
          file.replace(/\.[^.]*$/, ''),
          readFileSync(join(folder, file), 'utf8'),
        ]),
      );
      const { model, unknown } = modelOf(files, release);
      const members = model.routers.flatMap((router) => router.members);
      expect(members.length + unknown.length).toBeGreaterThanOrEqual(2);
      for (const router of model.routers) {
        for (const { hears, trackers, node } of router.members) {
          for (const index of hears) expect(router.members[index]).toBeDefined();
          for (const { item } of trackers) expect(model.nodes[node]?.items[item]).toBeDefined();
        }
      }
    },
  );
});
