import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isReadBy, language, newestRelease, type Keywords } from '@kalint/parser';
import { describe, expect, test } from 'vitest';

/** grammar/railroad.html, as it is published. */
const page = readFileSync(join(import.meta.dirname, '../../../grammar/railroad.html'), 'utf8');

const all = (pattern: RegExp): readonly string[] =>
  [...page.matchAll(pattern)].map(([, group = '']) => group);

describe('the page', () => {
  test('needs nothing but itself', () => {
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    );
    expect(all(/<(script|link|img|iframe|object|embed|base|form)\b/g)).toEqual([]);
    expect(all(/\s(src|srcset|xlink:href|style|on\w+)="/g)).toEqual([]);
    expect(all(/(@import|url\(|https?:)/g)).toEqual([]);
  });

  test('is not larger than a megabyte', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(1_048_576);
  });

  test('has each anchor once, and no link without one', () => {
    const ids = all(/\bid="([^"]*)"/g);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const known = new Set(ids.map((id) => `#${id}`));
    expect([...new Set(all(/\bhref="([^"]*)"/g))].filter((href) => !known.has(href))).toEqual([]);
  });

  test('has a word in every box', () => {
    const links = all(/<a [^>]*>(<rect.*?)<\/a>/g);
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((box) => !/<text[^>]*>[^<]/.test(box))).toEqual([]);
  });

  test('closes what it opens', () => {
    const open: string[] = [];
    for (const [, slash, name = ''] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(?<!\/)>/g)) {
      if (name === 'meta') continue;
      if (slash === '') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });

  test('says in words what each diagram shows', () => {
    const diagrams = all(/<svg\b(.*?)<path/g);
    expect(diagrams.length).toBeGreaterThan(600);
    for (const head of diagrams)
      expect(head).toMatch(/ role="(?:img|group)".*<title>[^<]+<\/title>/);
  });

  test('hides no link in an image', () => {
    for (const diagram of all(/(<svg role="img".*?<\/svg>)/gs)) expect(diagram).not.toContain('<a');
  });

  test('draws every keyword that the newest release reads', () => {
    const drawn = new Set(all(/<g class="k"><rect[^>]*><text[^>]*>([^<]*)<\/text>/g));
    const missing: string[] = [];
    const visit = (keywords: Keywords): void => {
      for (const [keyword, schema] of Object.entries(keywords)) {
        if (!isReadBy(schema, newestRelease)) continue;
        if (!drawn.has(keyword)) missing.push(keyword);
        if (schema.keywords) visit(schema.keywords);
      }
    };
    visit(language);
    expect(missing).toEqual([]);
  });
});
