import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareWithReference } from '../keyword-reference/compare.ts';
import { referenceFolder } from '../keyword-reference/reference.ts';

const isThere = existsSync(referenceFolder);

if (!isThere) console.warn('skipped: the reference is not there');

describe.skipIf(!isThere)('the keyword table and the facts taken from keepalived', () => {
  test('agree, but for what is argued', () => {
    const { differences } = compareWithReference();
    expect(differences.filter(({ reason }) => reason === undefined)).toEqual([]);
  });

  test('no argument is about what does not differ', () => {
    expect(compareWithReference().idle).toEqual([]);
  });

  test('there are 531 keywords', () => {
    expect(compareWithReference()).toMatchObject({ keywords: 531, agreeing: 531 });
  });
});
